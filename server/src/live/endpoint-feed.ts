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

/** Tells endpoints to look, and hears that they live. */
export function createEndpointFeed(deps: EndpointFeedDeps): EndpointFeed {
  const open = new Map<KeptSocket, string>();
  const count = (): void => deps.metrics.liveSockets.set({ audience: 'endpoint' }, open.size);

  function tell(message: EndpointLiveMessage, endpointId: string | null, closeWith?: number): void {
    for (const [socket, id] of open) {
      if (endpointId !== null && id !== endpointId) continue;
      socket.send(message);
      if (closeWith !== undefined) socket.close(closeWith);
    }
  }

  const unsubscribe = deps.bus.subscribe((notice) => {
    if (notice.kind === 'policy.published') tell({ kind: 'check-now', what: 'policy' }, null);
    if (notice.kind === 'endpoint.revoked')
      tell({ kind: 'revoked' }, notice.endpointId, CLOSE.revoked);
  });

  return {
    attach(socket, { id }) {
      const alive = (heartbeat: Heartbeat | null): void =>
        deps.background('endpoint sign of life', () => deps.fleet.connected(id, heartbeat));
      const kept = keepSocket(socket, {
        onAlive: () => alive(null),
        onText: (text) => {
          const heartbeat = readHeartbeat(text);
          if (heartbeat) alive(heartbeat);
          return heartbeat !== null;
        },
        onBadFrame: () => deps.metrics.liveBadFrames.inc({ audience: 'endpoint' }),
        onClosed: () => {
          if (!open.delete(kept)) return;
          count();
          // A second socket of the same endpoint keeps it connected.
          if ([...open.values()].includes(id)) return;
          deps.background('endpoint gone', () => deps.fleet.disconnected(id));
        },
      });
      open.set(kept, id);
      count();
      alive(null);
    },
    async stop() {
      unsubscribe();
      const ids = new Set(open.values());
      for (const socket of open.keys()) socket.close(CLOSE.goingAway);
      open.clear();
      for (const id of ids) await deps.fleet.disconnected(id);
    },
  };
}
