import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import { type BundleCheck, checkBundle } from '@kedun/shared/policy/bundle-signature';

import type { EndpointState } from '../messages/endpoint-state.ts';
import type { UplinkIdentity, UplinkSelector } from './uplink.ts';

export interface PolicySyncDeps {
  readonly uplink: Pick<UplinkSelector, 'pullPolicy'>;
  readonly load: () => Promise<EndpointState | null>;
  readonly save: (state: EndpointState) => Promise<void>;
  readonly report: (event: EndpointEvent) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
}

/** `refused` = a bundle came and was not accepted; the last known good one stays in force. */
export type SyncOutcome = 'updated' | 'unchanged' | 'refused' | 'unreachable';

/** What makes content scripts judge differently; the time of the last answer does not. */
const essence = (state: EndpointState): string => JSON.stringify({ ...state, confirmedAt: 0 });

function nextState(
  held: EndpointState | null,
  identity: UplinkIdentity,
  bundle: EndpointState['bundle'],
  confirmedAt: number,
): EndpointState {
  const sameOrganisation = held?.organisation === identity.organisation;
  return {
    format: 1,
    organisation: identity.organisation,
    assignment: identity.assignment,
    digestKey: identity.digestKey,
    policyKeys: [...identity.policyKeys],
    ...(identity.osUser === undefined ? {} : { osUser: identity.osUser }),
    bundle: bundle ?? (sameOrganisation ? held.bundle : null),
    confirmedAt,
  };
}

/**
 * Pulls, verifies, applies. Only a bundle that passes `checkBundle` ever reaches a content script. Versions count
 * per organisation: an endpoint that was moved to another one starts anew, because its uplink (the agent,
 * or a server whose policy key the enrolment token pins) was changed by an administrator of the machine.
 */
export function createPolicySync(deps: PolicySyncDeps): () => Promise<SyncOutcome> {
  let lastRefused = '';
  let running: Promise<SyncOutcome> | null = null;

  const refuse = async (check: BundleCheck & { ok: false }, jws: string, heldVersion: number) => {
    if (jws === lastRefused) return;
    lastRefused = jws;
    await deps.report({
      kind: 'policy.refused',
      id: deps.newId(),
      occurredAt: deps.now(),
      reason: check.reason,
      heldVersion,
      ...(check.offeredVersion === undefined ? {} : { offeredVersion: check.offeredVersion }),
    });
  };

  const sync = async (): Promise<SyncOutcome> => {
    const pulled = await deps.uplink.pullPolicy();
    if (!pulled.ok) return 'unreachable';
    const held = await deps.load();
    const { identity, bundle: jws } = pulled;
    const sameOrganisation = held?.organisation === identity.organisation;
    const heldVersion = sameOrganisation ? (held.bundle?.version ?? 0) : 0;
    let bundle: EndpointState['bundle'] = null;
    let refused = false;
    if (jws !== null) {
      const { organisation, policyKeys: keys } = identity;
      const check = await checkBundle(jws, { keys, organisation, heldVersion });
      if (check.ok) bundle = check.bundle;
      else {
        refused = true;
        await refuse(check, jws, heldVersion);
      }
    }
    const next = nextState(held, identity, bundle, deps.now());
    const changed = held === null || essence(held) !== essence(next);
    // Every write goes to every open frame: the time alone is refreshed now and then only.
    const stale = held === null || next.confirmedAt - held.confirmedAt > 300_000;
    if (changed || stale) await deps.save(next);
    if (refused) return 'refused';
    return changed ? 'updated' : 'unchanged';
  };

  return () => {
    running ??= sync().finally(() => {
      running = null;
    });
    return running;
  };
}
