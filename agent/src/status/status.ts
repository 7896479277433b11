import { chmod, unlink } from 'node:fs/promises';
import net from 'node:net';

import { z } from 'zod';

import { policyRefusedEventSchema } from '@kedun/shared/contracts/endpoint-event';

import { checkSocketPath } from '../durable-files/socket-path.ts';

/** What `kedun-agent status` tells. */
export const agentStatusSchema = z.strictObject({
  running: z.boolean(),
  version: z.string(),
  enrolled: z.boolean(),
  endpointId: z.string().nullable(),
  server: z.string().nullable(),
  organisation: z.string().nullable(),
  /** `revoked`, `unknown`: the server no longer takes this endpoint; the last policy stays in force. */
  standing: z.enum(['active', 'revoked', 'unknown', 'not-enrolled']),
  live: z.boolean(),
  lastContactAt: z.number().nullable(),
  /** Code of the last failed request, null after a good one. */
  lastError: z.string().nullable(),
  policyVersion: z.number(),
  lastPolicyRefusal: policyRefusedEventSchema.nullable(),
  outbox: z
    .strictObject({
      depth: z.number(),
      deadLetters: z.number(),
      droppedSinceStart: z.number(),
      storage: z.enum(['durable', 'memory']),
      damagedMovedTo: z.string().nullable(),
    })
    .nullable(),
  watchedVolumes: z.array(
    z.strictObject({
      mountPoint: z.string(),
      fileSystem: z.string(),
      removable: z.boolean(),
      readOnly: z.boolean(),
    }),
  ),
  filesWaiting: z.number(),
  nativeConnections: z.number(),
  usb: z.enum(['none', 'scan', 'events']),
  notices: z.boolean(),
});
export type AgentStatus = z.infer<typeof agentStatusSchema>;

/** Tells the status to whoever may enter the state folder (0700); one answer per connection, no requests. */
export async function startStatusSocket(
  socketPath: string,
  status: () => AgentStatus,
): Promise<() => Promise<void>> {
  const server = net.createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(JSON.stringify(status()));
  });
  checkSocketPath(socketPath);
  await unlink(socketPath).catch(() => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(socketPath, resolve);
  });
  await chmod(socketPath, 0o600);
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
    });
}

function parseStatus(text: string): AgentStatus | null {
  try {
    return agentStatusSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Asks a running agent. Null when none answers. */
export function askStatus(socketPath: string, timeoutMs = 3_000): Promise<AgentStatus | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = net.connect(socketPath);
    socket.setTimeout(timeoutMs, () => socket.destroy());
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => resolve(null));
    socket.on('close', () => {
      resolve(parseStatus(Buffer.concat(chunks).toString('utf8')));
    });
  });
}
