import { Migrator } from 'kysely/migration';

import { MIGRATIONS } from './migrations/registry.ts';
import type { Queryable } from './store.ts';

/** Brings the schema up to date; throws and changes nothing more at the first migration that fails. */
export async function migrate(db: Queryable): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
