import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import type { PolicyBundle } from '@kedun/shared/contracts/policy';
import type { Ed25519PublicJwk } from '@kedun/shared/contracts/primitives';
import { signBundle } from '@kedun/shared/policy/bundle-signature';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';

import type { EndpointState } from '../messages/endpoint-state.ts';
import { makeBundle } from '../testing/events.ts';
import { createPolicySync } from './policy-sync.ts';
import type { PullResult } from './uplink.ts';

interface Signer {
  readonly publicKey: Ed25519PublicJwk;
  sign(bundle: PolicyBundle): Promise<string>;
}

async function createSigner(): Promise<Signer> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(pair.publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return {
    publicKey: { kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '', kid },
    sign: (bundle) => signBundle(bundle, pair.privateKey, kid),
  };
}

let own: Signer;
let foreign: Signer;
beforeAll(async () => {
  own = await createSigner();
  foreign = await createSigner();
});

function setUp() {
  let state: EndpointState | null = null;
  let answer: PullResult = { ok: false, code: 'uplink.unreachable' };
  const reported: EndpointEvent[] = [];
  let saves = 0;
  const sync = createPolicySync({
    uplink: { pullPolicy: async () => answer },
    load: async () => state,
    save: async (next) => {
      saves += 1;
      state = next;
    },
    report: async (event) => void reported.push(event),
    now: () => 1_800_000_000_000,
    newId: () => '01900000-0000-7000-8000-0000000000aa',
  });
  const offer = (bundle: string | null, organisation = 'demo') => {
    const assignment = { groups: [], employment: 'staff' as const };
    const digestKey = { id: 'k1', key: 'A'.repeat(43) };
    const identity = { organisation, assignment, digestKey, policyKeys: [own.publicKey] };
    answer = { ok: true, identity, bundle };
    return sync();
  };
  return { sync, offer, reported, held: () => state?.bundle?.version, saves: () => saves };
}

describe('only signed policy counts', () => {
  it('takes a newer bundle, and the same again without writing', async () => {
    const { offer, held, saves } = setUp();
    expect(await offer(await own.sign(makeBundle(1)))).toBe('updated');
    expect(await offer(await own.sign(makeBundle(2)))).toBe('updated');
    expect(await offer(await own.sign(makeBundle(2)))).toBe('unchanged');
    expect([held(), saves()]).toEqual([2, 2]);
  });

  it.each([
    ['rollback', async () => own.sign(makeBundle(4))],
    ['unknown-key', async () => foreign.sign(makeBundle(6))],
    ['wrong-organisation', async () => own.sign(makeBundle(6, 'other'))],
    ['malformed', async () => 'nonsense'],
    ['bad-signature', async () => `${(await own.sign(makeBundle(6))).slice(0, -6)}AAAAAA`],
  ])('refuses %s, keeps the last known good, and tells once', async (reason, make) => {
    const { offer, held, reported } = setUp();
    await offer(await own.sign(makeBundle(5)));
    const jws = await make();
    expect(await offer(jws)).toBe('refused');
    expect(await offer(jws)).toBe('refused');
    expect(held()).toBe(5);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toMatchObject({ kind: 'policy.refused', reason, heldVersion: 5 });
  });

  it('keeps the bundle when nobody answers and when the agent holds none', async () => {
    const { offer, sync, held } = setUp();
    await offer(await own.sign(makeBundle(5)));
    expect(await offer(null)).toBe('unchanged');
    expect(held()).toBe(5);
    expect(await sync()).toBe('unchanged');
  });

  it('starts anew when an administrator moves the machine to another organisation', async () => {
    const { offer, held } = setUp();
    await offer(await own.sign(makeBundle(5)));
    await offer(null, 'other');
    expect(held()).toBeUndefined();
    expect(await offer(await own.sign(makeBundle(1, 'other')), 'other')).toBe('updated');
    expect(held()).toBe(1);
  });
});
