import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import {
  consoleLiveMessageSchema,
  endpointLiveMessageSchema,
} from '@kedun/shared/contracts/live-message';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';

import { makeViolation } from '../testing/events.ts';
import { enrolEndpoint, type TestEndpoint } from '../testing/test-endpoint.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const ENDPOINT_LIVE = '/api/v1/endpoint/live';
const CONSOLE_LIVE = '/api/v1/live';

let server: TestServer;
let endpoint: TestEndpoint;
let base: string;
let opened: WebSocket[];

beforeEach(async () => {
  server = await startTestServer();
  endpoint = await enrolEndpoint(server);
  await server.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.app.server.address() as AddressInfo;
  base = `ws://127.0.0.1:${String(port)}`;
  opened = [];
});
afterEach(async () => {
  for (const socket of opened) socket.terminate();
  await server.stop();
});

interface Listener {
  readonly socket: WebSocket;
  /** The next message that fits; fails after two seconds: that is what a reviewer is promised. */
  next(kind: string): Promise<Record<string, unknown>>;
  closed(): Promise<number>;
}

async function connect(
  path: string,
  headers: Record<string, string>,
  protocols: string[] = [],
): Promise<Listener> {
  const socket = new WebSocket(`${base}${path}`, protocols, { headers });
  opened.push(socket);
  const messages: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data: Buffer) => {
    messages.push(JSON.parse(data.toString()) as Record<string, unknown>);
    for (const wake of waiting) wake();
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  await once(socket, 'open');
  return {
    socket,
    closed: () => closed,
    async next(kind) {
      const deadline = Date.now() + 2_000;
      for (;;) {
        const index = messages.findIndex((message) => message['kind'] === kind);
        const [message] = index === -1 ? [] : messages.splice(index, 1);
        if (message) return message;
        if (Date.now() > deadline) throw new Error(`no ${kind} within 2 s`);
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
          setTimeout(resolve, 50);
        });
        waiting.clear();
      }
    },
  };
}

const connectEndpoint = async (from = endpoint): Promise<Listener> =>
  connect(ENDPOINT_LIVE, { authorization: `Bearer ${await from.proof('GET', ENDPOINT_LIVE)}` });
const connectConsole = async (): Promise<Listener> =>
  connect(CONSOLE_LIVE, { cookie: await server.login() });

/** Status of a refused upgrade and the code in its body. */
async function refusal(path: string, headers: Record<string, string>): Promise<string> {
  const socket = new WebSocket(`${base}${path}`, { headers });
  socket.on('error', () => undefined);
  return await new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve((JSON.parse(body) as { code: string }).code);
        socket.terminate();
      });
    });
  });
}

describe('the console feed', () => {
  it('tells an alert within two seconds of its arrival, once committed', async () => {
    const console1 = await connectConsole();
    const violation = makeViolation();
    await endpoint.report([violation]);
    const message = consoleLiveMessageSchema.parse(await console1.next('alert.changed'));
    if (message.kind !== 'alert.changed') throw new Error('wrong kind');
    const detail = await server.services.alerts.detail(message.alert.id);
    expect(detail?.violations).toEqual([violation]);
  });

  it('tells a burst whole and in order', async () => {
    const console1 = await connectConsole();
    await endpoint.report(
      Array.from({ length: 450 }, (_, n) => makeViolation({ customerCount: n })),
    );
    const counts = [];
    for (let turn = 0; turn < 450; turn += 1) {
      const { alert } = (await console1.next('alert.changed')) as {
        alert: { customerCount: number };
      };
      counts.push(alert.customerCount);
    }
    expect(counts).toEqual(Array.from({ length: 450 }, (_, n) => n));
  });

  it('tells the alerts of several requests in the order they came', async () => {
    const console1 = await connectConsole();
    const report = (from: number) =>
      endpoint.report(
        Array.from({ length: 250 }, (_, n) => makeViolation({ customerCount: from + n })),
      );
    for (const from of [0, 250, 500, 750]) await report(from);
    const counts: number[] = [];
    for (let turn = 0; turn < 1_000; turn += 1) {
      const { alert } = (await console1.next('alert.changed')) as {
        alert: { customerCount: number };
      };
      counts.push(alert.customerCount);
    }
    expect(counts).toEqual(Array.from({ length: 1_000 }, (_, n) => n));
  });

  it('tells what reviewers do, and endpoints that come, go, are refused or revoked', async () => {
    const console1 = await connectConsole();
    const agent = await connectEndpoint();
    expect(await console1.next('endpoint.changed')).toMatchObject({
      endpoint: { connected: true },
    });
    agent.socket.close();
    expect(await console1.next('endpoint.changed')).toMatchObject({
      endpoint: { connected: false },
    });
    await endpoint.request('GET', `${ENDPOINT_LIVE}?forged`, undefined, {
      authorization: `Bearer ${await endpoint.proof('GET', '/other')}`,
    });
    expect(await console1.next('endpoint.changed')).toMatchObject({
      endpoint: { refusedCount: 1 },
    });
    await server.services.fleet.revoke(endpoint.id);
    expect(await console1.next('endpoint.changed')).toMatchObject({
      endpoint: { state: 'revoked' },
    });
  });

  it('ends with the session', async () => {
    const cookie = await server.login();
    const listener = await connect(CONSOLE_LIVE, { cookie });
    await server.app.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie } });
    expect(await listener.closed()).toBe(4401);
  });

  it('takes nothing from the browser', async () => {
    const listener = await connectConsole();
    listener.socket.send('{}');
    expect(await listener.closed()).toBe(1008);
  });

  it('is closed to strangers and other origins', async () => {
    expect(await refusal(CONSOLE_LIVE, {})).toBe('session.missing');
    const cookie = await server.login();
    expect(await refusal(CONSOLE_LIVE, { cookie, origin: 'http://evil.example' })).toBe(
      'request.foreign-origin',
    );
    expect(await refusal('/api/v1/nowhere', {})).toBe('route.not-found');
  });
});

