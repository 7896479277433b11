import { chmodSync, closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Kysely } from 'kysely';

import { StartRefusal } from '../../../start-refusal.ts';
import { migrate } from '../../migrate.ts';
import type { Store } from '../../store.ts';
import type { Tables } from '../../tables.ts';
import { createSqliteDialect } from './dialect.ts';
import { createGroupCommit } from './group-commit.ts';

/** Primary result codes, sqlite.org/rescode.html. */
const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;
/** Those that pass: BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN. */
const UNAVAILABLE: ReadonlySet<number> = new Set([BUSY, 6, 8, 10, 13, 14]);
/** sqlite.org/fileformat2.html, section 1.3. */
const MAGIC = Buffer.from('SQLite format 3\0');
/** `node:sqlite` waits on the event loop's thread: short, the endpoint sends again anyway. */
const LOCK_WAIT_MS = 250;

export interface SqliteOptions {
  /** Path of the database file; made, readable by its owner only, when absent. */
  readonly file: string;
  /** Cap on the file in pages of 4 KiB; writes beyond it fail as on a full disk. */
  readonly maxPages?: number;
}

/** The low byte is the primary code, the rest details it. Null for what SQLite did not throw. */
function primaryCode(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}

function isUnavailable(error: unknown): boolean {
  const code = primaryCode(error);
  return code !== null && UNAVAILABLE.has(code);
}

/** True when there is data in the file; an empty one is what a first start leaves that was cut off. */
export function hasData(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Makes the file when it is absent; its owner only may read it, and the files SQLite lays beside it. */
function secure(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

/**
 * Held while the server runs and let go by the system however it ends. SQLite itself would let a second
 * server in: each would keep its live feed, its limits and its caches to itself.
 */
function lockOut(file: string): DatabaseSync {
  secure(file);
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (primaryCode(error) !== BUSY) throw error;
    throw new StartRefusal(`Another server runs on the same data: ${file} is locked.`);
  }
}

/** SQLite takes a file of a few bytes for an empty database, and would write one over it. */
function isDatabase(file: string): boolean {
  const start = Buffer.alloc(MAGIC.length);
  const handle = openSync(file, 'r');
  try {
    return readSync(handle, start) === MAGIC.length && start.equals(MAGIC);
  } finally {
    closeSync(handle);
  }
}

async function openDatabase(options: SqliteOptions): Promise<Pick<Store, 'db'>> {
  const database = new DatabaseSync(options.file, { timeout: LOCK_WAIT_MS });
  try {
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
    return { db };
  } catch (error) {
    database.close();
    throw error;
  }
}

function damaged(file: string): StartRefusal {
  return new StartRefusal(
    `The database ${file} is damaged or is no database. Put the data folder back from a backup; nothing was changed.`,
  );
}

function explain(error: unknown, file: string): unknown {
  const code = primaryCode(error);
  if (code === CORRUPT || code === NOT_A_DATABASE) return damaged(file);
  if (code !== null && UNAVAILABLE.has(code))
    return new StartRefusal(
      `The database ${file} cannot be opened for writing (SQLite result ${String(code)}): it is locked, read-only, or its disk is full or broken.`,
    );
  return error;
}

/** Opens, secures and migrates. WAL with synchronous=FULL: a commit that was answered survives a power cut. */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const { file } = options;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const lock = lockOut(`${file}.lock`);
  try {
    secure(file);
    if (hasData(file) && !isDatabase(file)) throw damaged(file);
    const { db } = await openDatabase(options);
    return {
      db,
      transaction: createGroupCommit(db, isUnavailable),
      isUnavailable,
      close: async () => {
        await db.destroy();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw explain(error, file);
  }
}
