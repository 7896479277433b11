import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64url } from 'jose';

import type { DigestKey } from '../contracts/primitives.ts';
import type { FindingType } from '../contracts/vocabulary.ts';
import type { RawValue } from './raw-value.ts';

/** Keyed digests: equal for equal customers, useless without the organisation's key. */
export interface Digester {
  readonly keyId: string;
  /** base64url HMAC-SHA-256 (RFC 2104) over `<type>\n<normalised value>`; synchronous, for verdicts inside events. */
  digest(type: FindingType, value: RawValue): string;
}

const encoder = new TextEncoder();

/** Builds a digester. Throws when the key is not base64url. */
export function createDigester(key: DigestKey): Digester {
  const secret = base64url.decode(key.key);
  return {
    keyId: key.id,
    digest: (type, value) =>
      base64url.encode(hmac(sha256, secret, encoder.encode(`${type}\n${value.reveal()}`))),
  };
}
