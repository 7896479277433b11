import { z } from 'zod';

import {
  BRIDGE_APIS,
  BRIDGE_MISUSE_MAX_COUNT,
  BRIDGE_TEXT_MAX_LENGTH,
  BRIDGE_URL_MAX_LENGTH,
} from './bridge-guard.ts';

/**
 * What crosses between the page's world (page-hooks) and the content script. The page side is hostile
 * ground. `bridge-guard.ts` is the zod-free twin that content scripts use; a contract test proves them equal.
 */
const messageId = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Page hook asks: may this text go? */
export const bridgeAskSchema = z.strictObject({
  kind: z.literal('ask'),
  id: messageId,
  api: z.enum(BRIDGE_APIS),
  text: z.string().max(BRIDGE_TEXT_MAX_LENGTH),
  /** Absolute URL the content is going to; empty where the API has none. */
  url: z.string().max(BRIDGE_URL_MAX_LENGTH),
  /** The content was larger than `text` can hold: the rest was not read. */
  partial: z.boolean().optional(),
  /** The hook can put a redacted text in the place of this one. */
  redactable: z.boolean().optional(),
  /** The hook can hold the act for a moment: `wait` is an answer it takes. */
  canWait: z.boolean().optional(),
});
export type BridgeAsk = z.infer<typeof bridgeAskSchema>;

/** Content script answers. `redact` carries the text to use instead. */
export const bridgeAnswerSchema = z.discriminatedUnion('decision', [
  z.strictObject({ kind: z.literal('answer'), id: messageId, decision: z.literal('allow') }),
  z.strictObject({ kind: z.literal('answer'), id: messageId, decision: z.literal('block') }),
  /** The policy is being read: ask again when told that it is known. */
  z.strictObject({ kind: z.literal('answer'), id: messageId, decision: z.literal('wait') }),
  z.strictObject({
    kind: z.literal('answer'),
    id: messageId,
    decision: z.literal('redact'),
    text: z.string().max(BRIDGE_TEXT_MAX_LENGTH),
  }),
]);
export type BridgeAnswer = z.infer<typeof bridgeAnswerSchema>;

/** Page hook tells how often somebody forged or repeated a handshake since it last told. */
export const bridgeMisuseSchema = z.strictObject({
  kind: z.literal('misuse'),
  count: z.int().min(1).max(BRIDGE_MISUSE_MAX_COUNT),
});
export type BridgeMisuse = z.infer<typeof bridgeMisuseSchema>;
