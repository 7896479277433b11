import { existsSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import { type EndpointEvent, endpointEventSchema } from '@kedun/shared/contracts/endpoint-event';

/** SQL underneath the outbox: one file, WAL, synchronous=FULL, so that a commit is on the disk. */
export interface EventStore {
  readonly db: DatabaseSync;
  /** Name the damaged predecessor was moved to, null when there was none. */
  readonly damagedMovedTo: string | null;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    held INTEGER NOT NULL DEFAULT 0,
    body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS dead_letters (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    code TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
`;

function openChecked(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  try {
    // Exclusive: two agents on one state folder would both send, and the system gives the lock back whenever the
    // process dies. It also needs no shared-memory file, so that a store opens on a disk that is full.
    db.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 250;',
    );
    const check = db.prepare('PRAGMA quick_check(1)').get();
    if (check?.['quick_check'] !== 'ok') throw new Error('quick_check failed');
    db.exec(SCHEMA);
    // A row that is not of this shape would fail later; ask now.
    db.prepare('SELECT seq, id, held, body FROM events LIMIT 1').all();
    db.prepare('SELECT seq, id, code, body FROM dead_letters LIMIT 1').all();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Every event of a damaged file that can still be read and still keeps the contract. */
function salvage(file: string): readonly EndpointEvent[] {
  const events: EndpointEvent[] = [];
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    for (const row of db.prepare('SELECT body FROM events ORDER BY seq').iterate()) {
      const event = parseEvent(row['body']);
      if (event) events.push(event);
    }
  } catch {
    // As far as it could be read: the rest is lost with the file, which is kept for an expert.
  } finally {
    db?.close();
  }
  return events;
}

/** A stored body as an event; null when it is none (a damaged row). */
export function parseEvent(body: unknown): EndpointEvent | null {
  if (typeof body !== 'string') return null;
  try {
    return endpointEventSchema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Opens or makes the database. A damaged file is moved aside (never deleted), what can be read of it is
 * carried over. Throws when the disk itself refuses, or another process has it.
 */
export function openEventStore(file: string, nowMs: number): EventStore {
  try {
    return { db: openChecked(file), damagedMovedTo: null };
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'errcode') : undefined;
    // 5 SQLITE_BUSY
    if (code === 5)
      throw new Error('Another agent is running on this state folder.', { cause: error });
    // 11 SQLITE_CORRUPT, 26 SQLITE_NOTADB, 1 = an error of the SQL itself: a file of another shape.
    const damaged = code === undefined || code === 11 || code === 26 || code === 1;
    if (!damaged || !existsSync(file)) throw error;
  }
  const aside = `${file}.damaged-${nowMs}`;
  for (const suffix of ['', '-wal', '-shm'])
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  const saved = salvage(aside);
  const db = openChecked(file);
  const insert = db.prepare('INSERT OR IGNORE INTO events (id, body) VALUES (?, ?)');
  for (const event of saved) insert.run(event.id, JSON.stringify(event));
  return { db, damagedMovedTo: aside };
}
