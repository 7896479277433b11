import { z } from 'zod';

import { ERROR_CODES, type ErrorCode } from '../errors.ts';
import { LIMITS } from '../vocabulary.ts';

/**
 * POST /api/v1/endpoint/events. Events are validated one by one, so that one bad event
 * does not hold up the outbox behind it.
 */
export const ingestRequestSchema = z.strictObject({
  events: z.array(z.unknown()).min(1).max(LIMITS.eventsPerRequest),
});

/** Answered after commit. Every event of the request is in exactly one of the two lists, by its place in the request. */
export const ingestResponseSchema = z.strictObject({
  acknowledged: z.array(z.int().min(0)),
  refused: z.array(
    z.strictObject({
      index: z.int().min(0),
      code: z.enum(ERROR_CODES as readonly [ErrorCode, ...ErrorCode[]]),
    }),
  ),
});
export type IngestResponse = z.infer<typeof ingestResponseSchema>;
