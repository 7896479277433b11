import { z } from 'zod';

import {
  digestKeySchema,
  ed25519PublicJwkSchema,
  epochMsSchema,
  slugSchema,
  uuidv7Schema,
} from './primitives.ts';

/**
 * `<secret>.<thumbprint>`: 32 random bytes, and the RFC 7638 thumbprint of the policy signing key,
 * both base64url. The thumbprint pins the key, so nobody between endpoint and server can plant a policy.
 */
export const enrolmentTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]{43}$/);

export const endpointKindSchema = z.enum(['agent', 'extension']);

/** Sent with an endpoint proof (enrolment/endpoint-proof) signed by the new key: proof of possession. */
export const enrolmentRequestSchema = z.strictObject({
  token: enrolmentTokenSchema,
  kind: endpointKindSchema,
  publicKey: ed25519PublicJwkSchema,
  hostName: z.string().min(1).max(253),
  platform: z.string().min(1).max(128),
  version: z.string().min(1).max(64),
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

/** What the server decided about the endpoint: which rules apply to it. */
export const assignmentSchema = z.strictObject({
  unit: z.string().max(128).optional(),
  groups: z.array(z.string().max(64)).max(64),
  employment: z.enum(['staff', 'outsourced', 'unknown']),
  employeeId: z.string().max(64).optional(),
});
export type Assignment = z.infer<typeof assignmentSchema>;

export const enrolmentResponseSchema = z.strictObject({
  endpointId: uuidv7Schema,
  organisation: slugSchema,
  serverTime: epochMsSchema,
  policyKeys: z.array(ed25519PublicJwkSchema).min(1).max(8),
  digestKey: digestKeySchema,
  assignment: assignmentSchema,
});
export type EnrolmentResponse = z.infer<typeof enrolmentResponseSchema>;

/**
 * Claims of the JWS (EdDSA) an endpoint sends as `Authorization: Bearer` with every request.
 * The body's hash and the path are bound, `jti` is accepted once: a replay is refused.
 */
export const endpointProofClaimsSchema = z.object({
  /** Endpoint id, or `enrol` before there is one. */
  sub: z.union([uuidv7Schema, z.literal('enrol')]),
  /** Seconds since the epoch; accepted within 5 minutes of the server's clock. */
  iat: z.int(),
  jti: uuidv7Schema,
  htm: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  /** Path and query of the request. */
  htu: z.string().max(1024).startsWith('/'),
  /** base64url SHA-256 of the body; of the empty string where there is none. */
  bdh: z.string().length(43),
});
export type EndpointProofClaims = z.infer<typeof endpointProofClaimsSchema>;
