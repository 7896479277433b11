import type { WebSocket } from 'ws';

/** Close codes: 1000-1013 by RFC 6455 and its registry, 4000-4999 are ours. */
export const CLOSE = {
  goingAway: 1001,
  policyViolation: 1008,
  tryAgainLater: 1013,
  sessionEnded: 4401,
  revoked: 4403,
} as const;

const PING_EVERY_MS = 25_000;
/** Text frames between two pings; an endpoint sends one heartbeat, and each costs a write. */
const FRAMES_MAX = 60;
/** A reader so slow that this much waits for it is cut off; it reads up by the API when it is back. */
const BUFFERED_MAX_BYTES = 4_000_000;

export interface KeptSocket {
  /** Sends JSON; closes instead when the other side does not read. */
  send(message: unknown): void;
  close(code: number): void;
}

export interface SocketKeeperOptions {
  /** Called on every answered ping: the other side is alive. */
  readonly onAlive: () => void;
  /** One text frame; false = it does not keep the contract. */
  readonly onText: (text: string) => boolean;
  readonly onBadFrame: () => void;
  readonly onClosed: () => void;
}

/** Pings, notices silence, bounds what waits, and closes on frames that do not keep the contract. */
export function keepSocket(socket: WebSocket, options: SocketKeeperOptions): KeptSocket {
  let isAlive = true;
  let frames = 0;
  const timer = setInterval(() => {
    if (!isAlive) {
      socket.terminate();
      return;
    }
    isAlive = false;
    frames = 0;
    socket.ping();
  }, PING_EVERY_MS);
  timer.unref();

  socket.on('pong', () => {
    // Unasked ones are allowed (RFC 6455, 5.5.3) and cost nothing.
    if (isAlive) return;
    isAlive = true;
    options.onAlive();
  });
  socket.on('message', (data, isBinary) => {
    // Frames of a side that was told to go still come in until it answers.
    if (socket.readyState !== socket.OPEN) return;
    isAlive = true;
    frames += 1;
    // Text arrives as one Buffer (`binaryType` is left at `nodebuffer`).
    const text = !isBinary && Buffer.isBuffer(data) ? data.toString('utf8') : null;
    if (frames <= FRAMES_MAX && text !== null && options.onText(text)) return;
    options.onBadFrame();
    socket.close(CLOSE.policyViolation, frames > FRAMES_MAX ? 'too many frames' : 'bad frame');
  });
  // Oversize (1009), broken UTF-8 (1007) and protocol errors (1002): ws closes by itself and tells here.
  socket.on('error', () => {
    options.onBadFrame();
  });
  socket.on('close', () => {
    clearInterval(timer);
    options.onClosed();
  });

  return {
    send(message) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > BUFFERED_MAX_BYTES) {
        socket.close(CLOSE.tryAgainLater, 'too slow');
        return;
      }
      socket.send(JSON.stringify(message));
    },
    close(code) {
      socket.close(code);
    },
  };
}
