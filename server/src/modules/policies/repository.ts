import type { Queryable } from '../../store/store.ts';
import type { PolicyRow } from '../../store/tables.ts';

export interface PoliciesRepository {
  currentVersion(tx?: Queryable): Promise<number>;
  find(version: number, tx?: Queryable): Promise<PolicyRow | null>;
  /** False when the version is taken. */
  insert(row: PolicyRow, tx?: Queryable): Promise<boolean>;
}

export function createPoliciesRepository(db: Queryable): PoliciesRepository {
  return {
    async currentVersion(tx = db) {
      const row = await tx
        .selectFrom('policies')
        .select('version')
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.version ?? 0;
    },
    async find(version, tx = db) {
      const query = tx.selectFrom('policies').selectAll().where('version', '=', version);
      return (await query.executeTakeFirst()) ?? null;
    },
    async insert(row, tx = db) {
      const result = await tx
        .insertInto('policies')
        .values(row)
        .onConflict((conflict) => conflict.column('version').doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
  };
}
