import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the list of alerts is filtered by, one at a time or several together. */
const FILTERS = ['state', 'severity', 'channel'] as const;

/**
 * One index a filter: it is found by its value, in order of the page (`id`), and the other filters are read from
 * the index itself. A count never touches the wide rows of the table.
 */
export const alertFilters: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.dropIndex('alerts_by_state').execute();
    for (const filter of FILTERS)
      await db.schema
        .createIndex(`alerts_by_${filter}`)
        .on('alerts')
        .columns([filter, 'id', ...FILTERS.filter((other) => other !== filter), 'endpoint_id'])
        .execute();
  },
};
