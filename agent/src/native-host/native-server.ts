import { chmod, mkdir, unlink } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';

import type { NativeResponse } from '@kedun/shared/contracts/native-message';

import { checkSocketPath } from '../durable-files/socket-path.ts';
import { type Logger, errorCode } from '../logging/logger.ts';
import { createFrameReader, encodeFrame } from './framing.ts';
import type { PeerUser } from './peer.ts';
import { answerFrame, type SessionBackend } from './session.ts';

export interface NativeServerDeps {
  readonly socketPath: string;
  readonly backend: () => SessionBackend | null;
  readonly peerUser: PeerUser;
  readonly accountName: (userId: number) => Promise<string | null>;
  readonly logger: Logger;
  readonly maxConnections?: number;
  /** Frames one connection may send in a second, with a burst of ten times as many. */
  readonly framesPerSecond?: number;
}

export interface NativeServer {
  /** Tells every browser that there is a newer policy. */
  announcePolicy(): void;
  connections(): number;
  close(): Promise<void>;
}

/** Bytes a browser that does not read may leave unread before it is cut off. */
const MAX_UNREAD_BYTES = 8_000_000;

/** True when a daemon answers at the path: then it is not ours to take. */
function isAnswering(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.connect(socketPath);
    probe.on('connect', () => {
      probe.destroy();
      resolve(true);
    });
    probe.on('error', () => resolve(false));
  });
}

function createAllowance(perSecond: number): () => boolean {
  const burst = perSecond * 10;
  let tokens = burst;
  let last = performance.now();
  return () => {
    const now = performance.now();
    tokens = Math.min(burst, tokens + ((now - last) / 1000) * perSecond);
    last = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

function send(socket: net.Socket, message: NativeResponse): void {
  if (socket.destroyed) return;
  socket.write(encodeFrame(message));
  if (socket.writableLength > MAX_UNREAD_BYTES) socket.destroy();
}

/** Serves native hosts on a local socket everybody may connect to (0666 in a 0755 folder). Throws when another daemon has it. */
export async function startNativeServer(deps: NativeServerDeps): Promise<NativeServer> {
  const { socketPath, logger, maxConnections = 256, framesPerSecond = 50 } = deps;
  const open = new Set<net.Socket>();

  async function serve(socket: net.Socket): Promise<void> {
    socket.pause();
    const userId = await deps.peerUser(socket);
    const osUser = userId === null ? null : await deps.accountName(userId);
    const reader = createFrameReader();
    const isAllowed = createAllowance(framesPerSecond);
    socket.on('data', (chunk: Buffer) => {
      for (const result of reader.push(chunk)) {
        if (result.kind === 'oversize') {
          send(socket, { kind: 'error', requestId: null, code: 'request.too-large' });
          socket.end();
        } else if (isAllowed()) {
          // Asked for each frame: enrolment may have happened since the last.
          send(socket, answerFrame(result.body, deps.backend(), osUser));
        } else {
          send(socket, { kind: 'error', requestId: null, code: 'request.rate-limited' });
        }
      }
    });
    socket.resume();
  }

  const server = net.createServer((socket) => {
    if (open.size >= maxConnections) {
      socket.destroy();
      return;
    }
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', (error) => logger.warn({ code: errorCode(error) }, 'native host went'));
    serve(socket).catch((error: unknown) => {
      logger.error({ code: errorCode(error) }, 'native host could not be served');
      socket.destroy();
    });
  });
  server.on('error', (error) => logger.error({ code: errorCode(error) }, 'native socket failed'));

  checkSocketPath(socketPath);
  await mkdir(path.dirname(socketPath), { recursive: true, mode: 0o755 });
  if (await isAnswering(socketPath))
    throw new Error(`Another agent is running on this socket (${socketPath}).`);
  await unlink(socketPath).catch(() => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, () => {
      server.off('error', reject);
      resolve();
    });
  });
  await chmod(socketPath, 0o666);

  return {
    announcePolicy() {
      for (const socket of open) send(socket, { kind: 'policy.changed' });
    },
    connections: () => open.size,
    close() {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
