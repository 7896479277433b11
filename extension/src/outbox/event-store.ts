import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import type { Violation } from '@kedun/shared/contracts/violation';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

interface Schema extends DBSchema {
  /** Waiting events; UUIDv7 keys keep them in order of time. */
  events: { key: string; value: EndpointEvent };
  /** The last violations, for the employee's own eyes, also after they were sent. */
  recent: { key: string; value: Violation };
  /** `dropped`: events lost since the last overflow event. Everything else: see transport/identity-store. */
  facts: { key: string; value: unknown };
}

export type KedunDatabase = IDBPDatabase<Schema>;

/** Opens the extension's database; it survives worker and browser. */
export function openKedunDatabase(name = 'kedun'): Promise<KedunDatabase> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('events', { keyPath: 'id' });
      database.createObjectStore('recent', { keyPath: 'id' });
      database.createObjectStore('facts');
    },
  });
}

export interface EventStoreLimits {
  readonly maxEvents: number;
  readonly maxRecent: number;
}

export const EVENT_STORE_LIMITS: EventStoreLimits = { maxEvents: 20_000, maxRecent: 50 };

export interface EventStore {
  /** Durable when it resolves. The same id again changes nothing. Beyond the limit the oldest go, counted. */
  add(events: readonly EndpointEvent[]): Promise<void>;
  /** Oldest first, at most `maxCount` and about `maxBytes` of JSON (always at least one). */
  peek(maxCount: number, maxBytes: number): Promise<EndpointEvent[]>;
  remove(ids: readonly string[]): Promise<void>;
  /** Removes events that nobody will ever take, and counts them as dropped. */
  discard(ids: readonly string[]): Promise<void>;
  /** Turns the count of dropped events, if there is one, into an event of the outbox. */
  tellOverflow(id: string, occurredAt: number): Promise<void>;
  count(): Promise<number>;
  /** Newest first. */
  recent(): Promise<Violation[]>;
}

const DROPPED = 'dropped';

/** The durable, bounded outbox (promise 2). Writes are flushed to disk before they resolve. */
export function createEventStore(
  database: KedunDatabase,
  limits: EventStoreLimits = EVENT_STORE_LIMITS,
): EventStore {
  const begin = () =>
    database.transaction(['events', 'recent', 'facts'], 'readwrite', { durability: 'strict' });
  type Transaction = ReturnType<typeof begin>;

  const addDropped = async (tx: Transaction, added: number) => {
    const before = (await tx.objectStore('facts').get(DROPPED)) as number | undefined;
    await tx.objectStore('facts').put((before ?? 0) + added, DROPPED);
  };

  const trim = async (tx: Transaction, store: 'events' | 'recent', max: number) => {
    const surplus = (await tx.objectStore(store).count()) - max;
    if (surplus <= 0) return 0;
    const keys = await tx.objectStore(store).getAllKeys(null, surplus);
    for (const key of keys) await tx.objectStore(store).delete(key);
    return surplus;
  };

  return {
    async add(events) {
      const tx = begin();
      for (const event of events) {
        await tx.objectStore('events').put(event);
        if (event.kind === 'violation') await tx.objectStore('recent').put(event);
      }
      const dropped = await trim(tx, 'events', limits.maxEvents);
      if (dropped > 0) await addDropped(tx, dropped);
      await trim(tx, 'recent', limits.maxRecent);
      await tx.done;
    },
    async peek(maxCount, maxBytes) {
      const events = await database.getAll('events', null, maxCount);
      let bytes = 0;
      const fitting = events.findIndex((event) => {
        bytes += JSON.stringify(event).length * 3;
        return bytes > maxBytes;
      });
      return fitting === -1 ? events : events.slice(0, Math.max(1, fitting));
    },
    async remove(ids) {
      const tx = begin();
      for (const id of ids) await tx.objectStore('events').delete(id);
      await tx.done;
    },
    async discard(ids) {
      const tx = begin();
      let dropped = 0;
      for (const id of ids) {
        const event = await tx.objectStore('events').get(id);
        if (!event) continue;
        await tx.objectStore('events').delete(id);
        // An overflow event that is refused is not told by another one, and so on for ever.
        if (event.kind !== 'outbox.overflow') dropped += 1;
      }
      if (dropped > 0) await addDropped(tx, dropped);
      await tx.done;
    },
    async tellOverflow(id, occurredAt) {
      const tx = begin();
      const droppedCount = (await tx.objectStore('facts').get(DROPPED)) as number | undefined;
      if (droppedCount !== undefined && droppedCount > 0) {
        await tx
          .objectStore('events')
          .put({ kind: 'outbox.overflow', id, occurredAt, droppedCount });
        await tx.objectStore('facts').delete(DROPPED);
      }
      await tx.done;
    },
    count: () => database.count('events'),
    recent: async () => (await database.getAll('recent')).toReversed(),
  };
}
