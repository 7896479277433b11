import type { UplinkSelector } from '../transport/uplink.ts';
import type { EventStore } from './event-store.ts';

export interface SenderDeps {
  readonly store: EventStore;
  readonly uplink: Pick<UplinkSelector, 'report'>;
  readonly now: () => number;
  readonly newId: () => string;
  /** Calls `pump` again after about `delayMs`, also when the worker is killed before. */
  readonly wakeLater: (delayMs: number) => void;
}

const BATCH_EVENTS = 50;
/** Room for the envelope within the limit of one message. */
const BATCH_BYTES = 900_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_LONGEST_MS = 60_000;

export interface Sender {
  /** Sends what waits, oldest first, until nothing is left or nobody answers. */
  pump(): Promise<void>;
}

/** Empties the outbox at least once each: an event leaves the store only after the other end has it. */
export function createSender(deps: SenderDeps): Sender {
  const { store } = deps;
  let running: Promise<void> | null = null;
  let again = false;
  let delayMs = RETRY_FIRST_MS;

  /** True when it is worth going on at once. */
  const sendBatch = async (size: number): Promise<number | null> => {
    const batch = await store.peek(size, BATCH_BYTES);
    if (batch.length === 0) return null;
    const result = await deps.uplink.report(batch);
    if (result.ok) {
      await store.remove(result.acknowledged);
      await store.discard(result.refused);
      const settled = result.acknowledged.length + result.refused.length;
      if (settled === 0) return retryLater();
      delayMs = RETRY_FIRST_MS;
      return BATCH_EVENTS;
    }
    if (result.retryable) return retryLater();
    // Something in the batch is not taken: look for it one by one.
    if (batch.length > 1) return 1;
    await store.discard(batch.map(({ id }) => id));
    return BATCH_EVENTS;
  };

  const retryLater = (): null => {
    deps.wakeLater(delayMs);
    delayMs = Math.min(delayMs * 2, RETRY_LONGEST_MS);
    return null;
  };

  const run = async (): Promise<void> => {
    do {
      again = false;
      await store.tellOverflow(deps.newId(), deps.now());
      let size: number | null = BATCH_EVENTS;
      while (size !== null) size = await sendBatch(size);
    } while (again);
  };

  return {
    pump() {
      again = true;
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
  };
}
