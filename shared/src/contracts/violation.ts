import { z } from 'zod';

import { actSchema } from './act.ts';
import { findingSchema, unscannedSchema } from './finding.ts';
import { epochMsSchema, slugSchema, uuidv7Schema } from './primitives.ts';
import { verdictSchema } from './verdict.ts';
import { ENFORCEMENT_OUTCOMES, LIMITS } from './vocabulary.ts';

export const enforcementSchema = z.strictObject({
  outcome: z.enum(ENFORCEMENT_OUTCOMES),
  /** Machine code of what was done, e.g. `event-cancelled`, `file-quarantined`, `move-failed`. */
  detail: slugSchema.optional(),
  /** Why the employee went on after a `warn`, in their own words, customer data in it redacted. */
  justification: z.string().max(500).optional(),
});
export type Enforcement = z.infer<typeof enforcementSchema>;

/** The event of promise 3: what happened, masked and digested, with the verdict that explains itself. */
export const violationSchema = z.strictObject({
  kind: z.literal('violation'),
  id: uuidv7Schema,
  occurredAt: epochMsSchema,
  act: actSchema,
  findings: z.array(findingSchema).max(LIMITS.findingsPerViolation),
  /** All findings, also those beyond the limit above. */
  findingCount: z.int().min(0),
  /** Distinct customers: records with at least one finding. */
  customerCount: z.int().min(0),
  unscanned: z.array(unscannedSchema).max(50),
  verdict: verdictSchema,
  enforcement: enforcementSchema,
  digestKeyId: slugSchema,
});
export type Violation = z.infer<typeof violationSchema>;
