import type {
  EndpointHistoryResponse,
  EndpointListResponse,
  EndpointSummary,
} from '@kedun/shared/contracts/api/fleet';
import type { Heartbeat } from '@kedun/shared/contracts/live-message';

import type { Clock } from '../../clock.ts';
import type { LiveBus } from '../../live/bus.ts';
import { toEndpointSummary } from './endpoint-summary.ts';
import type { FleetRepository } from './repository.ts';

/** A live socket counts as open for this long after it last gave a sign of life. */
export const CONNECTION_LEASE_MS = 75_000;

export interface FleetService {
  list(): Promise<EndpointListResponse>;
  find(id: string): Promise<EndpointSummary | null>;
  history(id: string): Promise<EndpointHistoryResponse | null>;
  /** Null when there is none. Revoking twice is the same as once. */
  revoke(id: string): Promise<EndpointSummary | null>;
  /**
   * Sign of life on the live socket; tells the console when something it shows changed. False for an endpoint
   * that is revoked or was never there.
   */
  connected(id: string, heartbeat: Heartbeat | null): Promise<boolean>;
  disconnected(ids: readonly string[]): Promise<void>;
}

export interface FleetDeps {
  readonly repository: Pick<
    FleetRepository,
    | 'listEndpoints'
    | 'listUnknown'
    | 'findEndpoint'
    | 'revokeEndpoint'
    | 'updateEndpoint'
    | 'disconnect'
    | 'history'
  >;
  readonly clock: Clock;
  readonly bus: Pick<LiveBus, 'publish'>;
}

export function createFleetService({ repository, clock, bus }: FleetDeps): FleetService {
  async function find(id: string): Promise<EndpointSummary | null> {
    const row = await repository.findEndpoint(id);
    return row ? toEndpointSummary(row, clock()) : null;
  }
  return {
    find,
    async list() {
      const now = clock();
      const [endpoints, unknown] = [
        await repository.listEndpoints(),
        await repository.listUnknown(),
      ];
      return {
        endpoints: endpoints.map((row) => toEndpointSummary(row, now)),
        unknown: unknown.map((row) => ({
          claimedId: row.claimed_id,
          address: row.address,
          count: row.request_count,
          lastSeenAt: row.last_seen_at,
        })),
      };
    },
    async history(id) {
      if (!(await repository.findEndpoint(id))) return null;
      const rows = await repository.history(id);
      return {
        events: rows.map((row) => ({
          id: row.id,
          kind: row.kind,
          occurredAt: row.occurred_at,
          receivedAt: row.received_at,
          body: JSON.parse(row.body) as Record<string, unknown>,
        })),
      };
    },
    async revoke(id) {
      if (!(await repository.revokeEndpoint(id))) return null;
      bus.publish({ kind: 'endpoint.revoked', endpointId: id });
      bus.publish({ kind: 'endpoint.changed', endpointId: id });
      return await find(id);
    },
    async connected(id, heartbeat) {
      const before = await find(id);
      if (!before || before.state === 'revoked') return false;
      const now = clock();
      await repository.updateEndpoint(id, {
        last_seen_at: now,
        connected_until: now + CONNECTION_LEASE_MS,
        ...(heartbeat && { version: heartbeat.version, policy_version: heartbeat.policyVersion }),
      });
      const isNews =
        !before.connected ||
        (heartbeat !== null &&
          (heartbeat.version !== before.version ||
            heartbeat.policyVersion !== before.policyVersion));
      if (isNews) bus.publish({ kind: 'endpoint.changed', endpointId: id });
      return true;
    },
    async disconnected(ids) {
      await repository.disconnect(ids);
      for (const endpointId of ids) bus.publish({ kind: 'endpoint.changed', endpointId });
    },
  };
}
