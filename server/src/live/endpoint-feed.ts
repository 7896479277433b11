import {
  type EndpointLiveMessage,
  type Heartbeat,
  heartbeatSchema,
} from '@kedun/shared/contracts/live-message';
import type { WebSocket } from 'ws';

import type { EndpointIdentity } from '../modules/fleet/proof-check.ts';
import type { FleetService } from '../modules/fleet/service.ts';
import type { Metrics } from '../modules/operations/metrics.ts';
import type { Background } from './background.ts';
import type { LiveBus } from './bus.ts';
import { CLOSE, type KeptSocket, keepSocket } from './socket-keeper.ts';

export interface EndpointFeed {
  /** Takes over a socket whose proof was checked at the upgrade. */
  attach(socket: WebSocket, endpoint: Pick<EndpointIdentity, 'id'>): void;
  /** Closes all sockets; resolves when the store knows that nobody is connected here. */
  stop(): Promise<void>;
}

export interface EndpointFeedDeps {
  readonly bus: Pick<LiveBus, 'subscribe'>;
  readonly fleet: Pick<FleetService, 'connected' | 'disconnected'>;
  readonly metrics: Pick<Metrics, 'liveSockets' | 'liveBadFrames'>;
  readonly background: Background;
}

function readHeartbeat(text: string): Heartbeat | null {
  try {
    return heartbeatSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Live sockets an endpoint may hold: one in use, and what a broken network has left behind. */
const SOCKETS_PER_ENDPOINT = 4;

/** Tells endpoints to look, and hears that they live. */
export function createEndpointFeed(deps: EndpointFeedDeps): EndpointFeed {
  /** By endpoint, oldest first. */
  const open = new Map<string, Set<KeptSocket>>();
  const count = (): void => {
    let total = 0;
    for (const sockets of open.values()) total += sockets.size;
    deps.metrics.liveSockets.set({ audience: 'endpoint' }, total);
  };

  function tell(sockets: Iterable<KeptSocket>, message: EndpointLiveMessage): void {
    for (const socket of sockets) socket.send(message);
  }

  function revoke(id: string): void {
    const sockets = [...(open.get(id) ?? [])];
    tell(sockets, { kind: 'revoked' });
    for (const socket of sockets) socket.close(CLOSE.revoked);
  }

  const unsubscribe = deps.bus.subscribe((notice) => {
    if (notice.kind === 'policy.published')
      for (const sockets of open.values()) tell(sockets, { kind: 'check-now', what: 'policy' });
    if (notice.kind === 'endpoint.revoked') revoke(notice.endpointId);
  });

  function alive(id: string, heartbeat: Heartbeat | null): void {
    deps.background('endpoint sign of life', async () => {
      // Revoked between the check of its proof and now, or by another node.
      if (!(await deps.fleet.connected(id, heartbeat))) revoke(id);
    });
  }

  function add(id: string, kept: KeptSocket): void {
    const sockets = open.get(id) ?? new Set();
    open.set(id, sockets.add(kept));
    const [oldest] = sockets;
    if (sockets.size > SOCKETS_PER_ENDPOINT) oldest?.close(CLOSE.tryAgainLater);
  }

  function remove(id: string, kept: KeptSocket): void {
    const sockets = open.get(id);
    if (!sockets?.delete(kept)) return;
    // A second socket of the same endpoint keeps it connected.
    if (sockets.size === 0) {
      open.delete(id);
      deps.background('endpoint gone', () => deps.fleet.disconnected([id]));
    }
    count();
  }

  return {
    attach(socket, { id }) {
      const kept = keepSocket(socket, {
        onAlive: () => alive(id, null),
        onText: (text) => {
          const heartbeat = readHeartbeat(text);
          if (heartbeat) alive(id, heartbeat);
          return heartbeat !== null;
        },
        onBadFrame: () => deps.metrics.liveBadFrames.inc({ audience: 'endpoint' }),
        onClosed: () => remove(id, kept),
      });
      add(id, kept);
      count();
      alive(id, null);
    },
    async stop() {
      unsubscribe();
      const ids = [...open.keys()];
      for (const sockets of open.values())
        for (const socket of sockets) socket.close(CLOSE.goingAway);
      open.clear();
      await deps.fleet.disconnected(ids);
    },
  };
}
