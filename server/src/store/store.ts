import type { Kysely, Transaction } from 'kysely';

import type { Tables } from './tables.ts';

/** A database, or a transaction on it: repositories take either, as the last argument. */
export type Queryable = Kysely<Tables>;

/** What every dialect gives. Nothing outside store/dialects knows which one is behind it. */
export interface Store {
  readonly db: Queryable;
  /** Runs `work` atomically and durably: when the promise resolves, a power cut does not undo it. */
  transaction<Result>(work: (tx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  /** True for errors that pass with time or space: full disk, lock, I/O. Retrying the same thing can help. */
  isUnavailable(error: unknown): boolean;
  close(): Promise<void>;
}
