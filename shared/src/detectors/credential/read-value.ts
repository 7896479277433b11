import { foldUnit } from '../../detection/char-table.ts';

/** What ties a value to its label. */
export type Tie = 'sign' | 'word' | 'space' | 'none';

/** A value as it stands behind a label. */
export interface SecretText {
  /** UTF-16 code units, half open, without quotes. */
  readonly start: number;
  readonly end: number;
  /** Half width; case kept. */
  readonly value: string;
  readonly tie: Tie;
  readonly isQuoted: boolean;
  /** `name = value`: a program's way to write it. */
  readonly isSpaced: boolean;
  /** The label is a Chinese one: no program's. */
  readonly isHan: boolean;
}

const MAX_VALUE = 128;
const MAX_LEAD = 40;
const MAX_FILLERS = 4;

/** Between 密码 and the word or sign that ties it: 密码已重置为…, 密码（初始）：… */
const FILLERS =
  /^(?:已经?|被|重新|重置|修改|更改|更新|变更|设置|设定|改|设|换|初始|默认|统一|暂时|暂|都|就|还|也|目前|现在|仍)/;
const HAN_TIE = /^(?:[是为成叫用]了?|给你|如下|[:\uff1a=\uff1d]|→|->|=>)/;
const BRACKETS = /^[(\uff08][^()\uff08\uff09\n]{0,16}[)\uff09]/;
/** Closes a key: JSON, Markdown, a tag. */
const CLOSERS = /^(?:["'`\u201d\u2019]|\*\*|\]|\\")/;
const SIGN_TIE = /^(?:[-\u2013\u2014](?= )|:=|=>|==?|[:\uff1a\uff1d]|->|→|>)/;
/** `password: str = "…"`, `" value="…"`, `","value":"…"`. */
const DETOURS =
  /^(?:\s?:\s?[A-Za-z]\w{0,20}(?:\s?\|\s?None)?\s?=\s?(?=["'])|["']?\s?,?\s?["']?value["']?\s?[=:]\s?(?=["']))/;
const WORD_TIE = /^(?:is|are|was|set to|changed to|reset to|will be)[:\s]\s?/i;
const QUOTES = new Map<string, string>([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['\u201c', '\u201d'],
  ['\u2018', '\u2019'],
  ['\u300c', '\u300d'],
  ['\u300e', '\u300f'],
  ['\u3010', '\u3011'],
]);

interface Lead {
  readonly length: number;
  readonly tie: Tie;
  readonly isSpaced: boolean;
}

function leadOf(behind: string, isHan: boolean): Lead {
  const detour = DETOURS.exec(behind);
  if (detour) return { length: detour[0].length, tie: 'sign', isSpaced: false };
  let at = 0;
  const rest = (): string => behind.slice(at);
  const skip = (form: RegExp): boolean => {
    const found = form.exec(rest());
    at += found ? found[0].length : 0;
    return found !== null && found[0] !== '';
  };
  skip(CLOSERS);
  skip(BRACKETS);
  const spacedBefore = skip(/^[ \u3000\u00a0\t]{1,8}/);
  if (isHan) for (let count = 0; count < MAX_FILLERS && skip(FILLERS); count++);
  let tie: Tie = spacedBefore ? 'space' : 'none';
  if (skip(SIGN_TIE)) tie = 'sign';
  else if (isHan && skip(HAN_TIE)) {
    tie = 'word';
    skip(/^[:\uff1a]/);
  } else if (!isHan && skip(WORD_TIE)) tie = 'word';
  // `**密码：** …`
  if (tie === 'sign') skip(/^\*\*/);
  const spacedBehind = skip(/^[ \u3000\u00a0\t]{1,8}/);
  return { length: at, tie, isSpaced: spacedBefore && spacedBehind };
}

function isQuoteTrap(behind: string): boolean {
  // An escaped quote opens the value of JSON inside a string.
  return behind.startsWith('\\"');
}

/** ASCII of a unit that a bare value may have; 0 = it ends there. Full-width punctuation is the sentence's. */
function bareUnit(unit: number): number {
  if (unit > 0x20 && unit < 0x7f) return unit;
  if (unit < 0xff01 || unit > 0xff5e) return 0;
  const narrow = unit - 0xfee0;
  const isAlphanumeric = /[0-9A-Za-z@#$%_.&*+-]/.test(String.fromCharCode(narrow));
  return isAlphanumeric ? narrow : 0;
}

function narrowed(value: string): string {
  return value.replaceAll(/[\uff01-\uff5e]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
}

const NEXT_FIELD = /^&(?:amp;)?[A-Za-z_][\w.-]*=/;

/** Ends a bare value wherever it stands. */
const BARE_ENDS = new Set(Array.from('"\'`<>,;|\\', (sign) => sign.charCodeAt(0)));

function readBare(text: string, start: number, tie: Tie): { end: number; value: string } {
  let end = start;
  const limit = Math.min(text.length, start + MAX_VALUE + 1);
  for (; end < limit; end++) {
    const unit = bareUnit(text.charCodeAt(end));
    if (unit === 0 || BARE_ENDS.has(unit)) break;
    // `?token=…)](…)`: the link of a picture.
    if (unit === 0x29 && text.startsWith('](', end + 1)) break;
    // `&user=…` is the next field of a query; `&3` belongs to the value.
    if (unit === 0x26 && tie === 'sign' && NEXT_FIELD.test(text.slice(end, end + 24))) break;
  }
  if (end - start > MAX_VALUE) return { end, value: '' };
  let value = narrowed(text.slice(start, end));
  // What closes a sentence or a bracket is not the value's.
  while (value !== '' && /[.:?)\]}]$/.test(value) && !isBalanced(value)) {
    value = value.slice(0, -1);
    end--;
  }
  return { end, value };
}

function isBalanced(value: string): boolean {
  const last = value.at(-1);
  const opener = last === ')' ? '(' : last === ']' ? '[' : last === '}' ? '{' : '';
  return opener !== '' && value.slice(1).includes(opener);
}

/** Chinese characters that begin a filler or tie a value to its label. */
const HAN_LEADS = new Set(Array.from('已被重修更变设改换初默统暂都就还也目现仍是为成叫用给如'));

/** Spares most of the words 密码 of a text the closer look: they stand in the middle of a sentence. */
function mayLead(text: string, from: number): boolean {
  const next = text.charCodeAt(from);
  if (isHanUnit(next)) return HAN_LEADS.has(text.charAt(from));
  const isColon = next === 0xff1a || next === 0x3a;
  return !(isColon && isHanUnit(text.charCodeAt(from + 1)));
}

/** The text between the quote at `start` and the one that closes it, in the same line; null when there is none. */
export function readQuoted(text: string, start: number): SecretText | null {
  const window = text.slice(start + 1, start + 2 + MAX_VALUE);
  const close = window.indexOf(QUOTES.get(text.charAt(start)) ?? '\n');
  const escaped = close > 0 && window.charAt(close - 1) === '\\' ? 1 : 0;
  const value = window.slice(0, Math.max(close - escaped, 0));
  if (value === '' || value.includes('\n') || /^\)[,;.]/.test(value)) return null;
  const [from, end] = [start + 1, start + 1 + value.length];
  const form = { tie: 'sign', isQuoted: true, isSpaced: false, isHan: false } as const;
  return { ...form, start: from, end, value };
}

/** Reads what follows a label; null when nothing does. Looks at 170 units at most. */
export function readValue(text: string, from: number, isHan: boolean): SecretText | null {
  if (isHan && !mayLead(text, from)) return null;
  const lead = leadOf(text.slice(from, from + MAX_LEAD), isHan);
  let start = from + lead.length;
  const common = { tie: lead.tie, isSpaced: lead.isSpaced, isHan };
  if (isQuoteTrap(text.slice(start, start + 2))) start++;
  if (QUOTES.has(text.charAt(start)) && lead.tie !== 'none') {
    const quoted = readQuoted(text, start);
    return quoted && { ...quoted, ...common };
  }
  const { end, value } = readBare(text, start, lead.tie);
  // `"password:"), …`, `"password"===type`: the name was the text of a program's string.
  if (value === '' || /^[)=]/.test(value)) return null;
  // `postgres://user:password@host`: a sample.
  if (lead.tie === 'none' && value.startsWith('@')) return null;
  return { ...common, start, end, value, isQuoted: false };
}

export function isHanUnit(unit: number): boolean {
  return foldUnit(unit) >= 0x4e00 && unit <= 0x9fff;
}
