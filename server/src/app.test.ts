import net, { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { errorResponseSchema } from '@kedun/shared/contracts/error-response';
import { ERRORS } from '@kedun/shared/contracts/errors';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { enrolEndpoint, type TestEndpoint } from './testing/test-endpoint.ts';
import { startTestServer, TEST_ACCOUNT, type TestServer } from './testing/test-server.ts';

const PLANTED = '11010519491231002X';

let server: TestServer;
let endpoint: TestEndpoint;
let cookie: string;

beforeAll(async () => {
  server = await startTestServer();
  endpoint = await enrolEndpoint(server);
  cookie = await server.login();
});
afterAll(() => server.stop());

describe('every refusal is coded, bilingual, and quotes nothing', () => {
  const json = { 'content-type': 'application/json' };
  const session = '/api/v1/session';
  const cases = [
    ['malformed JSON', 'POST', session, json, `{"account":"${PLANTED}`, 'request.malformed'],
    ['broken UTF-8', 'POST', session, json, Buffer.from('7b22ff227d', 'hex'), 'request.malformed'],
    ['empty body', 'POST', session, json, '', 'request.malformed'],
    ['deep nesting', 'POST', session, json, '['.repeat(5_000), 'request.malformed'],
    ['wrong type', 'POST', session, json, `{"account":1,"password":"x"}`, 'request.invalid'],
    [
      'unknown field',
      'POST',
      session,
      json,
      `{"account":"a","password":"b","${PLANTED}":1}`,
      'request.invalid',
    ],
    [
      'media type',
      'POST',
      session,
      { 'content-type': 'text/plain' },
      PLANTED,
      'request.unsupported-media-type',
    ],
    ['oversize', 'POST', session, json, `"${'x'.repeat(20_000)}"`, 'request.too-large'],
    ['unknown route', 'GET', `/api/v1/${PLANTED}`, {}, undefined, 'route.not-found'],
    ['broken escape', 'GET', '/api/%zz', {}, undefined, 'route.not-found'],
    [
      'way out of the console folder',
      'GET',
      '/..%2f..%2fetc/passwd',
      {},
      undefined,
      'route.not-found',
    ],
    ['no session', 'GET', '/api/v1/alerts', {}, undefined, 'session.missing'],
    ['no proof', 'POST', '/api/v1/endpoint/events', json, '{}', 'endpoint.proof-missing'],
    ['socket without upgrade, no session', 'GET', '/api/v1/live', {}, undefined, 'session.missing'],
    ['no extension built', 'GET', '/extension/updates.xml', {}, undefined, 'resource.not-found'],
  ] as const;

  it.each(cases)('%s', async (_name, method, url, headers, payload, code) => {
    const answer = await server.app.inject({
      method,
      url,
      headers,
      ...(payload !== undefined && { payload }),
    });
    const body = errorResponseSchema.parse(answer.json());
    expect(body.code).toBe(code);
    expect(answer.statusCode).toBe(ERRORS[code].status);
    expect(answer.body).not.toContain(PLANTED);
    expect(Math.abs(body.serverTime - server.now())).toBeLessThan(5_000);
  });

  it('names the field and the kind of problem, never the value', async () => {
    const answer = await server.app.inject({
      method: 'GET',
      url: `/api/v1/alerts?limit=${PLANTED}&before=nonsense`,
      headers: { cookie },
    });
    const { fields } = errorResponseSchema.parse(answer.json());
    expect(fields?.map((field) => field.path)).toEqual(['/before', '/limit']);
    expect(answer.body).not.toContain(PLANTED);
  });

  it('refuses an oversize body by its announced length, before reading it', async () => {
    const proof = await endpoint.proof('POST', '/api/v1/endpoint/events', '');
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/endpoint/events',
      headers: { ...json, 'content-length': '1000001', authorization: `Bearer ${proof}` },
      payload: '{}',
    });
    expect(answer.json()).toMatchObject({ code: 'request.too-large' });
  });
});

describe('origins', () => {
  const logout = { method: 'DELETE', url: '/api/v1/session' } as const;
  it.each([
    ['another site', { origin: 'http://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:9999' }],
    ['an opaque origin', { origin: 'null' }],
    ['a cross-site fetch without origin', { 'sec-fetch-site': 'cross-site' }],
    ['a sister host', { 'sec-fetch-site': 'same-site' }],
  ])('refuses a change from %s', async (_name, headers) => {
    const answer = await server.app.inject({
      ...logout,
      headers: { ...headers, cookie, host: '127.0.0.1:8710' },
    });
    expect(answer.json()).toMatchObject({ code: 'request.foreign-origin' });
  });

  it.each([
    ['the public address', { origin: 'http://127.0.0.1:8710', host: 'localhost:1' }],
    ['the address it was sent to', { origin: 'http://localhost:8710', host: 'localhost:8710' }],
    ['no browser', {}],
  ])('takes a change from %s', async (_name, headers) => {
    const own = await server.login();
    const answer = await server.app.inject({ ...logout, headers: { ...headers, cookie: own } });
    expect(answer.statusCode).toBe(204);
  });

  it('does not ask endpoints for an origin', async () => {
    const answer = await endpoint.request(
      'POST',
      '/api/v1/endpoint/events',
      { events: [{}] },
      {
        origin: 'chrome-extension://abcdefghijklmnop',
      },
    );
    expect(answer.statusCode).toBe(200);
  });
});

