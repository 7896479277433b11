import { z } from 'zod';

import { slugSchema } from './primitives.ts';
import { DATA_LEVELS } from './vocabulary.ts';

const wordSchema = z.string().min(2).max(64);
const levelSchema = z.literal([...DATA_LEVELS]);

/**
 * A number that only this organisation has: customers, accounts, contracts, broadband lines. `pattern` is a regular
 * expression of the linear-time subset (see detectors/custom-pattern); `labels` speak for it.
 */
export const patternRuleSchema = z.strictObject({
  id: slugSchema,
  pattern: z.string().min(1).max(500),
  labels: z.array(wordSchema).max(64).default([]),
  /** Check digit over the digits of the match; absent = none. */
  check: z.enum(['luhn', 'mod11-2', 'mod10']).optional(),
  /** True = counts only with one of the labels near by. */
  needsLabel: z.boolean().default(false),
  dataLevel: levelSchema.default(3),
});
export type PatternRule = z.infer<typeof patternRuleSchema>;

export const dictionarySchema = z.strictObject({
  id: slugSchema,
  dataLevel: levelSchema.default(3),
  /** Chinese or Latin, any case and width. */
  words: z.array(wordSchema).min(1).max(20_000),
});
export type Dictionary = z.infer<typeof dictionarySchema>;

export const cardRangeSchema = z.strictObject({
  prefix: z.string().regex(/^[0-9]{1,10}$/),
  lengths: z.array(z.int().min(12).max(19)).min(1).max(8),
  /** `bank` = a bank's own number range (BIN), `scheme` = all that a card scheme may issue. */
  kind: z.enum(['bank', 'scheme']),
});
export type CardRange = z.infer<typeof cardRangeSchema>;

/** What a policy bundle adds to, or replaces of, the detectors' built-in tables. Absent = built in. */
export const detectionDataSchema = z.strictObject({
  customerNumbers: z.array(patternRuleSchema).max(200).optional(),
  patterns: z.array(patternRuleSchema).max(200).optional(),
  dictionaries: z.array(dictionarySchema).max(50).optional(),
  /** Number ranges of mobile phones, three or four digits each. */
  mobilePrefixes: z
    .array(z.string().regex(/^1[0-9]{2,3}$/))
    .max(2000)
    .optional(),
  cardRanges: z.array(cardRangeSchema).max(20_000).optional(),
  /** Administrative divisions by province: `{'44': '01-20 21-31'}`, see cn-resident-id/regions.ts. */
  regions: z.record(z.string().regex(/^[0-9]{2}$/), z.string().max(2000)).optional(),
  /** Surnames of one or two characters. */
  surnames: z.array(z.string().min(1).max(2)).max(5000).optional(),
});
export type DetectionData = z.infer<typeof detectionDataSchema>;
