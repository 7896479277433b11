import { sql } from 'kysely';

import type { Queryable } from '../../store/store.ts';
import type { AccountRow, LoginAttemptRow, SessionRow } from '../../store/tables.ts';

export type SessionWithAccount = SessionRow & Pick<AccountRow, 'name' | 'display_name' | 'state'>;

/** Milliseconds since the epoch. */
export interface PruneBounds {
  readonly now: number;
  readonly idleBefore: number;
  readonly attemptsBefore: number;
  readonly familiarBefore: number;
}

/** Accounts, sessions and login attempts. */
export interface IdentitiesRepository {
  hasAccounts(tx?: Queryable): Promise<boolean>;
  insertAccount(row: AccountRow, tx?: Queryable): Promise<void>;
  findAccount(name: string, tx?: Queryable): Promise<AccountRow | null>;
  insertSession(row: SessionRow, tx?: Queryable): Promise<void>;
  findSession(tokenHash: string, tx?: Queryable): Promise<SessionWithAccount | null>;
  touchSession(tokenHash: string, at: number, tx?: Queryable): Promise<void>;
  deleteSession(tokenHash: string, tx?: Queryable): Promise<void>;
  findAttempts(keys: readonly string[], tx?: Queryable): Promise<LoginAttemptRow[]>;
  /** Counts one more failure and answers the row. One statement: no two attempts get the same count. */
  countAttempt(
    key: string,
    at: number,
    tx?: Queryable,
  ): Promise<Pick<LoginAttemptRow, 'failures' | 'locked_until'>>;
  /** Takes one failure back and opens the lock. */
  forgiveAttempt(key: string, tx?: Queryable): Promise<void>;
  lockAttempts(key: string, until: number, tx?: Queryable): Promise<void>;
  clearAttempts(keys: readonly string[], tx?: Queryable): Promise<void>;
  /** Starts the count of this address and account anew: it was used from there. */
  rememberFamiliar(key: string, at: number, tx?: Queryable): Promise<void>;
  /** Drops sessions that ended, and attempts and familiar addresses nobody added to since. */
  prune(bounds: PruneBounds, tx?: Queryable): Promise<void>;
}

export function createIdentitiesRepository(db: Queryable): IdentitiesRepository {
  return {
    async hasAccounts(tx = db) {
      const row = await tx.selectFrom('accounts').select('id').limit(1).executeTakeFirst();
      return row !== undefined;
    },
    async insertAccount(row, tx = db) {
      await tx.insertInto('accounts').values(row).execute();
    },
    async findAccount(name, tx = db) {
      const query = tx.selectFrom('accounts').selectAll().where('name', '=', name);
      return (await query.executeTakeFirst()) ?? null;
    },
    async insertSession(row, tx = db) {
      await tx.insertInto('sessions').values(row).execute();
    },
    async findSession(tokenHash, tx = db) {
      const query = tx
        .selectFrom('sessions')
        .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
        .selectAll('sessions')
        .select(['accounts.name', 'accounts.display_name', 'accounts.state'])
        .where('sessions.token_hash', '=', tokenHash);
      return (await query.executeTakeFirst()) ?? null;
    },
    async touchSession(tokenHash, at, tx = db) {
      await tx
        .updateTable('sessions')
        .set({ last_seen_at: at })
        .where('token_hash', '=', tokenHash)
        .execute();
    },
    async deleteSession(tokenHash, tx = db) {
      await tx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },
    async findAttempts(keys, tx = db) {
      return await tx.selectFrom('login_attempts').selectAll().where('key', 'in', keys).execute();
    },
    async countAttempt(key, at, tx = db) {
      return await tx
        .insertInto('login_attempts')
        .values({ key, failures: 1, locked_until: 0, updated_at: at })
        .onConflict((conflict) =>
          conflict
            .column('key')
            .doUpdateSet({ failures: sql`login_attempts.failures + 1`, updated_at: at }),
        )
        .returning(['failures', 'locked_until'])
        .executeTakeFirstOrThrow();
    },
    async forgiveAttempt(key, tx = db) {
      await tx
        .updateTable('login_attempts')
        .set({ failures: sql`failures - 1`, locked_until: 0 })
        .where('key', '=', key)
        .where('failures', '>', 0)
        .execute();
    },
    async lockAttempts(key, until, tx = db) {
      await tx
        .updateTable('login_attempts')
        .set({ locked_until: until })
        .where('key', '=', key)
        .execute();
    },
    async clearAttempts(keys, tx = db) {
      await tx.deleteFrom('login_attempts').where('key', 'in', keys).execute();
    },
    async rememberFamiliar(key, at, tx = db) {
      const fresh = { failures: 0, locked_until: 0, updated_at: at };
      await tx
        .insertInto('login_attempts')
        .values({ key, ...fresh })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(fresh))
        .execute();
    },
    async prune({ now, idleBefore, attemptsBefore, familiarBefore }, tx = db) {
      await tx
        .deleteFrom('sessions')
        .where((where) =>
          where.or([where('expires_at', '<=', now), where('last_seen_at', '<=', idleBefore)]),
        )
        .execute();
      await tx
        .deleteFrom('login_attempts')
        .where('locked_until', '<=', now)
        .where((where) =>
          where.or([
            where('updated_at', '<=', familiarBefore),
            where.and([
              where('updated_at', '<=', attemptsBefore),
              where('key', 'not like', 'familiar:%'),
            ]),
          ]),
        )
        .execute();
    },
  };
}
