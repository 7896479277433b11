import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const MAX_BYTES = 64_000_000;
const MAX_MS = 2_000;

/**
 * Reads what the client is still sending and throws it away, within bounds of bytes and time. A refusal that closes
 * the connection while the client writes is lost to it: it sees a broken pipe instead of the coded error.
 */
export async function discardBody(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  let sizeBytes = 0;
  const ended = new Promise<void>((resolve) => {
    request.once('end', resolve);
    request.once('close', resolve);
    request.once('error', () => resolve());
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > MAX_BYTES) resolve();
    });
  });
  await Promise.race([ended, sleep(MAX_MS, undefined, { ref: false })]);
}
