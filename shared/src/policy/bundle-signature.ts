import { compactVerify, CompactSign, decodeProtectedHeader, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';

import type { PolicyRefusedEvent } from '../contracts/endpoint-event.ts';
import { type PolicyBundle, policyBundleSchema } from '../contracts/policy.ts';
import type { Ed25519PublicJwk } from '../contracts/primitives.ts';

const TYPE = 'kedun-policy+jws';

/** Signs a bundle as compact JWS (RFC 7515) with EdDSA over Ed25519 (RFC 8037). `kid` = RFC 7638 thumbprint. */
export function signBundle(bundle: PolicyBundle, key: CryptoKey, kid: string): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(bundle)))
    .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid })
    .sign(key);
}

export type BundleCheck =
  | { readonly ok: true; readonly bundle: PolicyBundle }
  | {
      readonly ok: false;
      readonly reason: PolicyRefusedEvent['reason'];
      readonly offeredVersion?: number;
    };

export interface BundleExpectation {
  readonly keys: readonly Ed25519PublicJwk[];
  readonly organisation: string;
  /** Version in force at the endpoint, 0 for none. The same version again is accepted. */
  readonly heldVersion: number;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** Checks signature, form, organisation and version, in that order. Never throws on bad input. */
export async function checkBundle(jws: string, expected: BundleExpectation): Promise<BundleCheck> {
  let kid: string | undefined;
  try {
    kid = decodeProtectedHeader(jws).kid;
  } catch {
    return { ok: false, reason: 'malformed' };
  }
  const jwk = expected.keys.find((key) => key.kid === kid);
  if (!jwk) return { ok: false, reason: 'unknown-key' };
  let payload: Uint8Array;
  try {
    const key = await importJWK(jwk as JWK, 'EdDSA');
    const verified = await compactVerify(jws, key, { algorithms: ['EdDSA'] });
    if (verified.protectedHeader.typ !== TYPE) return { ok: false, reason: 'malformed' };
    payload = verified.payload;
  } catch {
    return { ok: false, reason: 'bad-signature' };
  }
  const parsed = policyBundleSchema.safeParse(parseJson(payload));
  if (!parsed.success) return { ok: false, reason: 'malformed' };
  const bundle = parsed.data;
  if (bundle.organisation !== expected.organisation)
    return { ok: false, reason: 'wrong-organisation', offeredVersion: bundle.version };
  if (bundle.version < expected.heldVersion)
    return { ok: false, reason: 'rollback', offeredVersion: bundle.version };
  return { ok: true, bundle };
}
