import { WebSocket } from 'ws';

import { endpointLiveMessageSchema, type Heartbeat } from '@kedun/shared/contracts/live-message';

import { type Logger, errorCode } from '../logging/logger.ts';
import { createBackoff } from '../timing/backoff.ts';
import { createSleeper } from '../timing/sleep.ts';
import type { ServerClient } from './server-client.ts';

const LIVE_PATH = '/api/v1/endpoint/live';

export interface LiveSocketDeps {
  readonly serverUrl: string;
  readonly client: Pick<ServerClient, 'authorization'>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly heartbeat: () => Heartbeat;
  readonly onCheckNow: () => void;
  readonly onRevoked: () => void;
  readonly onConnected: () => void;
  readonly heartbeatMs?: number;
  readonly reconnect?: { readonly baseMs: number; readonly capMs: number };
}

export interface LiveSocket {
  connected(): boolean;
  /** A heartbeat now: what it says has changed. */
  beat(): void;
  readonly done: Promise<void>;
}

/**
 * Keeps a socket to the server open, so that the fleet hears at once that something changed. It carries no
 * data: a message only makes the endpoint pull. A connection on which no ping is answered within
 * one heartbeat is dead, whatever TCP thinks (half-open), and is made anew.
 */
export function startLiveSocket(deps: LiveSocketDeps): LiveSocket {
  const { logger, signal, heartbeatMs = 30_000 } = deps;
  const backoff = createBackoff(deps.reconnect ?? { baseMs: 1_000, capMs: 60_000 });
  const sleeper = createSleeper(signal);
  const url = new URL(deps.serverUrl);
  const path = url.pathname.replace(/\/+$/, '') + LIVE_PATH;
  let open = false;
  let current: WebSocket | null = null;

  function receive(data: string): void {
    let json: unknown;
    try {
      json = JSON.parse(data);
    } catch {
      json = null;
    }
    const message = endpointLiveMessageSchema.safeParse(json);
    if (!message.success) logger.warn({}, 'live message not understood');
    else if (message.data.kind === 'check-now') deps.onCheckNow();
    else deps.onRevoked();
  }

  /** Ends when the connection has. */
  async function connectOnce(): Promise<void> {
    const authorization = await deps.client.authorization('GET', LIVE_PATH);
    const target = new URL(path, url);
    target.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(target, {
      headers: { authorization },
      handshakeTimeout: 15_000,
      maxPayload: 64_000,
      perMessageDeflate: false,
    });
    current = socket;
    let alive = true;
    const beat = setInterval(() => {
      // While it connects, the handshake has its own time limit.
      if (socket.readyState !== WebSocket.OPEN) return;
      if (!alive) {
        socket.terminate();
        return;
      }
      alive = false;
      socket.ping();
      socket.send(JSON.stringify(deps.heartbeat()));
    }, heartbeatMs);
    const stop = () => socket.terminate();
    signal.addEventListener('abort', stop, { once: true });
    await new Promise<void>((resolve) => {
      socket.on('open', () => {
        open = true;
        socket.send(JSON.stringify(deps.heartbeat()));
        deps.onConnected();
      });
      socket.on('pong', () => {
        alive = true;
        // Not on `open`: a server that accepts and hangs up at once is not a healthy one.
        backoff.reset();
      });
      socket.on('message', (data) => {
        alive = true;
        receive(Buffer.isBuffer(data) ? data.toString('utf8') : '');
      });
      socket.on('error', (error) => logger.warn({ code: errorCode(error) }, 'live socket failed'));
      socket.on('close', () => resolve());
    });
    open = false;
    current = null;
    clearInterval(beat);
    signal.removeEventListener('abort', stop);
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await connectOnce();
      } catch (error) {
        logger.warn({ code: errorCode(error) }, 'live socket failed');
      }
      await sleeper.sleep(backoff.next());
    }
  }

  return {
    connected: () => open,
    beat() {
      if (current?.readyState === WebSocket.OPEN) current.send(JSON.stringify(deps.heartbeat()));
    },
    done: run(),
  };
}
