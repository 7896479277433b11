import { z } from 'zod';

import { endpointEventSchema } from '@kedun/shared/contracts/endpoint-event';
import { clauseSchema } from '@kedun/shared/contracts/policy';
import { hostSchema, localizedTextSchema, uuidv7Schema } from '@kedun/shared/contracts/primitives';
import { VERDICT_FAILURES } from '@kedun/shared/contracts/verdict';
import {
  CHANNELS,
  FINDING_TYPES,
  SEVERITIES,
  VERDICT_ACTIONS,
} from '@kedun/shared/contracts/vocabulary';

/** What a notice says; masked, so that it may cross from a frame to the top of its tab. */
export const noticeContentSchema = z.strictObject({
  id: uuidv7Schema,
  channel: z.enum(CHANNELS),
  action: z.enum(VERDICT_ACTIONS),
  severity: z.enum(SEVERITIES),
  /** Where the content was going; empty for the clipboard. */
  destination: z.string().max(253),
  /** Where it comes from; empty when unknown. */
  source: z.string().max(253),
  failure: z.enum(VERDICT_FAILURES).optional(),
  types: z.array(z.enum(FINDING_TYPES)).max(20),
  customerCount: z.int().min(0),
  findingCount: z.int().min(0),
  masked: z
    .array(z.strictObject({ type: z.enum(FINDING_TYPES), text: z.string().max(128) }))
    .max(6),
  clause: z.strictObject({ id: clauseSchema.shape.id, title: localizedTextSchema }).optional(),
  message: localizedTextSchema.optional(),
  alternative: localizedTextSchema.optional(),
  /** Redacted names of the files that are held back. */
  files: z.array(z.string().max(512)).max(20),
});
export type NoticeContent = z.infer<typeof noticeContentSchema>;

/** Content script or popup to background. Everything is validated: a renderer may be taken over. */
export const backgroundMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('events.record'),
    events: z.array(endpointEventSchema).min(1).max(50),
  }),
  z.strictObject({ kind: z.literal('notice.relay'), notice: noticeContentSchema }),
  z.strictObject({ kind: z.literal('status.get'), host: hostSchema.nullable() }),
  z.strictObject({ kind: z.literal('sync.now') }),
]);
export type BackgroundMessage = z.infer<typeof backgroundMessageSchema>;

/** Events that are durable in the background's outbox. */
export interface EventsRecorded {
  readonly ids: readonly string[];
}

/** Background to the top frame of a tab. */
export interface NoticeShow {
  readonly kind: 'notice.show';
  readonly notice: NoticeContent;
}
