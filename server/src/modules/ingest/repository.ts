import type { Queryable } from '../../store/store.ts';
import type { EventRow } from '../../store/tables.ts';

export interface IngestRepository {
  /** Stores the rows whose id is new and answers those ids. */
  insertNew(rows: readonly EventRow[], tx?: Queryable): Promise<Set<string>>;
  /** Endpoint by event id. */
  owners(ids: readonly string[], tx?: Queryable): Promise<Map<string, string>>;
}

export function createIngestRepository(db: Queryable): IngestRepository {
  return {
    async insertNew(rows, tx = db) {
      if (rows.length === 0) return new Set();
      const inserted = await tx
        .insertInto('events')
        .values(rows)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .execute();
      return new Set(inserted.map((row) => row.id));
    },
    async owners(ids, tx = db) {
      if (ids.length === 0) return new Map();
      const rows = await tx
        .selectFrom('events')
        .select(['id', 'endpoint_id'])
        .where('id', 'in', ids)
        .execute();
      return new Map(rows.map((row) => [row.id, row.endpoint_id]));
    },
  };
}
