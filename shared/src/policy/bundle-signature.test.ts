import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Ed25519PublicJwk } from '../contracts/primitives.ts';
import { checkBundle, signBundle } from './bundle-signature.ts';
import { createStarterBundle } from './starter-bundle.ts';

const hosts = { businessSystems: [], corporateSites: [] };
const bundleOf = (version: number, organisation = 'demo') =>
  createStarterBundle({ organisation, version, issuedAt: 0, hosts });

async function newKey() {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { privateKey, kid, jwk: { ...jwk, kid } as Ed25519PublicJwk };
}

describe('checkBundle', () => {
  let own: Awaited<ReturnType<typeof newKey>>;
  let foreign: Awaited<ReturnType<typeof newKey>>;
  beforeAll(async () => {
    own = await newKey();
    foreign = await newKey();
  });
  const expecting = (heldVersion: number) => ({
    keys: [own.jwk],
    organisation: 'demo',
    heldVersion,
  });

  it('accepts its own signature, the same version again, and a newer one', async () => {
    const jws = await signBundle(bundleOf(3), own.privateKey, own.kid);
    for (const held of [0, 2, 3])
      expect(await checkBundle(jws, expecting(held))).toMatchObject({
        ok: true,
        bundle: { version: 3 },
      });
  });

  it('refuses an older version', async () => {
    const jws = await signBundle(bundleOf(3), own.privateKey, own.kid);
    expect(await checkBundle(jws, expecting(4))).toEqual({
      ok: false,
      reason: 'rollback',
      offeredVersion: 3,
    });
  });

  it('refuses a payload that was altered after signing', async () => {
    const [header, payload, signature] = (
      await signBundle(bundleOf(3), own.privateKey, own.kid)
    ).split('.');
    const text = new TextDecoder().decode(
      Uint8Array.from(atob(payload!.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
        c.charCodeAt(0),
      ),
    );
    const altered = new TextEncoder().encode(text.replace('"action":"block"', '"action":"allow"'));
    const encoded = btoa(String.fromCharCode(...altered))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
    expect(encoded).not.toBe(payload);
    expect(await checkBundle([header, encoded, signature].join('.'), expecting(0))).toEqual({
      ok: false,
      reason: 'bad-signature',
    });
  });

  it('refuses a key it does not hold, and a foreign signature under a held key id', async () => {
    const foreignKey = await signBundle(bundleOf(9), foreign.privateKey, foreign.kid);
    expect(await checkBundle(foreignKey, expecting(0))).toMatchObject({ reason: 'unknown-key' });
    const borrowedId = await signBundle(bundleOf(9), foreign.privateKey, own.kid);
    expect(await checkBundle(borrowedId, expecting(0))).toMatchObject({ reason: 'bad-signature' });
  });

  it('refuses what the key signed for another purpose', async () => {
    const proof = await new CompactSign(new TextEncoder().encode(JSON.stringify(bundleOf(9))))
      .setProtectedHeader({ alg: 'EdDSA', typ: 'kedun-proof+jws', kid: own.kid })
      .sign(own.privateKey);
    expect(await checkBundle(proof, expecting(0))).toEqual({ ok: false, reason: 'malformed' });
  });

  it('refuses another organisation, a payload that is no bundle, and noise', async () => {
    const other = await signBundle(bundleOf(9, 'other'), own.privateKey, own.kid);
    expect(await checkBundle(other, expecting(0))).toMatchObject({ reason: 'wrong-organisation' });
    const noBundle = await signBundle({ rules: 'all' } as never, own.privateKey, own.kid);
    expect(await checkBundle(noBundle, expecting(0))).toEqual({ ok: false, reason: 'malformed' });
    for (const noise of ['', '..', 'a.b.c', 'x'.repeat(10_000)])
      expect((await checkBundle(noise, expecting(0))).ok).toBe(false);
  });
});