describe('faults', () => {
  it('hides what broke and logs it under the reference, without messages that could quote content', async () => {
    const broken = await startTestServer();
    await broken.store.db.schema.alterTable('alerts').renameTo('gone').execute();
    const answer = await broken.app.inject({
      method: 'GET',
      url: '/api/v1/alerts',
      headers: { cookie: await broken.login() },
    });
    const body = errorResponseSchema.parse(answer.json());
    expect(body.code).toBe('server.internal');
    expect(answer.body).not.toContain('no such table');
    const line = broken.log.find((entry) => entry.includes('"failed"'));
    expect(line).toContain(body.reference);
    expect(line).toContain('errcode');
    await broken.stop();
  });

  it('says that storage is away, coded, while it is', async () => {
    const away = await startTestServer();
    await away.store.close();
    const answer = await away.app.inject({ method: 'GET', url: '/readyz' });
    expect(answer.json()).toMatchObject({ code: 'storage.unavailable' });
    expect((await away.app.inject({ method: 'GET', url: '/healthz' })).statusCode).toBe(200);
    await away.app.close();
  });
});

describe('bytes that are no HTTP', () => {
  it.each([
    ['nonsense', 'HELO kedun\r\n\r\n'],
    ['a header without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}`],
  ])('%s: get a coded answer and the line is closed', async (_name, bytes) => {
    const other = await startTestServer();
    await other.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = other.app.server.address() as AddressInfo;
    const socket = net.connect(port, '127.0.0.1');
    socket.end(bytes);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('"code":"request.malformed"');
    await other.stop();
  });
});

describe('what the log holds', () => {
  it('has patterns of routes and no cookie, proof, query, account or address', async () => {
    const proof = await endpoint.proof('GET', '/api/v1/endpoint/policy');
    await server.app.inject({
      method: 'GET',
      url: '/api/v1/endpoint/policy',
      headers: { authorization: `Bearer ${proof}` },
    });
    await server.app.inject({
      method: 'GET',
      url: `/api/v1/alerts?limit=7&state=open`,
      headers: { cookie },
    });
    await server.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { account: TEST_ACCOUNT, password: PLANTED },
    });
    const log = server.log.join('');
    expect(log).toContain('/api/v1/alerts');
    for (const secret of [
      PLANTED,
      cookie.split('=')[1],
      proof,
      'state=open',
      TEST_ACCOUNT,
      '127.0.0.1',
    ])
      expect(log).not.toContain(secret);
  });
});

describe('pages and documents', () => {
  it('describes every API route in OpenAPI 3.1', async () => {
    const answer = await server.app.inject({ method: 'GET', url: '/openapi.json' });
    const document = answer.json<{ openapi: string; paths: Record<string, unknown> }>();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/enrolments',
        '/api/v1/endpoint/events',
        '/api/v1/alerts/{id}/state',
        '/api/v1/policy',
      ]),
    );
  });

  it('exports its measures', async () => {
    const answer = await server.app.inject({ method: 'GET', url: '/metrics' });
    for (const name of [
      'kedun_http_request_duration_seconds_bucket',
      'kedun_events_refused_total',
      'kedun_live_sockets',
      'process_resident_memory_bytes',
    ])
      expect(answer.body).toContain(name);
  });

  it('forbids scripts from elsewhere', async () => {
    const answer = await server.app.inject({ method: 'GET', url: '/docs/' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-security-policy']).toContain("script-src 'self';");
  });

  it('limits how often one address may ask', async () => {
    const small = await startTestServer({
      environment: { KEDUN_ENDPOINT_REQUESTS_PER_MINUTE: '3' },
    });
    const ask = () => small.app.inject({ method: 'GET', url: '/api/v1/endpoint/policy' });
    const codes = [];
    for (let turn = 0; turn < 5; turn += 1) codes.push((await ask()).json<{ code: string }>().code);
    expect(codes.slice(0, 3)).toEqual(Array(3).fill('endpoint.proof-missing'));
    const last = await ask();
    expect(last.json()).toMatchObject({ code: 'request.rate-limited' });
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    await small.stop();
  });
});
