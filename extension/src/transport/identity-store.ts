import { calculateJwkThumbprint } from 'jose';
import { z } from 'zod';

import { enrolmentResponseSchema } from '@kedun/shared/contracts/enrolment';
import { type Ed25519PublicJwk, ed25519PublicJwkSchema } from '@kedun/shared/contracts/primitives';

import type { KedunDatabase } from '../outbox/event-store.ts';

const IDENTITY = 'identity';

/** The extension's own enrolment, used when no agent is there. */
const directIdentitySchema = z.object({
  serverUrl: z.string(),
  /** The token it was enrolled with; another one in the managed configuration means: enrol anew. */
  token: z.string(),
  /** Not extractable: the key cannot leave this browser profile. */
  key: z.instanceof(CryptoKey),
  enrolment: enrolmentResponseSchema,
});
export type DirectIdentity = z.infer<typeof directIdentitySchema>;

export interface IdentityStore {
  load(): Promise<DirectIdentity | null>;
  save(identity: DirectIdentity): Promise<void>;
}

export function createIdentityStore(database: KedunDatabase): IdentityStore {
  return {
    load: async () =>
      directIdentitySchema.safeParse(await database.get('facts', IDENTITY)).data ?? null,
    async save(identity) {
      await database.put('facts', identity, IDENTITY);
    },
  };
}

/** A fresh Ed25519 key pair: private half not extractable, public half as JWK. */
export async function generateEndpointKey(): Promise<{
  key: CryptoKey;
  publicKey: Ed25519PublicJwk;
}> {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const jwk = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const { kty, crv, x } = ed25519PublicJwkSchema.parse(jwk);
  return { key: pair.privateKey, publicKey: { kty, crv, x } };
}

/** The keys whose thumbprint the token pins, each with it as `kid`. Empty = somebody else's keys. */
export async function pinnedKeys(
  keys: readonly Ed25519PublicJwk[],
  token: string,
): Promise<Ed25519PublicJwk[]> {
  const pin = token.split('.')[1];
  const named = await Promise.all(
    keys.map(async ({ kty, crv, x }) => ({
      kty,
      crv,
      x,
      kid: await calculateJwkThumbprint({ kty, crv, x }),
    })),
  );
  return named.filter(({ kid }) => kid === pin);
}
