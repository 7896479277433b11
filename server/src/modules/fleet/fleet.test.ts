import { endpointListResponseSchema } from '@kedun/shared/contracts/api/fleet';
import { enrolmentResponseSchema } from '@kedun/shared/contracts/enrolment';
import { PROOF_WINDOW_MS, signEndpointProof } from '@kedun/shared/enrolment/endpoint-proof';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeStarted } from '../../testing/events.ts';
import {
  enrolEndpoint,
  makeEndpointKey,
  makeToken,
  postEnrolment,
} from '../../testing/test-endpoint.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { UNKNOWN_KEPT } from './repository.ts';

const POLICY = '/api/v1/endpoint/policy';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

async function listed() {
  const headers = { cookie: await server.login() };
  const answer = await server.app.inject({ method: 'GET', url: '/api/v1/endpoints', headers });
  return endpointListResponseSchema.parse(answer.json());
}
async function revoke(id: string) {
  const headers = { cookie: await server.login() };
  return await server.app.inject({
    method: 'POST',
    url: `/api/v1/endpoints/${id}/revoke`,
    headers,
  });
}

describe('enrolment', () => {
  it('gives an endpoint its identity, the keys to verify with and its assignment', async () => {
    const key = await makeEndpointKey();
    const answer = await postEnrolment(server, key, { token: await makeToken(server) });
    expect(answer.statusCode).toBe(201);
    const enrolment = enrolmentResponseSchema.parse(answer.json());
    expect(enrolment.policyKeys).toEqual([server.keys.policy.publicJwk]);
    expect(enrolment.assignment.employeeId).toBe('E-1001');
  });

  it('keeps no usable token in the database', async () => {
    const token = await makeToken(server);
    const rows = await server.store.db.selectFrom('enrolment_tokens').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token.split('.')[0]);
  });

  it('gives a one-use token to one of those who use it at the same time', async () => {
    const token = await makeToken(server);
    const keys = await Promise.all(Array.from({ length: 6 }, makeEndpointKey));
    const answers = await Promise.all(keys.map((key) => postEnrolment(server, key, { token })));
    expect(answers.map((answer) => answer.statusCode).toSorted((a, b) => a - b)).toEqual([
      201, 403, 403, 403, 403, 403,
    ]);
    expect((await listed()).endpoints).toHaveLength(1);
  });

  it('takes a proof of possession once', async () => {
    const key = await makeEndpointKey();
    const url = '/api/v1/enrolments';
    const payload = JSON.stringify({
      token: await makeToken(server),
      kind: 'agent',
      publicKey: key.publicJwk,
      hostName: 'desk-08',
      platform: 'linux',
      version: '0.1.0',
    });
    const proof = await signEndpointProof(
      { endpointId: 'enrol', method: 'POST', path: url, body: payload, nowMs: server.now() },
      key.privateKey,
    );
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${proof}` };
    const send = () => server.app.inject({ method: 'POST', url, payload, headers });
    expect((await send()).statusCode).toBe(201);
    expect((await send()).json()).toMatchObject({ code: 'endpoint.proof-replayed' });
  });

  it('takes a token as often as it was made for', async () => {
    const token = await makeToken(server, { uses: 2 });
    const codes = [];
    for (let turn = 0; turn < 3; turn += 1)
      codes.push((await postEnrolment(server, await makeEndpointKey(), { token })).statusCode);
    expect(codes).toEqual([201, 201, 403]);
  });

  it('gives one place to two who come at once', async () => {
    const token = await makeToken(server);
    const answers = await Promise.all(
      [await makeEndpointKey(), await makeEndpointKey()].map((key) =>
        postEnrolment(server, key, { token }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201, 403]));
  });

  it('answers a repeated request (the first answer got lost) with the same endpoint', async () => {
    const token = await makeToken(server);
    const key = await makeEndpointKey();
    const first = await postEnrolment(server, key, { token });
    const second = await postEnrolment(server, key, { token });
    expect(second.statusCode).toBe(201);
    expect(second.json<{ endpointId: string }>().endpointId).toBe(
      first.json<{ endpointId: string }>().endpointId,
    );
  });

  it.each([
    ['made up', async () => `${'A'.repeat(43)}.${'B'.repeat(43)}`],
    [
      'pinned to another policy key',
      async () => `${(await makeToken(server)).split('.')[0] ?? ''}.${'B'.repeat(43)}`,
    ],
    ['for another kind', () => makeToken(server, { kind: 'extension' })],
    [
      'expired',
      async () => {
        const token = await makeToken(server, { validForMs: 60_000 });
        server.advance(60_001);
        return token;
      },
    ],
  ])('refuses a token that is %s, and shows it', async (_name, make) => {
    const answer = await postEnrolment(server, await makeEndpointKey(), { token: await make() });
    expect(answer.json()).toMatchObject({ code: 'enrolment.token-invalid' });
    expect((await listed()).unknown).toMatchObject([{ claimedId: 'enrol', count: 1 }]);
  });

  it('refuses a key that the sender does not hold', async () => {
    const [own, other] = [await makeEndpointKey(), await makeEndpointKey()];
    const token = await makeToken(server);
    const answer = await postEnrolment(server, own, { token, publicKey: other.publicJwk });
    expect(answer.json()).toMatchObject({ code: 'endpoint.proof-invalid' });
    expect((await postEnrolment(server, own, { token })).statusCode).toBe(201);
  });

  it('never lets a revoked key in again', async () => {
    const token = await makeToken(server, { uses: 9 });
    const key = await makeEndpointKey();
    const first = await postEnrolment(server, key, { token });
    await revoke(first.json<{ endpointId: string }>().endpointId);
    expect((await postEnrolment(server, key, { token })).statusCode).toBe(403);
  });
});

describe('proofs', () => {
  it('of another request, method, path or body are refused and counted', async () => {
    const endpoint = await enrolEndpoint(server);
    const get = (authorization: string, url = POLICY) =>
      server.app.inject({ method: 'GET', url, headers: { authorization } });
    const wrongPath = await get(`Bearer ${await endpoint.proof('GET', `${POLICY}?x=1`)}`);
    const wrongMethod = await get(`Bearer ${await endpoint.proof('POST', POLICY)}`);
    const wrongBody = await server.app.inject({
      method: 'POST',
      url: '/api/v1/endpoint/events',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await endpoint.proof('POST', '/api/v1/endpoint/events', '{"events":[1]}')}`,
      },
      payload: '{"events":[2]}',
    });
    for (const answer of [wrongPath, wrongMethod, wrongBody])
      expect(answer.json()).toMatchObject({ code: 'endpoint.proof-invalid' });
    expect((await listed()).endpoints).toMatchObject([{ id: endpoint.id, refusedCount: 3 }]);
  });

  it.each(['Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic abc', `Bearer ${'a'.repeat(5_000)}`])(
    'that are none are refused: %s',
    async (authorization) => {
      const answer = await server.app.inject({
        method: 'GET',
        url: POLICY,
        headers: { authorization },
      });
      expect(answer.statusCode).toBe(401);
    },
  );

  it('count once: a replay is refused, after a restart too', async () => {
    const endpoint = await enrolEndpoint(server);
    await server.services.policies.publish(server.bundle(1), 'test');
    const authorization = `Bearer ${await endpoint.proof('GET', POLICY)}`;
    const send = (to: TestServer) =>
      to.app.inject({ method: 'GET', url: POLICY, headers: { authorization } });
    expect((await send(server)).statusCode).toBe(200);
    expect((await send(server)).json()).toMatchObject({ code: 'endpoint.proof-replayed' });
    server = await server.restart();
    expect((await send(server)).json()).toMatchObject({ code: 'endpoint.proof-replayed' });
  });

  it('by a wrong clock are refused with the time to correct by', async () => {
    const endpoint = await enrolEndpoint(server);
    for (const skew of [-PROOF_WINDOW_MS - 2_000, PROOF_WINDOW_MS + 2_000]) {
      const proof = await signEndpointProof(
        {
          endpointId: endpoint.id,
          method: 'GET',
          path: POLICY,
          body: '',
          nowMs: server.now() + skew,
        },
        endpoint.key.privateKey,
      );
      const answer = await server.app.inject({
        method: 'GET',
        url: POLICY,
        headers: { authorization: `Bearer ${proof}` },
      });
      const body = answer.json<{ code: string; serverTime: number }>();
      expect(body.code).toBe('endpoint.proof-expired');
      expect(Math.abs(body.serverTime - server.now())).toBeLessThan(2_000);
    }
  });

  it('by unknown endpoints are refused, counted by id and address, and shown; the count is bounded', async () => {
    const key = await makeEndpointKey();
    const claimedId = '0190a3b4-0000-7000-8000-000000000000';
    for (let turn = 0; turn < 2; turn += 1) {
      const proof = await signEndpointProof(
        { endpointId: claimedId, method: 'GET', path: POLICY, body: '', nowMs: server.now() },
        key.privateKey,
      );
      const answer = await server.app.inject({
        method: 'GET',
        url: POLICY,
        headers: { authorization: `Bearer ${proof}` },
        remoteAddress: '192.0.2.9',
      });
      expect(answer.json()).toMatchObject({ code: 'endpoint.unknown' });
    }
    expect((await listed()).unknown).toMatchObject([{ claimedId, address: '192.0.2.9', count: 2 }]);
    const { fleet } = server.services.repositories;
    await server.store.transaction(async (tx) => {
      for (let turn = 0; turn < UNKNOWN_KEPT + 20; turn += 1)
        await fleet.countUnknown(
          { claimed_id: `made-up-${String(turn)}`, address: '192.0.2.9', last_seen_at: turn },
          tx,
        );
    });
    await fleet.pruneUnknown();
    expect((await listed()).unknown).toHaveLength(UNKNOWN_KEPT);
  });
});