describe('the endpoint feed', () => {
  it('says to look when a policy is published', async () => {
    const agent = await connectEndpoint();
    await server.services.policies.publish(server.bundle(1), 'test');
    expect(endpointLiveMessageSchema.parse(await agent.next('check-now'))).toEqual({
      kind: 'check-now',
      what: 'policy',
    });
  });

  it('takes the proof as subprotocol, for browsers, and answers with our own', async () => {
    const proof = await endpoint.proof('GET', ENDPOINT_LIVE);
    const { socket } = await connect(ENDPOINT_LIVE, {}, ['kedun', proof]);
    expect(socket.protocol).toBe('kedun');
  });

  it('hears heartbeats', async () => {
    const agent = await connectEndpoint();
    const heartbeat = { kind: 'heartbeat', version: '9.9.9', policyVersion: 7, outboxDepth: 0 };
    agent.socket.send(JSON.stringify(heartbeat));
    await expect
      .poll(() => server.services.fleet.find(endpoint.id), { timeout: 2_000 })
      .toMatchObject({ version: '9.9.9', policyVersion: 7, connected: true });
  });

  it('tells a revoked endpoint, ends its socket, and refuses the next', async () => {
    const agent = await connectEndpoint();
    await server.services.fleet.revoke(endpoint.id);
    expect(await agent.next('revoked')).toEqual({ kind: 'revoked' });
    expect(await agent.closed()).toBe(4403);
    const authorization = `Bearer ${await endpoint.proof('GET', ENDPOINT_LIVE)}`;
    expect(await refusal(ENDPOINT_LIVE, { authorization })).toBe('endpoint.revoked');
    expect((await server.services.fleet.find(endpoint.id))?.connected).toBe(false);
  });

  it('ends the socket of an endpoint that was revoked while it connected', async () => {
    // As another node does, or the instant between the proof and the socket: no notice reaches the feed.
    const agent = await connectEndpoint();
    await server.services.repositories.fleet.revokeEndpoint(endpoint.id);
    const heartbeat = { kind: 'heartbeat', version: '1', policyVersion: 1, outboxDepth: 0 };
    agent.socket.send(JSON.stringify(heartbeat));
    expect(await agent.closed()).toBe(4403);
  });

  it('closes the oldest socket of an endpoint that opens more and more', async () => {
    const agents: Listener[] = [];
    for (let turn = 0; turn < 5; turn += 1) agents.push(await connectEndpoint());
    expect(await agents[0]?.closed()).toBe(1013);
    expect(agents.slice(1).map((agent) => agent.socket.readyState)).toEqual([1, 1, 1, 1]);
    expect((await server.services.fleet.find(endpoint.id))?.connected).toBe(true);
  });

  it('lets no endpoint keep the store busy with heartbeats, or pongs nobody asked for', async () => {
    const agent = await connectEndpoint();
    for (let turn = 0; turn < 1_000; turn += 1) agent.socket.pong();
    for (let turn = 0; turn < 1_000; turn += 1)
      agent.socket.send(
        JSON.stringify({ kind: 'heartbeat', version: '1', policyVersion: turn, outboxDepth: 0 }),
      );
    expect(await agent.closed()).toBe(1008);
    const { policyVersion } = (await server.services.fleet.find(endpoint.id)) ?? {};
    expect(policyVersion).toBeLessThan(100);
  });

  it('keeps an endpoint connected while one of its two sockets is open', async () => {
    const first = await connectEndpoint();
    await connectEndpoint();
    first.socket.close();
    await first.closed();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await server.services.fleet.find(endpoint.id))?.connected).toBe(true);
  });

  it('forgets a connection nobody vouches for any more (the node died)', async () => {
    await server.services.fleet.connected(endpoint.id, null);
    expect((await server.services.fleet.find(endpoint.id))?.connected).toBe(true);
    server.advance(80_000);
    expect((await server.services.fleet.find(endpoint.id))?.connected).toBe(false);
  });

  it.each([
    ['no JSON', 'nonsense', 1008],
    ['an unknown kind', '{"kind":"other"}', 1008],
    [
      'a field too many',
      '{"kind":"heartbeat","version":"1","policyVersion":1,"outboxDepth":0,"x":1}',
      1008,
    ],
    ['binary', Buffer.from([1, 2, 3]), 1008],
    ['oversize', 'x'.repeat(20_000), 1009],
  ])('closes on %s, and counts it', async (_name, frame, code) => {
    const agent = await connectEndpoint();
    agent.socket.send(frame);
    expect(await agent.closed()).toBe(code);
    const metrics = await server.app.inject('/metrics');
    expect(metrics.body).toMatch(/kedun_live_bad_frames_total\{audience="endpoint"\} 1/);
  });

  it('says goodbye when the server stops', async () => {
    const agent = await connectEndpoint();
    const stopped = server.app.close();
    expect(await agent.closed()).toBe(1001);
    await stopped;
  });
});
