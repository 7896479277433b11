import { z } from 'zod';

import { ERROR_CODES, type ErrorCode } from './errors.ts';
import { epochMsSchema } from './primitives.ts';

/** Body of every answer that is not a success. */
export const errorResponseSchema = z.strictObject({
  code: z.enum(ERROR_CODES as readonly [ErrorCode, ...ErrorCode[]]),
  message: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Field errors: JSON path and what is wrong there, never the value. */
  fields: z
    .array(z.strictObject({ path: z.string(), problem: z.string() }))
    .max(50)
    .optional(),
  /** To quote to an administrator; the server's log carries it. */
  reference: z.string().max(64),
  serverTime: epochMsSchema,
});
export type ErrorResponse = z.infer<typeof errorResponseSchema>;
