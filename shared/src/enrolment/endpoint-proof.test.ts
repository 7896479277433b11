import { exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Ed25519PublicJwk } from '../contracts/primitives.ts';
import {
  PROOF_WINDOW_MS,
  type ProofSubject,
  readProofClaims,
  signEndpointProof,
  verifyEndpointProof,
} from './endpoint-proof.ts';

const now = 1_800_000_000_000;
const subject: ProofSubject = {
  endpointId: '019aa000-0000-7000-8000-000000000001',
  method: 'POST',
  path: '/api/v1/endpoint/events',
  body: '{"events":[]}',
  nowMs: now,
};

describe('endpoint proof', () => {
  let proof: string;
  let jwk: Ed25519PublicJwk;
  let otherJwk: Ed25519PublicJwk;
  beforeAll(async () => {
    const own = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const other = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    jwk = (await exportJWK(own.publicKey)) as Ed25519PublicJwk;
    otherJwk = (await exportJWK(other.publicKey)) as Ed25519PublicJwk;
    proof = await signEndpointProof(subject, own.privateKey);
  });

  it('proves exactly the request it was made for', async () => {
    const result = await verifyEndpointProof(proof, jwk, subject);
    expect(result).toMatchObject({ ok: true, claims: { sub: subject.endpointId } });
  });

  it.each([
    ['another body', { body: '{"events":[1]}' }, 'endpoint.proof-invalid'],
    ['another path', { path: '/api/v1/endpoint/policy' }, 'endpoint.proof-invalid'],
    ['another method', { method: 'GET' as const }, 'endpoint.proof-invalid'],
    ['a clock too far ahead', { nowMs: now + PROOF_WINDOW_MS + 1000 }, 'endpoint.proof-expired'],
    ['a clock too far behind', { nowMs: now - PROOF_WINDOW_MS - 1000 }, 'endpoint.proof-expired'],
  ])('is refused for %s', async (_name, over, code) => {
    expect(await verifyEndpointProof(proof, jwk, { ...subject, ...over })).toEqual({
      ok: false,
      code,
    });
  });

  it('is refused under another key, and noise is refused without throwing', async () => {
    const refusal = { ok: false, code: 'endpoint.proof-invalid' };
    expect(await verifyEndpointProof(proof, otherJwk, subject)).toEqual(refusal);
    for (const noise of ['', 'a.b.c', '..', '🙂'.repeat(100)]) {
      expect(await verifyEndpointProof(noise, jwk, subject)).toEqual(refusal);
      expect(readProofClaims(noise)).toBeNull();
    }
  });
});
