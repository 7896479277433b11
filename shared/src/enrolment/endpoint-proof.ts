import { sha256 } from '@noble/hashes/sha2.js';
import { base64url, CompactSign, compactVerify, decodeJwt, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { v7 as uuidv7 } from 'uuid';

import { type EndpointProofClaims, endpointProofClaimsSchema } from '../contracts/enrolment.ts';
import type { Ed25519PublicJwk } from '../contracts/primitives.ts';

const TYPE = 'kedun-proof+jws';
/** How far the endpoint's clock may be from the server's. */
export const PROOF_WINDOW_MS = 300_000;

/** base64url SHA-256 of a request body. */
export function bodyHash(body: Uint8Array | string): string {
  return base64url.encode(sha256(typeof body === 'string' ? new TextEncoder().encode(body) : body));
}

export interface ProofSubject {
  readonly endpointId: EndpointProofClaims['sub'];
  readonly method: EndpointProofClaims['htm'];
  /** Path and query. */
  readonly path: string;
  readonly body: Uint8Array | string;
  /** Server-corrected clock of the endpoint. */
  readonly nowMs: number;
}

/** Value for `Authorization: Bearer`: proves who sends this very request, once. */
export function signEndpointProof(subject: ProofSubject, key: CryptoKey): Promise<string> {
  const claims: EndpointProofClaims = {
    sub: subject.endpointId,
    iat: Math.floor(subject.nowMs / 1000),
    jti: uuidv7(),
    htm: subject.method,
    htu: subject.path,
    bdh: bodyHash(subject.body),
  };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', typ: TYPE })
    .sign(key);
}

/** The claims, unverified: to find out whose key to verify with. Null when there is no sense in it. */
export function readProofClaims(proof: string): EndpointProofClaims | null {
  try {
    return endpointProofClaimsSchema.safeParse(decodeJwt(proof)).data ?? null;
  } catch {
    return null;
  }
}

/**
 * Verifies signature, path, method, body and time. Whether `jti` was used before is the caller's to
 * know (the server keeps them for the window). Never throws on bad input.
 */
export async function verifyEndpointProof(
  proof: string,
  publicKey: Ed25519PublicJwk,
  request: Omit<ProofSubject, 'endpointId'>,
): Promise<
  | { ok: true; claims: EndpointProofClaims }
  | { ok: false; code: 'endpoint.proof-invalid' | 'endpoint.proof-expired' }
> {
  const claims = readProofClaims(proof);
  if (!claims) return { ok: false, code: 'endpoint.proof-invalid' };
  try {
    const key = await importJWK(publicKey as JWK, 'EdDSA');
    const { protectedHeader } = await compactVerify(proof, key, { algorithms: ['EdDSA'] });
    if (protectedHeader.typ !== TYPE) return { ok: false, code: 'endpoint.proof-invalid' };
  } catch {
    return { ok: false, code: 'endpoint.proof-invalid' };
  }
  const bound =
    claims.htm === request.method &&
    claims.htu === request.path &&
    claims.bdh === bodyHash(request.body);
  if (!bound) return { ok: false, code: 'endpoint.proof-invalid' };
  if (Math.abs(claims.iat * 1000 - request.nowMs) > PROOF_WINDOW_MS)
    return { ok: false, code: 'endpoint.proof-expired' };
  return { ok: true, claims };
}
