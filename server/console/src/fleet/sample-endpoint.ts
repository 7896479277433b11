import type { EndpointSummary } from '@kedun/shared/contracts/api/fleet';

/** An endpoint for tests. */
export function endpointSummary(changes: Partial<EndpointSummary> = {}): EndpointSummary {
  return {
    id: '019a0000-0000-7000-8000-000000000001',
    kind: 'agent',
    hostName: 'hall-03',
    platform: 'Debian 12',
    version: '0.1.0',
    state: 'active',
    connected: true,
    policyVersion: 1,
    enrolledAt: 1_760_000_000_000,
    lastSeenAt: 1_760_000_100_000,
    refusedCount: 0,
    ...changes,
  };
}
