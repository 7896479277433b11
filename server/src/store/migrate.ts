import { Migrator } from 'kysely/migration';

import { StartRefusal } from '../start-refusal.ts';
import { MIGRATIONS } from './migrations/registry.ts';
import type { Queryable } from './store.ts';

/**
 * Brings the schema up to date, all of it or nothing. Throws `StartRefusal` for a database that knows migrations
 * this program does not.
 */
export async function migrate(db: Queryable): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  // Before the first migration runs the migrator only compares names.
  if (error instanceof Error && /previously executed migration .* is missing/.test(error.message))
    throw new StartRefusal(
      'The database was written by a newer version of the server. Start that version; nothing was changed.',
    );
  if (error) throw error;
}
