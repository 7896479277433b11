import type { DatabaseSync } from 'node:sqlite';

import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';

import { type Logger, errorCode } from '../logging/logger.ts';
import { openEventStore, parseEvent } from './event-store.ts';
import { createMemoryFallback } from './memory-fallback.ts';
import type { Durability, Outbox, OutboxEntry } from './outbox.ts';
import { createOverflowLedger } from './overflow-ledger.ts';

/** Dead letters kept to be looked at; beyond it the oldest go. */
const MAX_DEAD_LETTERS = 10_000;
/** Events held in memory while the disk refuses. */
const MAX_IN_MEMORY = 2_000;

export interface SqliteOutboxDeps {
  readonly file: string;
  readonly maxEvents: number;
  readonly logger: Logger;
  readonly newId: () => string;
  readonly now: () => number;
}

function statements(db: DatabaseSync) {
  return {
    insert: db.prepare('INSERT OR IGNORE INTO events (id, held, body) VALUES (?, ?, ?)'),
    release: db.prepare('UPDATE events SET held = 0, body = ? WHERE id = ?'),
    discard: db.prepare('DELETE FROM events WHERE id = ? AND held = 1'),
    peek: db.prepare('SELECT seq, body FROM events WHERE held = 0 ORDER BY seq LIMIT ?'),
    remove: db.prepare('DELETE FROM events WHERE seq = ?'),
    bury: db.prepare('INSERT OR IGNORE INTO dead_letters (id, code, body) VALUES (?, ?, ?)'),
    trimDead: db.prepare(
      'DELETE FROM dead_letters WHERE seq <= (SELECT MAX(seq) FROM dead_letters) - ?',
    ),
    count: db.prepare('SELECT COUNT(*) AS n FROM events'),
    countDead: db.prepare('SELECT COUNT(*) AS n FROM dead_letters'),
    held: db.prepare('SELECT body FROM events WHERE held = 1 ORDER BY seq'),
  };
}