describe('revocation', () => {
  it('takes effect with the next request, is counted, shown and recorded', async () => {
    const endpoint = await enrolEndpoint(server);
    expect((await revoke(endpoint.id)).json()).toMatchObject({ state: 'revoked' });
    for (const answer of [
      await endpoint.report([makeStarted()]),
      await endpoint.request('GET', POLICY),
    ])
      expect(answer.json()).toMatchObject({ code: 'endpoint.revoked' });
    expect((await listed()).endpoints).toMatchObject([{ state: 'revoked', refusedCount: 2 }]);
    const records = await server.store.db
      .selectFrom('audit_records')
      .selectAll()
      .where('action', '=', 'endpoint.revoke')
      .execute();
    expect(records.map((row) => [row.phase, row.subject, row.outcome])).toEqual([
      ['open', endpoint.id, null],
      ['close', endpoint.id, 'done'],
    ]);
  });

  it('of nobody is not found', async () => {
    const answer = await revoke('0190a3b4-0000-7000-8000-000000000000');
    expect(answer.json()).toMatchObject({ code: 'resource.not-found' });
  });
});

describe('history', () => {
  it('shows what the endpoint said of itself, newest first, and what follows from it', async () => {
    const endpoint = await enrolEndpoint(server);
    const first = makeStarted({ version: '0.1.1' });
    await endpoint.report([first]);
    server.advance(10);
    const second = makeStarted({ version: '0.2.0', policyVersion: 3 });
    await endpoint.report([second]);
    const answer = await server.app.inject({
      method: 'GET',
      url: `/api/v1/endpoints/${endpoint.id}/events`,
      headers: { cookie: await server.login() },
    });
    const { events } = answer.json<{ events: { id: string; body: unknown }[] }>();
    expect(events.map((event) => event.id)).toEqual([second.id, first.id]);
    expect(events[0]?.body).toEqual(second);
    expect((await listed()).endpoints).toMatchObject([{ version: '0.2.0', policyVersion: 3 }]);
  });
});

describe('tokens', () => {
  it('are made by the console and shown once', async () => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/enrolment-tokens',
      headers: { cookie: await server.login() },
      payload: { kind: 'agent' },
    });
    expect(answer.statusCode).toBe(201);
    const { token, expiresAt } = answer.json<{ token: string; expiresAt: number }>();
    expect(token.split('.')[1]).toBe(server.keys.policy.publicJwk.kid);
    expect(expiresAt).toBeGreaterThan(server.now());
    expect((await postEnrolment(server, await makeEndpointKey(), { token })).statusCode).toBe(201);
  });
});
