import type { ConsoleLiveMessage } from '@kedun/shared/contracts/live-message';
import type { WebSocket } from 'ws';

import type { AlertsService } from '../modules/alerts/service.ts';
import type { FleetService } from '../modules/fleet/service.ts';
import type { Session, Sessions } from '../modules/identities/sessions.ts';
import type { Metrics } from '../modules/operations/metrics.ts';
import type { Background } from './background.ts';
import type { LiveBus } from './bus.ts';
import { CLOSE, type KeptSocket, keepSocket } from './socket-keeper.ts';

/** Notices are gathered this long, so that a burst costs one read and not one each. */
const GATHER_MS = 40;
/** Read and sent in parts of this many. */
const BATCH = 200;

export interface ConsoleFeed {
  /** Takes over a socket whose session was checked at the upgrade. */
  attach(socket: WebSocket, session: Session, token: string): void;
  stop(): void;
}

export interface ConsoleFeedDeps {
  readonly bus: Pick<LiveBus, 'subscribe'>;
  readonly alerts: Pick<AlertsService, 'summaries'>;
  readonly fleet: Pick<FleetService, 'find'>;
  readonly sessions: Pick<Sessions, 'resolve'>;
  readonly metrics: Pick<Metrics, 'liveSockets' | 'liveBadFrames'>;
  readonly background: Background;
}

/** Tells open consoles what changed, each thing read once for all of them. */
export function createConsoleFeed(deps: ConsoleFeedDeps): ConsoleFeed {
  const open = new Map<KeptSocket, Session>();
  const alertIds = new Set<string>();
  const endpointIds = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let isFlushing = false;

  const broadcast = (message: ConsoleLiveMessage): void => {
    for (const socket of open.keys()) socket.send(message);
  };

  async function flushGathered(): Promise<void> {
    const alerts = [...alertIds];
    const endpoints = [...endpointIds];
    alertIds.clear();
    endpointIds.clear();
    for (let start = 0; start < alerts.length; start += BATCH) {
      const summaries = await deps.alerts.summaries(alerts.slice(start, start + BATCH));
      // Oldest first: whoever puts each on top ends up with the newest on top.
      for (const alert of summaries.toReversed()) broadcast({ kind: 'alert.changed', alert });
    }
    for (const id of endpoints) {
      const endpoint = await deps.fleet.find(id);
      if (endpoint) broadcast({ kind: 'endpoint.changed', endpoint });
    }
  }

  function schedule(): void {
    if (timer || isFlushing) return;
    timer = setTimeout(() => deps.background('console feed', flush), GATHER_MS);
  }

  /** One at a time: what arrives meanwhile is told after it, not in between. */
  async function flush(): Promise<void> {
    timer = null;
    isFlushing = true;
    try {
      await flushGathered();
    } catch (error) {
      // Something was not told. Consoles read everything anew when they are back.
      for (const socket of open.keys()) socket.close(CLOSE.tryAgainLater);
      throw error;
    } finally {
      isFlushing = false;
      if (alertIds.size + endpointIds.size > 0) schedule();
    }
  }

  const unsubscribe = deps.bus.subscribe((notice) => {
    if (notice.kind === 'session.ended') {
      for (const [socket, session] of open)
        if (session.id === notice.sessionId) socket.close(CLOSE.sessionEnded);
      return;
    }
    if (open.size === 0) return;
    if (notice.kind === 'alerts.changed') for (const id of notice.alertIds) alertIds.add(id);
    else if (notice.kind === 'endpoint.changed') endpointIds.add(notice.endpointId);
    else return;
    schedule();
  });

  return {
    attach(socket, session, token) {
      const kept = keepSocket(socket, {
        // Watching is not acting: the session is looked at, its idle clock runs on.
        onAlive: () =>
          deps.background('session check', async () => {
            if (!(await deps.sessions.resolve(token, false))) kept.close(CLOSE.sessionEnded);
          }),
        // The feed goes one way.
        onText: () => false,
        onBadFrame: () => deps.metrics.liveBadFrames.inc({ audience: 'console' }),
        onClosed: () => {
          open.delete(kept);
          deps.metrics.liveSockets.set({ audience: 'console' }, open.size);
        },
      });
      open.set(kept, session);
      deps.metrics.liveSockets.set({ audience: 'console' }, open.size);
    },
    stop() {
      unsubscribe();
      if (timer) clearTimeout(timer);
      for (const socket of open.keys()) socket.close(CLOSE.goingAway);
    },
  };
}
