import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createSqliteDialect } from '../../store/dialects/sqlite/dialect.ts';
import { migrate } from '../../store/migrate.ts';
import type { Tables } from '../../store/tables.ts';
import { type AlertFilter, createAlertsRepository } from './repository.ts';

let folder: string;
let database: DatabaseSync;
let db: Kysely<Tables>;
const asked: { sql: string; parameters: readonly unknown[] }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'kedun-plans-'));
  database = new DatabaseSync(path.join(folder, 'db.sqlite'));
  db = new Kysely<Tables>({
    dialect: createSqliteDialect(database),
    log: ({ query }) => {
      asked.push(query);
    },
  });
  await migrate(db);
});
afterAll(async () => {
  await db.destroy();
  rmSync(folder, { recursive: true });
});

/** How SQLite goes about what `work` asks. */
async function plan(work: () => Promise<unknown>): Promise<string> {
  asked.length = 0;
  await work();
  const [query] = asked;
  const steps = database
    .prepare(`explain query plan ${query?.sql ?? ''}`)
    .all(...((query?.parameters ?? []) as string[]));
  return steps.map((step) => String(step['detail'])).join('; ');
}

describe('the list of a hundred thousand alerts', () => {
  const filters: AlertFilter[] = [
    {},
    { state: 'open' },
    { severity: 'critical' },
    { channel: 'print' },
    { endpointId: 'e' },
    { state: 'open', severity: 'critical', channel: 'print', endpointId: 'e' },
  ];
  it.each(filters)('is read and counted from an index, in order: %j', async (filter) => {
    const alerts = createAlertsRepository(db);
    const page = { limit: 50, before: 'x' };
    const listed = await plan(() => alerts.list(filter, page));
    expect(listed).toMatch(/SEARCH alerts USING INDEX/);
    expect(listed).not.toContain('TEMP B-TREE');
    expect(await plan(() => alerts.count(filter))).toContain('COVERING INDEX');
  });
});
