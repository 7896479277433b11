import { z } from 'zod';

import { clauseRefSchema } from './policy.ts';
import { localizedTextSchema, slugSchema } from './primitives.ts';
import { SEVERITIES, VERDICT_ACTIONS } from './vocabulary.ts';

/** One rule that matched. All matches are told, not only the one that decided. */
export const verdictReasonSchema = z.strictObject({
  rule: slugSchema,
  clause: clauseRefSchema,
  clauseTitle: localizedTextSchema,
  action: z.enum(VERDICT_ACTIONS),
  mode: z.enum(['simulate', 'enforce']),
  severity: z.enum(SEVERITIES),
  message: localizedTextSchema,
  alternative: localizedTextSchema,
  /** Id of the exception that lifted the match, when one did. */
  exception: slugSchema.optional(),
  /** The severity is one step above the rule's, because somebody tried to hide what was found. */
  raisedBy: z.literal('evasion').optional(),
});
export type VerdictReason = z.infer<typeof verdictReasonSchema>;

export const VERDICT_FAILURES = ['no-policy', 'engine-fault', 'timed-out'] as const;

export const verdictSchema = z.strictObject({
  action: z.enum(VERDICT_ACTIONS),
  severity: z.enum(SEVERITIES),
  /** Strictest first; empty for `allow` without a match. */
  reasons: z.array(verdictReasonSchema).max(64),
  /** 0 = no policy was there. */
  policyVersion: z.int().min(0),
  /** Set when the act could not be judged and fail-open or fail-closed spoke. */
  failure: z.enum(VERDICT_FAILURES).optional(),
});
export type Verdict = z.infer<typeof verdictSchema>;
