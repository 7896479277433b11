import { type PolicyBundle, policyBundleSchema } from '@kedun/shared/contracts/policy';
import type { Ed25519PublicJwk } from '@kedun/shared/contracts/primitives';
import { refusedRules } from '@kedun/shared/detectors/custom-pattern/pattern-detectors';
import { signBundle } from '@kedun/shared/policy/bundle-signature';
import { decodeProtectedHeader } from 'jose';

import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { ServerKeys } from '../../keys/key-folder.ts';
import type { LiveBus } from '../../live/bus.ts';
import type { Store } from '../../store/store.ts';
import type { PoliciesRepository } from './repository.ts';

export interface SignedPolicy {
  readonly version: number;
  /** Compact JWS. */
  readonly jws: string;
  readonly bundle: PolicyBundle;
}

export type PublishResult =
  | { readonly ok: true; readonly policy: SignedPolicy }
  | {
      readonly ok: false;
      readonly code: 'policy.version-not-newer' | 'policy.invalid';
      readonly field: string;
    };

export interface PoliciesService {
  readonly keys: readonly Ed25519PublicJwk[];
  /** The policy in force, null before the first. */
  current(): Promise<SignedPolicy | null>;
  /** False for a policy that was signed before the signing key was replaced. */
  isSignedByUs(policy: Pick<SignedPolicy, 'jws'>): boolean;
  /** Signs and stores; a version never comes back, not even with the same content. */
  publish(bundle: PolicyBundle, publishedBy: string): Promise<PublishResult>;
}

export interface PoliciesDeps {
  readonly repository: PoliciesRepository;
  readonly store: Pick<Store, 'transaction'>;
  readonly keys: Pick<ServerKeys, 'policy'>;
  readonly config: Pick<Config, 'organisation'>;
  readonly clock: Clock;
  readonly bus: Pick<LiveBus, 'publish'>;
}

/** JSON pointer to the first pattern that no endpoint could run (not of the linear-time subset); null = all are fine. */
function unusablePattern({ detection }: PolicyBundle): string | null {
  for (const list of ['customerNumbers', 'patterns'] as const)
    for (const [index, rule] of (detection[list] ?? []).entries())
      if (refusedRules([rule]).length > 0) return `/bundle/detection/${list}/${index}/pattern`;
  return null;
}

export function createPoliciesService(deps: PoliciesDeps): PoliciesService {
  const { repository, keys, clock } = deps;
  /** A version never changes, so it can be kept; which one is in force is asked each time. */
  let kept: SignedPolicy | null = null;
  return {
    keys: [keys.policy.publicJwk],
    async current() {
      const version = await repository.currentVersion();
      if (version === 0) return null;
      if (kept?.version === version) return kept;
      const row = await repository.find(version);
      if (!row) return null;
      const bundle = policyBundleSchema.parse(JSON.parse(row.bundle));
      kept = { version, jws: row.jws, bundle };
      return kept;
    },
    isSignedByUs: ({ jws }) => decodeProtectedHeader(jws).kid === keys.policy.publicJwk.kid,
    async publish(bundle, publishedBy) {
      if (bundle.organisation !== deps.config.organisation)
        return { ok: false, code: 'policy.invalid', field: '/bundle/organisation' };
      const field = unusablePattern(bundle);
      if (field !== null) return { ok: false, code: 'policy.invalid', field };
      const jws = await signBundle(bundle, keys.policy.privateKey, keys.policy.publicJwk.kid);
      const { version } = bundle;
      const isStored = await deps.store.transaction(async (tx) => {
        if (version <= (await repository.currentVersion(tx))) return false;
        const row = { version, jws, bundle: JSON.stringify(bundle) };
        return await repository.insert(
          { ...row, published_at: clock(), published_by: publishedBy },
          tx,
        );
      });
      if (!isStored)
        return { ok: false, code: 'policy.version-not-newer', field: '/bundle/version' };
      deps.bus.publish({ kind: 'policy.published' });
      return { ok: true, policy: { version, jws, bundle } };
    },
  };
}
