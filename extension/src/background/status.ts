import type { EndpointState } from '../messages/endpoint-state.ts';
import type { ProtectionState, StatusReport } from '../messages/status.ts';
import type { EventStore } from '../outbox/event-store.ts';
import type { UplinkSelector } from '../transport/uplink.ts';
import { listWatchedClauses } from './watched-clauses.ts';

export interface StatusDeps {
  readonly loadState: () => Promise<EndpointState | null>;
  readonly store: Pick<EventStore, 'count' | 'recent'>;
  readonly uplink: Pick<UplinkSelector, 'current'>;
  readonly version: string;
}

/** `protected`, `offline` or `unconfigured`. */
export function protectionState(
  state: EndpointState | null,
  uplink: StatusReport['uplink'],
): ProtectionState {
  if (!state?.bundle) return 'unconfigured';
  return uplink === 'none' ? 'offline' : 'protected';
}

export async function composeStatus(deps: StatusDeps, host: string | null): Promise<StatusReport> {
  const [state, waitingEvents, violations] = await Promise.all([
    deps.loadState(),
    deps.store.count(),
    deps.store.recent(),
  ]);
  const uplink = deps.uplink.current();
  return {
    state: protectionState(state, uplink),
    uplink,
    organisation: state?.organisation ?? null,
    policyVersion: state?.bundle?.version ?? null,
    confirmedAt: state?.confirmedAt ?? null,
    waitingEvents,
    extensionVersion: deps.version,
    watched: state?.bundle && host !== null ? listWatchedClauses(state.bundle, host) : [],
    violations: violations.slice(0, 10),
  };
}
