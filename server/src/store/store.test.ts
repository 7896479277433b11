import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSqliteDialect } from './dialects/sqlite/dialect.ts';
import { openSqliteStore } from './dialects/sqlite/open.ts';
import { createIdSource } from './id-source.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

const unknown = (claimed_id: string) => ({
  claimed_id,
  address: 'x',
  request_count: 1,
  last_seen_at: 1,
});

describe('the SQLite store', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'kedun-store-'));
    store = await openSqliteStore({ file: path.join(folder, 'db.sqlite') });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const count = async (): Promise<number> =>
    (await store.db.selectFrom('unknown_endpoints').selectAll().execute()).length;

  const add = (name: string) =>
    store.transaction((tx) => tx.insertInto('unknown_endpoints').values(unknown(name)).execute());

  it('is readable by its owner only, with all its files', async () => {
    await store.db.insertInto('unknown_endpoints').values(unknown('a')).execute();
    for (const suffix of ['', '-wal', '-shm'])
      expect(statSync(path.join(folder, `db.sqlite${suffix}`)).mode & 0o777).toBe(0o600);
  });

  it('undoes a transaction that throws', async () => {
    const work = store.transaction(async (tx) => {
      await tx.insertInto('unknown_endpoints').values(unknown('a')).execute();
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await count()).toBe(0);
  });

  it('keeps what happens outside of a transaction out of it', async () => {
    const { promise: paused, resolve: resume } = Promise.withResolvers<void>();
    const failing = store.transaction(async (tx) => {
      await tx.insertInto('unknown_endpoints').values(unknown('inside')).execute();
      await paused;
      throw new Error('undone');
    });
    const outside = store.db.insertInto('unknown_endpoints').values(unknown('outside')).execute();
    resume();
    await expect(failing).rejects.toThrow('undone');
    await outside;
    expect(await count()).toBe(1);
  });

  it('commits those that come together at once, and undoes only the one that throws', async () => {
    const addOrThrow = (name: string) =>
      store.transaction(async (tx) => {
        await tx.insertInto('unknown_endpoints').values(unknown(name)).execute();
        if (name === 'bad') throw new Error('undone');
        return name;
      });
    const results = await Promise.allSettled(['a', 'bad', 'b', 'a', 'c'].map(addOrThrow));
    expect(results.map((result) => result.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      // The second `a` breaks the primary key.
      'rejected',
      'fulfilled',
    ]);
    const rows = await store.db.selectFrom('unknown_endpoints').select('claimed_id').execute();
    expect(rows.map((row) => row.claimed_id)).toEqual(['a', 'b', 'c']);
  });

  it('answers none of a group whose commit fails, and works again afterwards', async () => {
    const holder = new DatabaseSync(path.join(folder, 'db.sqlite'));
    holder.exec('begin immediate');
    const results = await Promise.allSettled([add('a'), add('b')]);
    for (const result of results) {
      if (result.status === 'fulfilled') throw new Error('committed beside a lock');
      expect(store.isUnavailable(result.reason)).toBe(true);
    }
    holder.exec('rollback');
    holder.close();
    await add('c');
    expect(await count()).toBe(1);
  });

  it('opens again what it wrote, without migrating twice', async () => {
    await store.db.insertInto('unknown_endpoints').values(unknown('a')).execute();
    await store.close();
    store = await openSqliteStore({ file: path.join(folder, 'db.sqlite') });
    expect(await count()).toBe(1);
  });

  it('leaves nothing of a migration that was cut off: the next start can run it again', async () => {
    const half = new DatabaseSync(path.join(folder, 'half.sqlite'));
    const db = new Kysely<Tables>({ dialect: createSqliteDialect(half) });
    const failing: Migration = {
      up: async (schema) => {
        await schema.schema.createTable('half').addColumn('id', 'text').execute();
        throw new Error('cut off');
      },
    };
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => ({ '0001-failing': failing }) },
    });
    expect((await migrator.migrateToLatest()).error).toBeDefined();
    const tables = half.prepare("select name from sqlite_schema where name = 'half'").all();
    expect(tables).toEqual([]);
    await db.destroy();
  });

  it('tells what passes from what is wrong', async () => {
    const wrong = store.db
      .insertInto('sessions')
      .values({
        token_hash: 'x',
        account_id: 'nobody',
        created_at: 0,
        last_seen_at: 0,
        expires_at: 0,
      })
      .execute();
    await expect(wrong).rejects.toSatisfy((error) => !store.isUnavailable(error));
    expect(store.isUnavailable({ errcode: 5 })).toBe(true);
    // SQLITE_IOERR_FSYNC, an extended code.
    expect(store.isUnavailable({ errcode: 1034 })).toBe(true);
    expect(store.isUnavailable(null)).toBe(false);
  });
});

describe('ids', () => {
  it('are UUIDv7 and sort in the order they were made, within a millisecond and when time steps back', () => {
    let now = 1_700_000_000_000;
    const newId = createIdSource(() => now);
    const ids: string[] = [];
    for (let index = 0; index < 20_000; index += 1) {
      if (index === 9_000) now -= 5_000;
      if (index === 15_000) now += 60_000;
      ids.push(newId());
    }
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids.slice(0, 50))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
