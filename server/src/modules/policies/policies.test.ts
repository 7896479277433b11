import { errorResponseSchema } from '@kedun/shared/contracts/error-response';
import { checkBundle } from '@kedun/shared/policy/bundle-signature';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { enrolEndpoint } from '../../testing/test-endpoint.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const POLICY = '/api/v1/endpoint/policy';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

async function publish(bundle: unknown) {
  return await server.app.inject({
    method: 'POST',
    url: '/api/v1/policy',
    headers: { cookie: await server.login() },
    payload: { bundle },
  });
}

describe('publishing', () => {
  it('signs what endpoints then get, and verifies with the keys they were given', async () => {
    const endpoint = await enrolEndpoint(server);
    expect((await publish(server.bundle(4))).statusCode).toBe(201);
    const answer = await endpoint.request('GET', POLICY);
    const { bundle, assignment } = answer.json<{ bundle: string; assignment: unknown }>();
    const checked = await checkBundle(bundle, {
      keys: endpoint.enrolment.policyKeys,
      organisation: 'demo',
      heldVersion: 3,
    });
    expect(checked).toMatchObject({ ok: true, bundle: { version: 4 } });
    expect(assignment).toEqual(endpoint.enrolment.assignment);
  });

  it.each([4, 3])('refuses version %i after 4, and the one in force stays', async (version) => {
    await publish(server.bundle(4));
    expect((await publish(server.bundle(version))).json()).toMatchObject({
      code: 'policy.version-not-newer',
    });
    expect((await server.services.policies.current())?.version).toBe(4);
  });

  it('lets one of two at once win', async () => {
    const answers = await Promise.all([publish(server.bundle(2)), publish(server.bundle(2))]);
    expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([201, 409]));
  });

  it('refuses a bundle of another organisation, or one that contradicts itself, and says where', async () => {
    const bundle = server.bundle(1);
    expect((await publish({ ...bundle, organisation: 'other' })).json()).toMatchObject({
      code: 'policy.invalid',
      fields: [{ path: '/bundle/organisation' }],
    });
    const contradiction = await publish({ ...bundle, placeLists: [] });
    const { code, fields } = errorResponseSchema.parse(contradiction.json());
    expect(code).toBe('policy.invalid');
    expect(fields?.[0]?.path).toBe('/bundle/rules/0/conditions');
    expect(await server.services.policies.current()).toBeNull();
  });

  it('refuses a pattern that no endpoint could run, and says which', async () => {
    const rule = { labels: [], needsLabel: false, dataLevel: 3 } as const;
    const patterns = [
      { ...rule, id: 'fine', pattern: 'PRJ-\\d{4}' },
      { ...rule, id: 'backwards', pattern: '(a)\\1' },
    ];
    const answer = await publish({ ...server.bundle(1), detection: { patterns } });
    expect(answer.json()).toMatchObject({
      code: 'policy.invalid',
      fields: [{ path: '/bundle/detection/patterns/1/pattern' }],
    });
    expect(await server.services.policies.current()).toBeNull();
  });
});

describe('asking', () => {
  it('answers that there is none before the first', async () => {
    const endpoint = await enrolEndpoint(server);
    expect((await endpoint.request('GET', POLICY)).json()).toMatchObject({ code: 'policy.none' });
  });

  it('answers 304 to who holds it already, until there is a newer one', async () => {
    const endpoint = await enrolEndpoint(server);
    await publish(server.bundle(1));
    const etag = String((await endpoint.request('GET', POLICY)).headers.etag);
    const again = () => endpoint.request('GET', POLICY, undefined, { 'if-none-match': etag });
    expect((await again()).statusCode).toBe(304);
    await publish(server.bundle(2));
    expect((await again()).statusCode).toBe(200);
  });

  it('survives a restart with the same key', async () => {
    await publish(server.bundle(1));
    const before = await server.services.policies.current();
    const { keys } = server.services.policies;
    server = await server.restart();
    expect(await server.services.policies.current()).toEqual(before);
    expect(server.services.policies.keys).toEqual(keys);
  });
});
