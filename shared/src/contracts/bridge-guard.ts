/**
 * Guards for the page bridge without a schema library: page hooks and content scripts must not load one.
 * They copy named fields only and answer null for anything else. `bridge-message.ts` is the schema twin.
 *
 * The guards also run in the page's own world, after the page's scripts may have replaced any builtin.
 * So they hold no value out to a function that is looked up late: builtins are taken here, once, when the
 * module is evaluated (before the page's first script), and loops go by index, because iterators and array
 * methods are lookups too. A replaced `Array.isArray` that edits its argument would turn a block into an allow.
 */
import type { BridgeAnswer, BridgeAsk, BridgeMisuse } from './bridge-message.ts';

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
export const BRIDGE_MISUSE_MAX_COUNT = 1_000_000;

const { isArray } = Array;
const { keys } = Object;
const { isSafeInteger } = Number;

const ASK_FIELDS = [
  'kind',
  'id',
  'api',
  'text',
  'url',
  'partial',
  'redactable',
  'canWait',
] as const;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !isArray(value);
}

function isOneOf(name: string, names: readonly string[]): boolean {
  for (let index = 0; index < names.length; index += 1) if (names[index] === name) return true;
  return false;
}

function hasOnly(value: Fields, names: readonly string[]): boolean {
  const present = keys(value);
  for (let index = 0; index < present.length; index += 1)
    if (!isOneOf(present[index] ?? '', names)) return false;
  return true;
}

function isMessageId(value: unknown): value is number {
  return isSafeInteger(value) && (value as number) >= 0;
}

function isBounded(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength;
}

function isFlag(value: unknown): value is boolean | undefined {
  return value === undefined || typeof value === 'boolean';
}

function knownApi(value: unknown): (typeof BRIDGE_APIS)[number] | undefined {
  for (let index = 0; index < BRIDGE_APIS.length; index += 1)
    if (BRIDGE_APIS[index] === value) return BRIDGE_APIS[index];
  return undefined;
}

/** The ask in `value`, or null when it is anything else. */
export function guardBridgeAsk(value: unknown): BridgeAsk | null {
  if (!isFields(value)) return null;
  if (!hasOnly(value, ASK_FIELDS)) return null;
  const { kind, id, text, url, partial, redactable, canWait } = value;
  const api = knownApi(value['api']);
  if (kind !== 'ask' || api === undefined || !isMessageId(id)) return null;
  if (!isBounded(text, BRIDGE_TEXT_MAX_LENGTH) || !isBounded(url, BRIDGE_URL_MAX_LENGTH))
    return null;
  if (!isFlag(partial) || !isFlag(redactable) || !isFlag(canWait)) return null;
  return {
    kind,
    id,
    api,
    text,
    url,
    ...(partial === undefined ? {} : { partial }),
    ...(redactable === undefined ? {} : { redactable }),
    ...(canWait === undefined ? {} : { canWait }),
  };
}

/** The answer in `value`, or null when it is anything else. */
export function guardBridgeAnswer(value: unknown): BridgeAnswer | null {
  if (!isFields(value) || value['kind'] !== 'answer') return null;
  const { id, decision, text } = value;
  if (!isMessageId(id)) return null;
  if (decision === 'allow' || decision === 'block' || decision === 'wait')
    return hasOnly(value, ['kind', 'id', 'decision']) ? { kind: 'answer', id, decision } : null;
  if (decision !== 'redact' || !hasOnly(value, ['kind', 'id', 'decision', 'text'])) return null;
  return isBounded(text, BRIDGE_TEXT_MAX_LENGTH) ? { kind: 'answer', id, decision, text } : null;
}

/** The misuse notice in `value`, or null when it is anything else. */
export function guardBridgeMisuse(value: unknown): BridgeMisuse | null {
  if (!isFields(value) || value['kind'] !== 'misuse' || !hasOnly(value, ['kind', 'count']))
    return null;
  const { count } = value;
  if (!isMessageId(count) || count < 1 || count > BRIDGE_MISUSE_MAX_COUNT) return null;
  return { kind: 'misuse', count };
}
