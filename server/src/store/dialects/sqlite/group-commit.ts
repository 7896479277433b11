import type { Transaction } from 'kysely';

import type { Queryable, Store } from '../../store.ts';
import type { Tables } from '../../tables.ts';

/** Transactions in one commit; bounds how long the first of them waits. */
const GROUP_MAX = 64;
const SAVEPOINT = 'one';

interface Waiting {
  /** Runs the work inside the shared transaction; never rejects. */
  run(tx: Transaction<Tables>): Promise<Settled>;
  fail(error: unknown): void;
}

interface Settled {
  readonly error: unknown;
  readonly isFailed: boolean;
  /** Hands the outcome to whoever waits for it; after the commit. */
  settle(): void;
}

/**
 * SQLite has one writer, and a durable commit costs about a millisecond whatever is in it. Transactions
 * that arrive while another commits are run one after the other in one, each in a savepoint of its own: one
 * that throws is undone alone, and nobody is answered before the common commit.
 */
export function createGroupCommit(
  db: Queryable,
  isUnavailable: (error: unknown) => boolean,
): Store['transaction'] {
  const waiting: Waiting[] = [];
  let isRunning = false;

  async function commit(group: readonly Waiting[]): Promise<Settled[]> {
    const tx = await db.startTransaction().execute();
    try {
      const outcomes: Settled[] = [];
      for (const one of group) {
        const point = await tx.savepoint(SAVEPOINT).execute();
        const outcome = await one.run(point);
        // A full disk can have ended the transaction already: nothing of the group counts.
        if (outcome.isFailed && isUnavailable(outcome.error)) throw outcome.error;
        if (outcome.isFailed) await point.rollbackToSavepoint(SAVEPOINT).execute();
        await point.releaseSavepoint(SAVEPOINT).execute();
        outcomes.push(outcome);
      }
      await tx.commit().execute();
      return outcomes;
    } catch (error) {
      // When the engine has rolled back by itself there is nothing left to roll back.
      await tx
        .rollback()
        .execute()
        .catch(() => undefined);
      throw error;
    }
  }

  async function drain(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const group = waiting.splice(0, GROUP_MAX);
      try {
        for (const outcome of await commit(group)) outcome.settle();
      } catch (error) {
        for (const one of group) one.fail(error);
      }
    }
    isRunning = false;
  }

  return <Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result> => {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    waiting.push({
      async run(tx) {
        try {
          const result = await work(tx);
          return { error: null, isFailed: false, settle: () => resolve(result) };
        } catch (error) {
          return { error, isFailed: true, settle: () => reject(error) };
        }
      },
      fail: reject,
    });
    // `drain` answers through the promises above and never rejects.
    if (!isRunning) void drain();
    return promise;
  };
}
