/**
 * Guards for the page bridge without a schema library: page hooks and content scripts must not load one.
 * They copy named fields only and answer null for anything else. `bridge-message.ts` is the schema twin.
 */
import type { BridgeAnswer, BridgeAsk } from './bridge-message.ts';

export const BRIDGE_APIS = [
  'fetch',
  'xhr.send',
  'beacon',
  'clipboard.writeText',
  'clipboard.write',
  'data-transfer.set-data',
] as const;
export const BRIDGE_TEXT_MAX_LENGTH = 16_000_000;
export const BRIDGE_URL_MAX_LENGTH = 65_536;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: Fields, names: readonly string[]): boolean {
  return Object.keys(value).every((name) => names.includes(name));
}

function isMessageId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isBounded(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength;
}

/** The ask in `value`, or null when it is anything else. */
export function guardBridgeAsk(value: unknown): BridgeAsk | null {
  if (!isFields(value) || !hasOnly(value, ['kind', 'id', 'api', 'text', 'url'])) return null;
  const { kind, id, api, text, url } = value;
  const known = BRIDGE_APIS.find((name) => name === api);
  if (kind !== 'ask' || known === undefined || !isMessageId(id)) return null;
  if (!isBounded(text, BRIDGE_TEXT_MAX_LENGTH) || !isBounded(url, BRIDGE_URL_MAX_LENGTH))
    return null;
  return { kind, id, api: known, text, url };
}

/** The answer in `value`, or null when it is anything else. */
export function guardBridgeAnswer(value: unknown): BridgeAnswer | null {
  if (!isFields(value) || value['kind'] !== 'answer') return null;
  const { id, decision, text } = value;
  if (!isMessageId(id)) return null;
  if (decision === 'allow' || decision === 'block')
    return hasOnly(value, ['kind', 'id', 'decision']) ? { kind: 'answer', id, decision } : null;
  if (decision !== 'redact' || !hasOnly(value, ['kind', 'id', 'decision', 'text'])) return null;
  return isBounded(text, BRIDGE_TEXT_MAX_LENGTH) ? { kind: 'answer', id, decision, text } : null;
}
