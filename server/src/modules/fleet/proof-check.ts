import { type Assignment, assignmentSchema } from '@kedun/shared/contracts/enrolment';
import type { ErrorCode } from '@kedun/shared/contracts/errors';
import { type Ed25519PublicJwk, ed25519PublicJwkSchema } from '@kedun/shared/contracts/primitives';
import {
  PROOF_WINDOW_MS,
  type ProofSubject,
  readProofClaims,
  verifyEndpointProof,
} from '@kedun/shared/enrolment/endpoint-proof';

import type { Clock } from '../../clock.ts';
import type { LiveBus } from '../../live/bus.ts';
import type { Store } from '../../store/store.ts';
import type { EndpointRow } from '../../store/tables.ts';
import type { Metrics } from '../operations/metrics.ts';
import type { FleetRepository } from './repository.ts';

/** "Last seen" is written at most this often for each endpoint. */
const SEEN_EVERY_MS = 5_000;
/** Refusals are told to the console at most this often for each endpoint. */
const TELL_EVERY_MS = 1_000;

/** The endpoint behind a request, for the length of the request. */
export interface EndpointIdentity {
  readonly id: string;
  readonly kind: EndpointRow['kind'];
  readonly publicKey: Ed25519PublicJwk;
  readonly assignment: Assignment;
  readonly lastSeenAt: number;
}

type Refusal = { readonly ok: false; readonly code: ErrorCode };
type ProofRequest = Omit<ProofSubject, 'endpointId' | 'nowMs'>;

/** Refuses the unknown, the revoked, the forged, the late and the replayed; counts each. */
export interface ProofCheck {
  /** Who the proof claims to be from; nothing is verified yet. Cheap: before the body is read. */
  identify(
    proof: string | null,
    address: string,
  ): Promise<{ readonly ok: true; readonly endpoint: EndpointIdentity } | Refusal>;
  /** Whether the proof is by that endpoint, for this very request, now, and for the first time. */
  verify(
    proof: string,
    endpoint: EndpointIdentity,
    request: ProofRequest,
  ): Promise<{ readonly ok: true } | Refusal>;
  /** For enrolment: the key is in the request itself. */
  verifyPossession(
    proof: string | null,
    publicKey: Ed25519PublicJwk,
    request: ProofRequest,
    address: string,
  ): Promise<{ readonly ok: true } | Refusal>;
  /** Counts a request that claims to be an endpoint's, or a new one's, and is refused for another reason. */
  countStranger(claimedId: string, code: ErrorCode, address: string): Promise<void>;
}

export interface ProofCheckDeps {
  readonly repository: Pick<
    FleetRepository,
    'findEndpoint' | 'countRefused' | 'countUnknown' | 'rememberProof' | 'updateEndpoint'
  >;
  readonly store: Pick<Store, 'transaction'>;
  readonly clock: Clock;
  readonly bus: Pick<LiveBus, 'publish'>;
  readonly metrics: Pick<Metrics, 'endpointRefusals'>;
}

/** Longer than a proof can be valid on either side of the clock. */
const REPLAY_KEPT_MS = 2 * PROOF_WINDOW_MS + 60_000;

export function createProofCheck(deps: ProofCheckDeps): ProofCheck {
  const { repository, clock } = deps;
  const toldAt = new Map<string, number>();

  async function refuseKnown(endpointId: string, code: ErrorCode): Promise<Refusal> {
    deps.metrics.endpointRefusals.inc({ code });
    await repository.countRefused(endpointId);
    const now = clock();
    if (Math.abs(now - (toldAt.get(endpointId) ?? 0)) >= TELL_EVERY_MS) {
      if (toldAt.size > 10_000) toldAt.clear();
      toldAt.set(endpointId, now);
      deps.bus.publish({ kind: 'endpoint.changed', endpointId });
    }
    return { ok: false, code };
  }

  function refuseNameless(code: ErrorCode): Refusal {
    deps.metrics.endpointRefusals.inc({ code });
    return { ok: false, code };
  }

  async function countStranger(claimedId: string, code: ErrorCode, address: string): Promise<void> {
    deps.metrics.endpointRefusals.inc({ code });
    await repository.countUnknown({ claimed_id: claimedId, address, last_seen_at: clock() });
  }

  async function refuseStranger(
    claimedId: string,
    code: ErrorCode,
    address: string,
  ): Promise<Refusal> {
    await countStranger(claimedId, code, address);
    return { ok: false, code };
  }

  /** Remembers the proof and notes the sign of life in one commit; false for a replay. */
  async function isFirstUse(proof: string, endpoint: EndpointIdentity | null): Promise<boolean> {
    const claims = readProofClaims(proof);
    if (!claims) return false;
    const now = clock();
    return await deps.store.transaction(async (tx) => {
      const proofId = `${claims.sub}:${claims.jti}`;
      if (!(await repository.rememberProof(proofId, now + REPLAY_KEPT_MS, tx))) return false;
      // Both ways: after the clock is put back the old time must not stand until it is reached again.
      if (endpoint && Math.abs(now - endpoint.lastSeenAt) >= SEEN_EVERY_MS)
        await repository.updateEndpoint(endpoint.id, { last_seen_at: now }, tx);
      return true;
    });
  }

  return {
    countStranger,
    async identify(proof, address) {
      if (!proof) return refuseNameless('endpoint.proof-missing');
      const claims = readProofClaims(proof);
      if (!claims) return refuseNameless('endpoint.proof-invalid');
      const row = claims.sub === 'enrol' ? null : await repository.findEndpoint(claims.sub);
      if (!row) return refuseStranger(claims.sub, 'endpoint.unknown', address);
      if (row.state === 'revoked') return refuseKnown(row.id, 'endpoint.revoked');
      const endpoint: EndpointIdentity = {
        id: row.id,
        kind: row.kind,
        publicKey: ed25519PublicJwkSchema.parse(JSON.parse(row.public_key)),
        assignment: assignmentSchema.parse(JSON.parse(row.assignment)),
        lastSeenAt: row.last_seen_at,
      };
      return { ok: true, endpoint };
    },
    async verify(proof, endpoint, request) {
      const nowMs = clock();
      const result = await verifyEndpointProof(proof, endpoint.publicKey, { ...request, nowMs });
      if (!result.ok) return refuseKnown(endpoint.id, result.code);
      if (result.claims.sub !== endpoint.id)
        return refuseKnown(endpoint.id, 'endpoint.proof-invalid');
      return (await isFirstUse(proof, endpoint))
        ? { ok: true }
        : refuseKnown(endpoint.id, 'endpoint.proof-replayed');
    },
    async verifyPossession(proof, publicKey, request, address) {
      if (!proof) return refuseStranger('enrol', 'endpoint.proof-missing', address);
      const result = await verifyEndpointProof(proof, publicKey, { ...request, nowMs: clock() });
      if (!result.ok) return refuseStranger('enrol', result.code, address);
      if (result.claims.sub !== 'enrol')
        return refuseStranger('enrol', 'endpoint.proof-invalid', address);
      return (await isFirstUse(proof, null))
        ? { ok: true }
        : refuseStranger('enrol', 'endpoint.proof-replayed', address);
    },
  };
}
