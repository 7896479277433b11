import { type Kysely, sql } from 'kysely';

import type { Queryable } from '../../store/store.ts';
import type {
  EndpointRow,
  EnrolmentTokenRow,
  EventRow,
  Tables,
  UnknownEndpointRow,
} from '../../store/tables.ts';

/** Rows kept of endpoints nobody enrolled: a flood of made-up ids must not fill the disk. */
export const UNKNOWN_KEPT = 500;
export const HISTORY_LENGTH = 200;
const IDS_PER_STATEMENT = 500;

export type EndpointPatch = Partial<
  Pick<EndpointRow, 'version' | 'policy_version' | 'last_seen_at' | 'connected_until'>
>;

export interface FleetRepository {
  insertToken(row: EnrolmentTokenRow, tx?: Queryable): Promise<void>;
  findToken(secretHash: string, tx?: Queryable): Promise<EnrolmentTokenRow | null>;
  /** False when it was used up or expired meanwhile. */
  useToken(id: string, now: number, tx?: Queryable): Promise<boolean>;
  insertEndpoint(row: EndpointRow, tx?: Queryable): Promise<void>;
  findEndpoint(id: string, tx?: Queryable): Promise<EndpointRow | null>;
  findEndpointByKey(thumbprint: string, tx?: Queryable): Promise<EndpointRow | null>;
  listEndpoints(tx?: Queryable): Promise<EndpointRow[]>;
  updateEndpoint(id: string, patch: EndpointPatch, tx?: Queryable): Promise<void>;
  /** Ends the leases of their live sockets. */
  disconnect(ids: readonly string[], tx?: Queryable): Promise<void>;
  /** False when there is none. */
  revokeEndpoint(id: string, tx?: Queryable): Promise<boolean>;
  countRefused(id: string, tx?: Queryable): Promise<void>;
  countUnknown(
    row: Pick<UnknownEndpointRow, 'claimed_id' | 'address' | 'last_seen_at'>,
    tx?: Queryable,
  ): Promise<void>;
  listUnknown(tx?: Queryable): Promise<UnknownEndpointRow[]>;
  /** False when the proof was seen before. */
  rememberProof(proofId: string, expiresAt: number, tx?: Queryable): Promise<boolean>;
  pruneProofs(now: number, tx?: Queryable): Promise<void>;
  pruneUnknown(tx?: Queryable): Promise<void>;
  history(endpointId: string, tx?: Queryable): Promise<EventRow[]>;
}

type TokenPart = Pick<FleetRepository, 'insertToken' | 'findToken' | 'useToken'>;

function tokens(db: Kysely<Tables>): TokenPart {
  return {
    async insertToken(row, tx = db) {
      await tx.insertInto('enrolment_tokens').values(row).execute();
    },
    async findToken(secretHash, tx = db) {
      const query = tx
        .selectFrom('enrolment_tokens')
        .selectAll()
        .where('secret_hash', '=', secretHash);
      return (await query.executeTakeFirst()) ?? null;
    },
    async useToken(id, now, tx = db) {
      const result = await tx
        .updateTable('enrolment_tokens')
        .set({ uses_left: sql`uses_left - 1` })
        .where('id', '=', id)
        .where('uses_left', '>', 0)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
  };
}

type StrangerPart = Pick<
  FleetRepository,
  'countUnknown' | 'listUnknown' | 'pruneUnknown' | 'rememberProof' | 'pruneProofs'
>;

function strangers(db: Kysely<Tables>): StrangerPart {
  return {
    async countUnknown(row, tx = db) {
      await tx
        .insertInto('unknown_endpoints')
        .values({ ...row, request_count: 1 })
        .onConflict((conflict) =>
          conflict.columns(['claimed_id', 'address']).doUpdateSet({
            request_count: sql`unknown_endpoints.request_count + 1`,
            last_seen_at: row.last_seen_at,
          }),
        )
        .execute();
    },
    async listUnknown(tx = db) {
      return await tx
        .selectFrom('unknown_endpoints')
        .selectAll()
        .orderBy('last_seen_at', 'desc')
        .limit(UNKNOWN_KEPT)
        .execute();
    },
    async pruneUnknown(tx = db) {
      const oldest = await tx
        .selectFrom('unknown_endpoints')
        .select('last_seen_at')
        .orderBy('last_seen_at', 'desc')
        .offset(UNKNOWN_KEPT)
        .limit(1)
        .executeTakeFirst();
      if (!oldest) return;
      await tx
        .deleteFrom('unknown_endpoints')
        .where('last_seen_at', '<=', oldest.last_seen_at)
        .execute();
    },
    async rememberProof(proofId, expiresAt, tx = db) {
      const result = await tx
        .insertInto('proof_replays')
        .values({ proof_id: proofId, expires_at: expiresAt })
        .onConflict((conflict) => conflict.column('proof_id').doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n;
    },
    async pruneProofs(now, tx = db) {
      await tx.deleteFrom('proof_replays').where('expires_at', '<', now).execute();
    },
  };
}

const endpoints = (tx: Queryable) => tx.selectFrom('endpoints').selectAll();

export function createFleetRepository(db: Queryable): FleetRepository {
  return {
    ...tokens(db),
    ...strangers(db),
    async insertEndpoint(row, tx = db) {
      await tx.insertInto('endpoints').values(row).execute();
    },
    async findEndpoint(id, tx = db) {
      return (await endpoints(tx).where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async findEndpointByKey(thumbprint, tx = db) {
      const query = endpoints(tx).where('key_thumbprint', '=', thumbprint);
      return (await query.executeTakeFirst()) ?? null;
    },
    async listEndpoints(tx = db) {
      return await endpoints(tx).orderBy('id', 'desc').execute();
    },
    async updateEndpoint(id, patch, tx = db) {
      await tx.updateTable('endpoints').set(patch).where('id', '=', id).execute();
    },
    async disconnect(ids, tx = db) {
      for (let start = 0; start < ids.length; start += IDS_PER_STATEMENT)
        await tx
          .updateTable('endpoints')
          .set({ connected_until: 0 })
          .where('id', 'in', ids.slice(start, start + IDS_PER_STATEMENT))
          .execute();
    },
    async revokeEndpoint(id, tx = db) {
      const result = await tx
        .updateTable('endpoints')
        .set({ state: 'revoked', connected_until: 0 })
        .where('id', '=', id)
        .executeTakeFirst();
      return result.numUpdatedRows === 1n;
    },
    async countRefused(id, tx = db) {
      await tx
        .updateTable('endpoints')
        .set({ refused_count: sql`refused_count + 1` })
        .where('id', '=', id)
        .execute();
    },
    async history(endpointId, tx = db) {
      return await tx
        .selectFrom('events')
        .selectAll()
        .where('endpoint_id', '=', endpointId)
        .where('is_violation', '=', 0)
        .orderBy('received_at', 'desc')
        .orderBy('id', 'desc')
        .limit(HISTORY_LENGTH)
        .execute();
    },
  };
}
