import { z } from 'zod';

import { LANGUAGES } from './vocabulary.ts';

/** Milliseconds since the Unix epoch (UTC), whole. Bounded to the year 2200 so that a broken clock is caught. */
export const epochMsSchema = z.int().min(0).max(7_258_118_400_000);

/** A UUID version 7 (RFC 9562, section 5.7), made at the endpoint; sorts by time. */
export const uuidv7Schema = z.uuidv7();

/** Short machine name: lower case, digits, dot, dash. */
export const slugSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9][a-z0-9.-]*$/);

/** Host name as a URL parser gives it: lower case, punycode, no port. */
export const hostSchema = z.string().min(1).max(253);

/** Text for a person in both languages of the product. */
export const localizedTextSchema = z.strictObject({
  zh: z.string().min(1).max(500),
  en: z.string().min(1).max(500),
});
export type LocalizedText = z.infer<typeof localizedTextSchema>;

export const languageSchema = z.enum(LANGUAGES);

/** base64url without padding (RFC 4648, section 5). */
export const base64urlSchema = z
  .string()
  .max(4096)
  .regex(/^[A-Za-z0-9_-]+$/);

/** Public half of an Ed25519 key as a JWK (RFC 8037). */
export const ed25519PublicJwkSchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().length(43),
  kid: z.string().max(64).optional(),
});
export type Ed25519PublicJwk = z.infer<typeof ed25519PublicJwkSchema>;

/** The key of the organisation's digests: HMAC-SHA-256, 32 bytes. The id tells digests of a rotated key apart. */
export const digestKeySchema = z.strictObject({
  id: slugSchema,
  key: base64urlSchema.length(43),
});
export type DigestKey = z.infer<typeof digestKeySchema>;
