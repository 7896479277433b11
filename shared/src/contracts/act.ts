import { z } from 'zod';

import { epochMsSchema, hostSchema, uuidv7Schema } from './primitives.ts';
import { CHANNELS } from './vocabulary.ts';

/** Where content comes from or goes to. Hosts only, never a path or query: those carry identifiers. */
export const placeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('web'), host: hostSchema }),
  z.strictObject({
    kind: z.literal('volume'),
    /** Mount point, redacted: a volume label may hold customer data. */
    mountPoint: z.string().max(1024),
    fileSystem: z.string().max(32),
    removable: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('local') }),
]);
export type Place = z.infer<typeof placeSchema>;

/** Who acted, as far as the endpoint knows. */
export const actorSchema = z.strictObject({
  /** Operating-system account name. */
  osUser: z.string().max(256).optional(),
  /** The organisation's own staff number. */
  employeeId: z.string().max(64).optional(),
  employment: z.enum(['staff', 'outsourced', 'unknown']),
  unit: z.string().max(128).optional(),
  groups: z.array(z.string().max(64)).max(64),
});
export type Actor = z.infer<typeof actorSchema>;

/** What was moved; never the content itself. */
export const contentFactsSchema = z.strictObject({
  kind: z.enum(['text', 'file', 'device']),
  sizeBytes: z.int().min(0),
  /** Redacted file name. */
  fileName: z.string().max(512).optional(),
  mediaType: z.string().max(128).optional(),
});
export type ContentFacts = z.infer<typeof contentFactsSchema>;

/** One attempt to move content over a channel. */
export const actSchema = z.strictObject({
  id: uuidv7Schema,
  channel: z.enum(CHANNELS),
  /** Endpoint clock. The server adds its own time on receipt. */
  at: epochMsSchema,
  actor: actorSchema,
  source: placeSchema,
  destination: placeSchema,
  content: contentFactsSchema,
  /** `page` = script without a gesture the sensor could see. */
  initiator: z.enum(['user', 'page', 'system']),
});
export type Act = z.infer<typeof actSchema>;
