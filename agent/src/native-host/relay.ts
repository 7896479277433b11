import net from 'node:net';
import type { Readable, Writable } from 'node:stream';

import { createFrameReader, encodeFrame } from './framing.ts';

export interface RelayDeps {
  readonly input: Readable;
  readonly output: Writable;
  readonly socketPath: string;
}

/**
 * Carries frames between the browser (stdio) and the daemon (socket), both ways, as they are: it looks at
 * nothing but lengths. Ends when either side ends; the browser starts a new one when it wants to. Resolves
 * with the exit code: 0 = the browser went, 1 = the daemon is not there or went, 2 = the browser broke the framing.
 */
export function relay(deps: RelayDeps): Promise<0 | 1 | 2> {
  const { input, output, socketPath } = deps;
  return new Promise((resolve) => {
    const socket = net.connect(socketPath);
    const reader = createFrameReader();
    let settled = false;
    let failing = false;

    function end(code: 0 | 1 | 2): void {
      if (settled) return;
      settled = true;
      socket.destroy();
      resolve(code);
    }

    function tellNotReady(): void {
      failing = true;
      output.write(encodeFrame({ kind: 'error', requestId: null, code: 'native.not-ready' }), () =>
        end(1),
      );
    }

    input.on('data', (chunk: Buffer) => {
      for (const result of reader.push(chunk)) {
        if (result.kind === 'oversize') {
          const error = { kind: 'error', requestId: null, code: 'request.too-large' };
          output.write(encodeFrame(error), () => end(2));
          return;
        }
        const header = Buffer.allocUnsafe(4);
        header.writeUInt32LE(result.body.length, 0);
        // A daemon that does not read must not fill our memory.
        if (!socket.write(Buffer.concat([header, result.body]))) input.pause();
      }
    });
    input.on('end', () => {
      const code = reader.isAtBoundary() ? 0 : 2;
      // What was passed on is still delivered and answered by nobody: the extension keeps what is not acknowledged.
      socket.end(() => end(code));
    });
    input.on('error', () => end(1));
    output.on('error', () => end(0));
    socket.on('drain', () => input.resume());
    socket.on('data', (chunk: Buffer) => {
      if (!output.write(chunk)) {
        socket.pause();
        output.once('drain', () => socket.resume());
      }
    });
    socket.on('error', tellNotReady);
    socket.on('close', () => {
      if (!failing) end(1);
    });
  });
}
