import http from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';

import { heartbeatSchema } from '@kedun/shared/contracts/live-message';

import { createSilentLogger } from '../logging/logger.ts';
import { eventually } from '../testing/eventually.ts';
import { startLiveSocket } from './live-socket.ts';

let server: http.Server;
let clients: WebSocket[];
let connections: { path: string | undefined; authorization: string | undefined }[];
let answersPings: boolean;
let ending: AbortController;

beforeEach(async () => {
  clients = [];
  connections = [];
  answersPings = true;
  ending = new AbortController();
  server = http.createServer();
  server.on('upgrade', (request, socket, head) => {
    const { authorization } = request.headers;
    connections.push({ path: request.url, authorization });
    new WebSocketServer({ noServer: true, autoPong: answersPings }).handleUpgrade(
      request,
      socket,
      head,
      (client) => clients.push(client),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterEach(async () => {
  ending.abort();
  for (const client of clients) client.terminate();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

function start() {
  const heard: string[] = [];
  const { port } = server.address() as AddressInfo;
  let proofs = 0;
  const live = startLiveSocket({
    serverUrl: `http://127.0.0.1:${port}/kedun/`,
    client: {
      authorization: () => {
        proofs += 1;
        return Promise.resolve(`Bearer proof-${proofs}`);
      },
    },
    logger: createSilentLogger(),
    signal: ending.signal,
    heartbeat: () => ({ kind: 'heartbeat', version: '0', policyVersion: 3, outboxDepth: 0 }),
    onCheckNow: () => heard.push('check-now'),
    onRevoked: () => heard.push('revoked'),
    onConnected: () => heard.push('connected'),
    heartbeatMs: 60,
    reconnect: { baseMs: 20, capMs: 60 },
  });
  return { live, heard };
}

it('says who it is, beats, hears what changed and takes no notice of nonsense', async () => {
  const { live, heard } = start();
  await eventually('connected', () => live.connected() && clients.length === 1);
  expect(connections[0]).toEqual({
    path: '/kedun/api/v1/endpoint/live',
    authorization: 'Bearer proof-1',
  });
  const beats: unknown[] = [];
  clients[0]?.on('message', (data) => {
    if (Buffer.isBuffer(data)) beats.push(JSON.parse(data.toString('utf8')));
  });
  await eventually('beats', () => beats.length >= 2);
  expect(beats.every((beat) => heartbeatSchema.safeParse(beat).success)).toBe(true);
  for (const text of ['{', '[]', '{"kind":"policy","bundle":"x"}']) clients[0]?.send(text);
  clients[0]?.send(JSON.stringify({ kind: 'check-now', what: 'policy' }));
  clients[0]?.send(JSON.stringify({ kind: 'revoked' }));
  await eventually('heard', () => heard.includes('revoked'));
  expect(heard).toEqual(['connected', 'check-now', 'revoked']);
});

it('comes back after the server went, each time with a fresh proof', async () => {
  const { live } = start();
  await eventually('connected', () => clients.length === 1);
  clients[0]?.terminate();
  await eventually('again', () => clients.length === 2 && live.connected());
  expect(connections.map((c) => c.authorization)).toEqual(['Bearer proof-1', 'Bearer proof-2']);
});

it('gives up a connection on which nothing is answered, whatever TCP thinks', async () => {
  answersPings = false;
  start();
  await eventually('made anew', () => clients.length >= 2);
});
