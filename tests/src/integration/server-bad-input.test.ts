import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';

import { errorResponseSchema } from '@kedun/shared/contracts/error-response';

import { type ConsoleClient, openConsole } from '../harness/console-client.ts';
import { type ServerProcess, startServer } from '../harness/server-process.ts';

const PASSWORD = 'correct horse battery staple 42';
/** A value that must not come back in any answer or log line: bad input may hold customer data. */
const SECRET = '11010519491231002X';

interface Bad {
  readonly name: string;
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  readonly code: string;
  /** Logged in, from the console's own origin. */
  readonly session?: boolean;
}

const json = { 'content-type': 'application/json' };
const EVENTS = '/api/v1/endpoint/events';
const SESSION = '/api/v1/session';

const TABLE: readonly Bad[] = [
  {
    name: 'not JSON',
    method: 'POST',
    path: SESSION,
    headers: json,
    body: `{"account":${SECRET}`,
    status: 400,
    code: 'request.malformed',
  },
  {
    name: 'no body',
    method: 'POST',
    path: SESSION,
    headers: json,
    body: '',
    status: 400,
    code: 'request.malformed',
  },
  {
    name: 'wrong types',
    method: 'POST',
    path: SESSION,
    headers: json,
    body: JSON.stringify({ account: 1, password: [SECRET] }),
    status: 422,
    code: 'request.invalid',
  },
  {
    name: 'a field nobody knows',
    method: 'POST',
    path: SESSION,
    headers: json,
    body: JSON.stringify({ account: 'a', password: 'b', [SECRET]: 1 }),
    status: 422,
    code: 'request.invalid',
  },
  {
    name: 'another media type',
    method: 'POST',
    path: SESSION,
    headers: { 'content-type': 'text/plain' },
    body: SECRET,
    status: 415,
    code: 'request.unsupported-media-type',
  },
  {
    name: 'too large',
    method: 'POST',
    path: SESSION,
    headers: json,
    body: JSON.stringify({ account: SECRET.repeat(2_000_000) }),
    status: 413,
    code: 'request.too-large',
  },
  {
    name: 'an address that is none',
    path: `/api/v1/${SECRET}`,
    status: 404,
    code: 'route.not-found',
  },
  {
    name: 'no endpoint proof',
    method: 'POST',
    path: EVENTS,
    headers: json,
    body: '{"events":[1]}',
    status: 401,
    code: 'endpoint.proof-missing',
  },
  {
    name: 'a proof that is none',
    method: 'POST',
    path: EVENTS,
    headers: { ...json, authorization: `Bearer ${SECRET}` },
    body: '{"events":[1]}',
    status: 401,
    code: 'endpoint.proof-invalid',
  },
  { name: 'no session', path: '/api/v1/alerts', status: 401, code: 'session.missing' },
  {
    name: 'a made-up session',
    path: '/api/v1/alerts',
    headers: { cookie: 'kedun=abc; sid=abc' },
    status: 401,
    code: 'session.missing',
  },
  {
    name: 'a query out of bounds',
    path: '/api/v1/alerts?limit=100000',
    status: 422,
    code: 'request.invalid',
    session: true,
  },
  {
    name: 'an id that is none',
    path: `/api/v1/alerts/${SECRET}`,
    status: 422,
    code: 'request.invalid',
    session: true,
  },
  {
    name: 'an id of nothing',
    path: '/api/v1/alerts/019aa000-0000-7000-8000-000000000001',
    status: 404,
    code: 'resource.not-found',
    session: true,
  },
  {
    name: 'a policy that is none',
    method: 'POST',
    path: '/api/v1/policy',
    headers: json,
    body: JSON.stringify({ bundle: { format: 1, [SECRET]: 2 } }),
    status: 422,
    code: 'policy.invalid',
    session: true,
  },
];

describe('bad input at the server’s edge', () => {
  let dataDir: string;
  let server: ServerProcess;
  let client: ConsoleClient;

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'kedun-bad-'));
    server = await startServer({ dataDir, password: PASSWORD });
    client = await openConsole(server.url, 'admin', PASSWORD);
  });
  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function ask(bad: Bad): Promise<{ status: number; text: string }> {
    const headers = new Headers(bad.headers);
    if (bad.session === true) {
      headers.set('cookie', client.cookie());
      headers.set('origin', server.url);
    }
    const response = await fetch(server.url + bad.path, {
      method: bad.method ?? 'GET',
      headers,
      ...(bad.body === undefined ? {} : { body: bad.body }),
    });
    return { status: response.status, text: await response.text() };
  }

  it.each(TABLE)('$name: $status $code', async (bad) => {
    const { status, text } = await ask(bad);
    expect({ status, ...errorResponseSchema.parse(JSON.parse(text)) }).toMatchObject({
      status: bad.status,
      code: bad.code,
    });
    expect(text).not.toContain(SECRET);
  });

  it('a change asked for by another site is refused', async () => {
    const response = await fetch(`${server.url}/api/v1/enrolment-tokens`, {
      method: 'POST',
      headers: { ...json, cookie: client.cookie(), origin: 'http://evil.example' },
      body: JSON.stringify({ kind: 'agent' }),
    });
    expect(response.status).toBe(403);
    expect(errorResponseSchema.parse(await response.json()).code).toBe('request.foreign-origin');
  });

  it.each([
    ['not HTTP at all', '\0\x01\x02 nonsense\r\n\r\n'],
    ['a header without end', `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(200_000)}`],
    [
      'two lengths',
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
    ],
    [
      'a length that is none',
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
    ],
  ])('on the bare socket, %s: the connection ends, the server goes on', async (_name, bytes) => {
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
      socket.resume();
    });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it.each(['/api/v1/live', '/api/v1/endpoint/live'])(
    'a live socket without a right to it is refused: %s',
    async (socketPath) => {
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}${socketPath}`);
      const status = await new Promise<number>((resolve) => {
        socket.on('error', () => undefined);
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
        socket.on('open', () => resolve(101));
      });
      socket.terminate();
      expect(status).toBe(401);
    },
  );

  it('nonsense on the console’s live socket is dropped, the server goes on', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/api/v1/live`, {
      headers: { cookie: client.cookie(), origin: server.url },
    });
    await new Promise<void>((resolve, reject) => {
      socket.on('open', () => resolve());
      socket.on('error', reject);
    });
    socket.send('{"kind":');
    socket.send(Buffer.alloc(100_000, 1));
    socket.send(JSON.stringify({ kind: 'alert.changed', alert: SECRET }));
    await new Promise((resolve) => setTimeout(resolve, 200));
    socket.terminate();
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it('no log line repeats what was sent', () => {
    expect(server.output()).not.toContain(SECRET);
    expect(server.child().isRunning()).toBe(true);
  });
});
