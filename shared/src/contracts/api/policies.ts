import { z } from 'zod';

import { assignmentSchema } from '../enrolment.ts';
import { policyBundleSchema } from '../policy.ts';
import { ed25519PublicJwkSchema } from '../primitives.ts';

/** GET /api/v1/endpoint/policy (endpoint proof). */
export const endpointPolicyResponseSchema = z.strictObject({
  /** Compact JWS, EdDSA; payload is the policy bundle. */
  bundle: z.string().max(8_000_000),
  assignment: assignmentSchema,
});
export type EndpointPolicyResponse = z.infer<typeof endpointPolicyResponseSchema>;

/** GET /api/v1/policy (console): the bundle in force, and the keys that sign. */
export const policyResponseSchema = z.strictObject({
  bundle: policyBundleSchema,
  keys: z.array(ed25519PublicJwkSchema),
});
export type PolicyResponse = z.infer<typeof policyResponseSchema>;

/** POST /api/v1/policy: publish; the server signs. Answers 201 with PolicyResponse. */
export const policyPublishRequestSchema = z.strictObject({ bundle: policyBundleSchema });
