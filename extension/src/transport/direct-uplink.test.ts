import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, expect, it } from 'vitest';

import { openKedunDatabase } from '../outbox/event-store.ts';
import { makeEvents } from '../testing/events.ts';
import { createDirectUplink } from './direct-uplink.ts';
import { createIdentityStore } from './identity-store.ts';
import type { ServerAnswer, ServerCall } from './server-call.ts';

const ENDPOINT = '01900000-0000-7000-8000-0000000000aa';
let policyKey: { kty: 'OKP'; crv: 'Ed25519'; x: string };
let token: string;
beforeAll(async () => {
  const { publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(publicKey);
  policyKey = { kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '' };
  token = `${'s'.repeat(43)}.${await calculateJwkThumbprint(jwk)}`;
});

beforeAll(() => import('fake-indexeddb/auto'));

let databases = 0;
async function setUp(answer: (call: ServerCall) => ServerAnswer) {
  databases += 1;
  const database = await openKedunDatabase(`direct-${databases}`);
  const calls: ServerCall[] = [];
  const create = () =>
    createDirectUplink({
      managedConfig: async () => ({ serverUrl: 'https://kedun.example', enrolmentToken: token }),
      identities: createIdentityStore(database),
      call: async (_caller, call) => {
        calls.push(call);
        return answer(call);
      },
      describe: async () => ({ hostName: 'b', platform: 'p', version: '1' }),
      now: () => 1_800_000_000_000,
    });
  return { create, calls };
}
const enrolled = (): ServerAnswer => ({
  ok: true,
  body: {
    endpointId: ENDPOINT,
    organisation: 'demo',
    serverTime: 1_800_000_000_000,
    policyKeys: [policyKey],
    digestKey: { id: 'k1', key: 'A'.repeat(43) },
    assignment: { groups: [], employment: 'staff' },
  },
});
const isEnrolment = (call: ServerCall) => call.path === '/api/v1/enrolments';

it('enrols once, with a key that cannot be taken out, and remembers it over restarts', async () => {
  const policy = { bundle: 'jws', assignment: { groups: [], employment: 'staff' } };
  const { create, calls } = await setUp((call) =>
    isEnrolment(call) ? enrolled() : { ok: true, body: policy },
  );
  expect(await create().pullPolicy()).toMatchObject({ ok: true, bundle: 'jws' });
  const restarted = create();
  expect(await restarted.pullPolicy()).toMatchObject({ ok: true });
  expect(calls.filter(isEnrolment)).toHaveLength(1);
  const identity = await restarted.identity();
  if (typeof identity === 'string') throw new Error(identity);
  await expect(crypto.subtle.exportKey('jwk', identity.key)).rejects.toThrow();
});

it('trusts no policy key but the one the token pins', async () => {
  const other = { ...policyKey, x: 'C'.repeat(43) };
  const { create } = await setUp(() => {
    const answer = enrolled();
    return answer.ok
      ? { ok: true, body: { ...(answer.body as object), policyKeys: [other] } }
      : answer;
  });
  expect(await create().pullPolicy()).toEqual({ ok: false, code: 'uplink.foreign-policy-key' });
});

it('does not hammer the server with a token that was refused', async () => {
  const { create, calls } = await setUp(() => ({ ok: false, code: 'enrolment.token-invalid' }));
  const uplink = create();
  await uplink.pullPolicy();
  expect(await uplink.pullPolicy()).toEqual({ ok: false, code: 'enrolment.token-invalid' });
  expect(calls).toHaveLength(1);
});

it('tells acknowledged events, refused ones and those to send again apart', async () => {
  const { create } = await setUp((call) =>
    isEnrolment(call)
      ? enrolled()
      : {
          ok: true,
          body: {
            acknowledged: [0],
            refused: [
              { index: 1, code: 'event.invalid' },
              { index: 2, code: 'storage.unavailable' },
            ],
          },
        },
  );
  const events = makeEvents(3);
  expect(await create().report(events)).toEqual({
    ok: true,
    acknowledged: [events[0]?.id],
    refused: [events[1]?.id],
  });
});
