import { z } from 'zod';

import {
  DATA_CLASSES,
  DATA_LEVELS,
  EVASIONS,
  FINDING_TYPES,
  UNSCANNED_REASONS,
} from './vocabulary.ts';

/** One validator's answer. `unknown` = the validator could not tell (three-valued on purpose). */
export const checkSchema = z.strictObject({
  name: z.string().max(64),
  outcome: z.enum(['true', 'false', 'unknown']),
});

/**
 * One part of a confidence. `term` is the dictionary word that spoke, never text of the content
 * that is not in our own dictionary.
 */
export const scorePartSchema = z.strictObject({
  part: z.string().max(64),
  points: z.number().min(-1).max(1),
  term: z.string().max(32).optional(),
});

export const explanationSchema = z.strictObject({
  checks: z.array(checkSchema).max(16),
  score: z.array(scorePartSchema).max(32),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** Half-open range of UTF-16 code units in the original text. */
export const spanSchema = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });
export type Span = z.infer<typeof spanSchema>;

/** A recognised identifier as it may leave the endpoint: masked and digested, never raw. */
export const findingSchema = z.strictObject({
  type: z.enum(FINDING_TYPES),
  detectorVersion: z.int().min(1),
  span: spanSchema,
  confidence: z.number().min(0).max(1),
  masked: z.string().max(128),
  /** base64url HMAC-SHA-256 over type and normalised value, with the organisation's digest key. */
  digest: z.string().length(43),
  dataClass: z.enum(DATA_CLASSES),
  dataLevel: z.literal([...DATA_LEVELS]),
  /** Findings of one customer's record share the number, counted from 0 within the content. */
  record: z.int().min(0),
  /** How it was disguised; endpoints of an older version do not tell. */
  evasions: z.array(z.enum(EVASIONS)).max(8).default([]),
  explanation: explanationSchema,
});
export type Finding = z.infer<typeof findingSchema>;

/** Content, or a part of it, that was not read. */
export const unscannedSchema = z.strictObject({
  reason: z.enum(UNSCANNED_REASONS),
  /** Where: member of an archive, sheet, page; absent = the whole content. Redacted before it gets here. */
  part: z.string().max(200).optional(),
});
export type Unscanned = z.infer<typeof unscannedSchema>;
