import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Kysely } from 'kysely';

import { migrate } from '../../migrate.ts';
import type { Store } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { createSqliteDialect } from './dialect.ts';
import { createGroupCommit } from './group-commit.ts';

/** Primary result codes (sqlite.org/rescode.html) that pass: BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN. */
const UNAVAILABLE: ReadonlySet<number> = new Set([5, 6, 8, 10, 13, 14]);
/** `node:sqlite` waits on the event loop's thread: short, the endpoint sends again anyway. */
const LOCK_WAIT_MS = 250;

export interface SqliteOptions {
  /** Path of the database file; made, readable by its owner only, when absent. */
  readonly file: string;
  /** Cap on the file in pages of 4 KiB; writes beyond it fail as on a full disk. */
  readonly maxPages?: number;
}

function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return false;
  // The low byte is the primary code, the rest details it.
  return typeof error.errcode === 'number' && UNAVAILABLE.has(error.errcode & 0xff);
}

/** Opens, secures and migrates. WAL with synchronous=FULL: a commit that was answered survives a power cut. */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  mkdirSync(path.dirname(options.file), { recursive: true, mode: 0o700 });
  closeSync(openSync(options.file, 'a', 0o600));
  chmodSync(options.file, 0o600);
  const database = new DatabaseSync(options.file, { timeout: LOCK_WAIT_MS });
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma trusted_schema = off;
    pragma journal_size_limit = 67108864;
  `);
  if (options.maxPages !== undefined)
    database.exec(`pragma max_page_count = ${String(Math.trunc(options.maxPages))}`);
  const db = new Kysely<Tables>({ dialect: createSqliteDialect(database) });
  await migrate(db);
  return {
    db,
    transaction: createGroupCommit(db, isUnavailable),
    isUnavailable,
    close: () => db.destroy(),
  };
}
