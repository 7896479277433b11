import { z } from 'zod';

import { clauseRefSchema } from '../policy.ts';
import { epochMsSchema, localizedTextSchema, uuidv7Schema } from '../primitives.ts';
import { violationSchema } from '../violation.ts';
import {
  CHANNELS,
  ENFORCEMENT_OUTCOMES,
  FINDING_TYPES,
  SEVERITIES,
  VERDICT_ACTIONS,
} from '../vocabulary.ts';

export const ALERT_STATES = ['open', 'acknowledged', 'closed', 'false-alarm'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** What a reviewer sees in the list: violations grouped (in the thin path one violation each). */
export const alertSummarySchema = z.strictObject({
  id: uuidv7Schema,
  state: z.enum(ALERT_STATES),
  severity: z.enum(SEVERITIES),
  action: z.enum(VERDICT_ACTIONS),
  outcome: z.enum(ENFORCEMENT_OUTCOMES),
  channel: z.enum(CHANNELS),
  clause: clauseRefSchema.nullable(),
  clauseTitle: localizedTextSchema.nullable(),
  endpointId: uuidv7Schema,
  endpointName: z.string(),
  /** OS account or employee number, whichever is known. */
  person: z.string().nullable(),
  /** Host, or mount point. */
  destination: z.string(),
  /** Types found with the count of findings each, strongest first. */
  types: z.array(z.strictObject({ type: z.enum(FINDING_TYPES), count: z.int().min(1) })),
  /** Up to three masked values, to recognise the alert by. */
  masked: z.array(z.string()).max(3),
  findingCount: z.int().min(0),
  customerCount: z.int().min(0),
  violationCount: z.int().min(1),
  /** Endpoint clock. */
  occurredAt: epochMsSchema,
  /** Server clock. */
  receivedAt: epochMsSchema,
});
export type AlertSummary = z.infer<typeof alertSummarySchema>;

/** GET /api/v1/alerts: newest first, pages by cursor. */
export const alertListQuerySchema = z.strictObject({
  state: z.enum(ALERT_STATES).optional(),
  severity: z.enum(SEVERITIES).optional(),
  channel: z.enum(CHANNELS).optional(),
  endpointId: uuidv7Schema.optional(),
  /** Id of the last alert of the page before. */
  before: uuidv7Schema.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const alertListResponseSchema = z.strictObject({
  alerts: z.array(alertSummarySchema),
  nextBefore: uuidv7Schema.nullable(),
  /** All alerts that fit the filter. */
  total: z.int().min(0),
});
export type AlertListResponse = z.infer<typeof alertListResponseSchema>;

/** GET /api/v1/alerts/:id */
export const alertDetailSchema = z.strictObject({
  alert: alertSummarySchema,
  violations: z.array(violationSchema).max(100),
  history: z.array(
    z.strictObject({
      at: epochMsSchema,
      account: z.string(),
      from: z.enum(ALERT_STATES),
      to: z.enum(ALERT_STATES),
    }),
  ),
});
export type AlertDetail = z.infer<typeof alertDetailSchema>;

/** POST /api/v1/alerts/:id/state; answers with the summary. */
export const alertStateRequestSchema = z.strictObject({ state: z.enum(ALERT_STATES) });
