import { endpointLiveMessageSchema, type Heartbeat } from '@kedun/shared/contracts/live-message';
import { signEndpointProof } from '@kedun/shared/enrolment/endpoint-proof';

import type { DirectIdentity } from './identity-store.ts';

const PATH = '/api/v1/endpoint/live';
/** Below the 30 s after which a browser ends an idle worker. */
const HEARTBEAT_MS = 20_000;

export interface LiveSocketDeps {
  readonly WebSocket: typeof globalThis.WebSocket;
  readonly now: () => number;
  readonly heartbeat: () => Promise<Omit<Heartbeat, 'kind'>>;
  /** The server says: look for a newer policy. */
  readonly onCheckNow: () => void;
}

export interface LiveSocket {
  /** Connects unless connected. Losing the connection is no error: the minute's pull goes on, and calls this again. */
  ensure(identity: DirectIdentity): Promise<void>;
  close(): void;
}

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

/** The server's "check now", for extensions without an agent. Carries nothing that has to be trusted. */
export function createLiveSocket(deps: LiveSocketDeps): LiveSocket {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const drop = (which: WebSocket) => {
    if (socket !== which) return;
    clearInterval(timer);
    socket = null;
  };

  const beat = async (to: WebSocket) => {
    const message: Heartbeat = { kind: 'heartbeat', ...(await deps.heartbeat()) };
    if (to.readyState === to.OPEN) to.send(JSON.stringify(message));
  };

  return {
    async ensure(identity) {
      if (socket) return;
      const url = new URL(PATH, identity.serverUrl);
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      const proof = await signEndpointProof(
        {
          endpointId: identity.enrolment.endpointId,
          method: 'GET',
          path: PATH,
          body: '',
          nowMs: deps.now(),
        },
        identity.key,
      );
      if (socket) return;
      const opened = new deps.WebSocket(url, ['kedun', proof]);
      socket = opened;
      opened.addEventListener('open', () => {
        void beat(opened);
        timer = setInterval(() => void beat(opened), HEARTBEAT_MS);
      });
      opened.addEventListener('message', (event: MessageEvent<unknown>) => {
        const message = endpointLiveMessageSchema.safeParse(parse(event.data)).data;
        if (message?.kind === 'check-now') deps.onCheckNow();
      });
      opened.addEventListener('close', () => drop(opened));
      opened.addEventListener('error', () => drop(opened));
    },
    close() {
      socket?.close();
      socket = null;
      clearInterval(timer);
    },
  };
}
