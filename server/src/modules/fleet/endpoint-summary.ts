import type { EndpointSummary } from '@kedun/shared/contracts/api/fleet';

import type { EndpointRow } from '../../store/tables.ts';

/** What the console sees of an endpoint. */
export function toEndpointSummary(row: EndpointRow, nowMs: number): EndpointSummary {
  return {
    id: row.id,
    kind: row.kind,
    hostName: row.host_name,
    platform: row.platform,
    version: row.version,
    state: row.state,
    connected: row.state === 'active' && row.connected_until > nowMs,
    policyVersion: row.policy_version,
    enrolledAt: row.enrolled_at,
    lastSeenAt: row.last_seen_at,
    refusedCount: row.refused_count,
  };
}