/** The outbox on disk. Throws when the disk refuses at the start. */
export function createSqliteOutbox(deps: SqliteOutboxDeps): Outbox {
  const { logger, now } = deps;
  const { db, damagedMovedTo } = openEventStore(deps.file, now());
  if (damagedMovedTo !== null)
    logger.error({ movedTo: damagedMovedTo }, 'outbox database was damaged and moved aside');
  const sql = statements(db);
  const memory = createMemoryFallback(MAX_IN_MEMORY);
  const ledger = createOverflowLedger({ db, newId: deps.newId, now });
  const listeners: (() => void)[] = [];
  let maxEvents = deps.maxEvents;
  let storage: Durability = 'durable';
  let depth = Number(sql.count.get()?.['n'] ?? 0);
  // Kept, not asked for each time: the status has to be told of a disk that cannot be read, too.
  let deadLetters = Number(sql.countDead.get()?.['n'] ?? 0);

  function transaction<T>(work: () => T): T {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite may have rolled back on its own (a full disk); then there is nothing left to undo.
      if (db.isTransaction) db.exec('ROLLBACK');
      ledger.forget();
      depth = Number(sql.count.get()?.['n'] ?? depth);
      throw error;
    }
  }

  function insertAll(events: readonly EndpointEvent[], held: boolean): void {
    transaction(() => {
      for (const event of events) {
        const { changes } = sql.insert.run(event.id, held ? 1 : 0, JSON.stringify(event));
        depth += Number(changes);
      }
      if (depth > maxEvents) depth -= ledger.makeRoom(depth - maxEvents);
    });
  }

  function moveMemoryToDisk(): void {
    const waiting = memory.waiting();
    const lost = memory.lostCount();
    if (waiting.length === 0 && lost === 0) return;
    insertAll(waiting, false);
    if (lost > 0)
      transaction(() => {
        depth += ledger.addLoss(lost);
      });
    memory.clear();
    logger.info({ count: waiting.length }, 'events kept in memory are on disk again');
  }

  function tryDisk(events: readonly EndpointEvent[], held: boolean): boolean {
    try {
      moveMemoryToDisk();
      insertAll(events, held);
      storage = 'durable';
      return true;
    } catch (error) {
      if (storage === 'durable')
        logger.error({ code: errorCode(error) }, 'outbox cannot write to its disk');
      storage = 'memory';
      return false;
    }
  }

  function announce(): void {
    for (const listener of listeners) listener();
  }

  function add(events: readonly EndpointEvent[], held: boolean): Durability {
    const durable = tryDisk(events, held);
    if (!durable) for (const event of events) memory.add(event, held);
    if (!held) announce();
    return durable ? 'durable' : 'memory';
  }

  function peekDisk(count: number, maxBytes: number): OutboxEntry[] {
    const entries: OutboxEntry[] = [];
    let bytes = 0;
    for (const row of sql.peek.all(count)) {
      const body = String(row['body']);
      bytes += Buffer.byteLength(body) + 1;
      if (entries.length > 0 && bytes > maxBytes) break;
      const event = parseEvent(body);
      const seq = Number(row['seq']);
      if (event) entries.push({ seq, event });
      else buryRow(seq, body);
    }
    return entries;
  }

  /** A row that no longer keeps the contract (a new version tightened it) must not hold up the rest. */
  function buryRow(seq: number, body: string): void {
    transaction(() => {
      sql.bury.run(`row-${seq}-${now()}`, 'event.invalid', body);
      depth -= Number(sql.remove.run(seq).changes);
    });
    deadLetters += 1;
  }

  return {
    append: (events) => add(events, false),
    appendDurably(events) {
      const durable = tryDisk(events, false);
      if (durable) announce();
      return durable;
    },
    hold: (event) => add([event], true),
    release(event) {
      if (!memory.release(event)) {
        try {
          const { changes } = sql.release.run(JSON.stringify(event), event.id);
          if (changes === 0) add([event], false);
        } catch (error) {
          logger.error({ code: errorCode(error) }, 'held event could not be released on disk');
          storage = 'memory';
        }
      }
      announce();
    },
    discard(id) {
      if (memory.discard(id)) return;
      try {
        depth -= Number(sql.discard.run(id).changes);
      } catch (error) {
        logger.error({ code: errorCode(error) }, 'held event could not be discarded');
      }
    },
    held: () =>
      sql.held
        .all()
        .map((row) => parseEvent(row['body']))
        .filter((event) => event !== null),
    peek(count, maxBytes) {
      try {
        moveMemoryToDisk();
        storage = 'durable';
        const entries = peekDisk(count, maxBytes);
        ledger.protectUpTo(entries.at(-1)?.seq ?? 0);
        return entries;
      } catch (error) {
        logger.error({ code: errorCode(error) }, 'outbox cannot be read');
        storage = 'memory';
        // Negative numbers: entries that have no row.
        return memory
          .waiting()
          .slice(0, count)
          .map((event, index) => ({ seq: -1 - index, event }));
      }
    },
    settle(delivered, refused) {
      ledger.unprotect();
      memory.remove([...delivered, ...refused.map((r) => r.entry)].map((entry) => entry.event.id));
      try {
        transaction(() => {
          for (const { entry, code } of refused)
            sql.bury.run(entry.event.id, code, JSON.stringify(entry.event));
          if (refused.length > 0) sql.trimDead.run(MAX_DEAD_LETTERS);
          for (const entry of [...delivered, ...refused.map((r) => r.entry)])
            depth -= Number(sql.remove.run(entry.seq).changes);
        });
        if (refused.length > 0) deadLetters = Number(sql.countDead.get()?.['n'] ?? 0);
      } catch (error) {
        // They are sent again: the server stores by id.
        logger.error({ code: errorCode(error) }, 'delivered events could not be removed');
      }
    },
    setMaxEvents(limit) {
      maxEvents = limit;
    },
    status: () => ({
      depth: depth + memory.size(),
      deadLetters,
      droppedSinceStart: ledger.droppedSinceStart(),
      storage,
      damagedMovedTo,
    }),
    onAppended(listener) {
      listeners.push(listener);
    },
    close: () => db.close(),
  };
}
