import { z } from 'zod';

import { assignmentSchema, endpointKindSchema, enrolmentTokenSchema } from '../enrolment.ts';
import { epochMsSchema, slugSchema, uuidv7Schema } from '../primitives.ts';

export const endpointSummarySchema = z.strictObject({
  id: uuidv7Schema,
  kind: endpointKindSchema,
  hostName: z.string(),
  platform: z.string(),
  version: z.string(),
  state: z.enum(['active', 'revoked']),
  connected: z.boolean(),
  policyVersion: z.int().min(0),
  enrolledAt: epochMsSchema,
  lastSeenAt: epochMsSchema,
  /** Requests refused since enrolment (revoked, bad proof, replay): shown, never silent. */
  refusedCount: z.int().min(0),
});
export type EndpointSummary = z.infer<typeof endpointSummarySchema>;

/** GET /api/v1/endpoints */
export const endpointListResponseSchema = z.strictObject({
  endpoints: z.array(endpointSummarySchema),
  /** Requests under endpoint ids nobody enrolled, newest first. */
  unknown: z.array(
    z.strictObject({
      claimedId: z.string().max(64),
      address: z.string(),
      count: z.int().min(1),
      lastSeenAt: epochMsSchema,
    }),
  ),
});
export type EndpointListResponse = z.infer<typeof endpointListResponseSchema>;

/** POST /api/v1/endpoints/:id/revoke answers with the summary. */

/** GET /api/v1/endpoints/:id/events: policy refusals, devices, overflows, starts; newest first. */
export const endpointHistoryResponseSchema = z.strictObject({
  events: z.array(
    z.strictObject({
      id: uuidv7Schema,
      kind: slugSchema,
      occurredAt: epochMsSchema,
      receivedAt: epochMsSchema,
      /** The stored event, as sent. */
      body: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type EndpointHistoryResponse = z.infer<typeof endpointHistoryResponseSchema>;

/** POST /api/v1/enrolment-tokens */
export const enrolmentTokenRequestSchema = z.strictObject({
  kind: endpointKindSchema,
  /** How many endpoints may use it. */
  uses: z.int().min(1).max(100_000).default(1),
  validForMs: z
    .int()
    .min(60_000)
    .max(365 * 86_400_000)
    .default(86_400_000),
  assignment: assignmentSchema.default({ groups: [], employment: 'staff' }),
});

/** The token is in this answer and nowhere else: the server keeps its hash. */
export const enrolmentTokenResponseSchema = z.strictObject({
  token: enrolmentTokenSchema,
  expiresAt: epochMsSchema,
});
export type EnrolmentTokenResponse = z.infer<typeof enrolmentTokenResponseSchema>;
