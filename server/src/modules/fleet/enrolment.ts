import { createHash } from 'node:crypto';

import type { EnrolmentTokenResponse } from '@kedun/shared/contracts/api/fleet';
import {
  type Assignment,
  assignmentSchema,
  type EnrolmentRequest,
  type EnrolmentResponse,
} from '@kedun/shared/contracts/enrolment';
import { calculateJwkThumbprint } from 'jose';

import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { ServerKeys } from '../../keys/key-folder.ts';
import type { LiveBus } from '../../live/bus.ts';
import type { IdSource } from '../../store/id-source.ts';
import type { Queryable, Store } from '../../store/store.ts';
import type { EndpointRow } from '../../store/tables.ts';
import type { FleetRepository } from './repository.ts';
import { newTokenSecret } from './token-secret.ts';

export interface TokenOrder {
  readonly kind: EndpointRow['kind'];
  readonly uses: number;
  readonly validForMs: number;
  readonly assignment: Assignment;
}

export interface EnrolmentService {
  createToken(order: TokenOrder, createdBy: string): Promise<EnrolmentTokenResponse>;
  /**
   * The key's possession is proven already. The same key with the same token again (the answer got lost)
   * gets the same endpoint and uses nothing up.
   */
  enrol(
    request: EnrolmentRequest,
  ): Promise<
    | { readonly ok: true; readonly response: EnrolmentResponse }
    | { readonly ok: false; readonly code: 'enrolment.token-invalid' }
  >;
}

export interface EnrolmentDeps {
  readonly repository: Pick<
    FleetRepository,
    'insertToken' | 'findToken' | 'useToken' | 'insertEndpoint' | 'findEndpointByKey'
  >;
  readonly store: Pick<Store, 'transaction'>;
  readonly keys: Pick<ServerKeys, 'policy' | 'digest'>;
  readonly config: Pick<Config, 'organisation'>;
  readonly clock: Clock;
  readonly newId: IdSource;
  readonly bus: Pick<LiveBus, 'publish'>;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export function createEnrolmentService(deps: EnrolmentDeps): EnrolmentService {
  const { repository, clock, keys } = deps;

  async function admit(
    request: EnrolmentRequest,
    thumbprint: string,
    tx: Queryable,
  ): Promise<EndpointRow | null> {
    const [secret = '', pin] = request.token.split('.');
    const now = clock();
    const token = await repository.findToken(hashOf(secret), tx);
    if (!token || token.kind !== request.kind || pin !== keys.policy.publicJwk.kid) return null;
    const known = await repository.findEndpointByKey(thumbprint, tx);
    if (known) return known.token_id === token.id && known.state === 'active' ? known : null;
    if (!(await repository.useToken(token.id, now, tx))) return null;
    const { kty, crv, x } = request.publicKey;
    const row: EndpointRow = {
      id: deps.newId(),
      kind: request.kind,
      host_name: request.hostName,
      platform: request.platform,
      version: request.version,
      state: 'active',
      public_key: JSON.stringify({ kty, crv, x }),
      key_thumbprint: thumbprint,
      token_id: token.id,
      assignment: token.assignment,
      policy_version: 0,
      enrolled_at: now,
      last_seen_at: now,
      connected_until: 0,
      refused_count: 0,
    };
    await repository.insertEndpoint(row, tx);
    return row;
  }

  return {
    async createToken(order, createdBy) {
      const secret = newTokenSecret();
      const now = clock();
      const expiresAt = now + order.validForMs;
      await repository.insertToken({
        id: deps.newId(),
        secret_hash: hashOf(secret),
        kind: order.kind,
        uses_left: order.uses,
        expires_at: expiresAt,
        assignment: JSON.stringify(order.assignment),
        created_by: createdBy,
        created_at: now,
      });
      return { token: `${secret}.${keys.policy.publicJwk.kid}`, expiresAt };
    },
    async enrol(request) {
      const thumbprint = await calculateJwkThumbprint(request.publicKey);
      const row = await deps.store.transaction((tx) => admit(request, thumbprint, tx));
      if (!row) return { ok: false, code: 'enrolment.token-invalid' };
      deps.bus.publish({ kind: 'endpoint.changed', endpointId: row.id });
      return {
        ok: true,
        response: {
          endpointId: row.id,
          organisation: deps.config.organisation,
          serverTime: clock(),
          policyKeys: [keys.policy.publicJwk],
          digestKey: keys.digest,
          assignment: assignmentSchema.parse(JSON.parse(row.assignment)),
        },
      };
    },
  };
}
