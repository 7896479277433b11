import type { Candidate } from './candidate.ts';
import { CHAR_CLASS, type CharTable, foldUnit } from './char-table.ts';

/** What touches a candidate and says that its digits are part of something else. */
export type BoundaryFlaw =
  | 'letter-touches'
  | 'code-prefix'
  | 'decimal'
  | 'amount'
  | 'structured'
  | 'foreign'
  | 'path';

const FLAW_POINTS: Readonly<Record<BoundaryFlaw, number>> = {
  /** Inside a word: hex, base64, a model name. A label that touches (`tel138…`) is told apart before. */
  'letter-touches': -0.6,
  /** `SN-138…`, `ORD_138…` */
  'code-prefix': -0.35,
  /** `138….00`, `0.138…` */
  decimal: -0.5,
  /** `¥138…`, `138…元` */
  amount: -0.5,
  /** `2024-138…`: a number of several fields. */
  structured: -0.25,
  /** `+1 310 555 1234`: another country's number; only +86 is ours. */
  foreign: -0.6,
  /** `/item/138…`: more often a product than a customer; with a label in the path it counts again. */
  path: -0.15,
};

const CURRENCY_BEFORE = '¥￥$€£＄√';
const UNITS_BEHIND = '×÷元圆块角件个条台套吨米升次';
const UNIT_WORDS_BEHIND: readonly string[] = ['万元', '亿元', '公里', '公斤', '人民币'];

export interface BoundaryPart {
  readonly flaw: BoundaryFlaw;
  readonly points: number;
}

/** Signs right before the number: `isLabel` tells whether the ASCII word that ends there is one of its labels. */
export type LabelTest = (candidate: Candidate, wordEnd: number) => boolean;

const NO_FLAWS: readonly BoundaryPart[] = [];

/** Looks at the units that touch a candidate and at its neighbouring groups; constant work. */
export function findBoundaryFlaws(
  table: CharTable,
  text: string,
  candidate: Candidate,
  isLabel: LabelTest,
): readonly BoundaryPart[] {
  const { prefixStart, end } = candidate;
  const before = kindAt(table, text, prefixStart - 1);
  const flaws: BoundaryFlaw[] = [];
  const letterBefore = before === CHAR_CLASS.LETTER && !isLabel(candidate, prefixStart);
  const letterBehind = kindAt(table, text, end) === CHAR_CLASS.LETTER && !isExtension(text, end);
  if (letterBefore || letterBehind) flaws.push('letter-touches');
  if (before === CHAR_CLASS.DASH || before === CHAR_CLASS.SLASH) {
    const isWord = kindAt(table, text, prefixStart - 2) === CHAR_CLASS.LETTER;
    if (isWord && !isLabel(candidate, prefixStart - 1))
      flaws.push(before === CHAR_CLASS.DASH ? 'code-prefix' : 'path');
  }
  if (isForeign(text, candidate)) flaws.push('foreign');
  if (isDecimal(text, candidate)) flaws.push('decimal');
  else if (isStructured(text, candidate)) flaws.push('structured');
  if (isAmount(text, candidate)) flaws.push('amount');
  if (flaws.length === 0) return NO_FLAWS;
  return flaws.map((flaw) => ({ flaw, points: FLAW_POINTS[flaw] }));
}

/** `…5678ext.12` */
function isExtension(text: string, index: number): boolean {
  return /^ext\.? ?[0-9]/i.test(text.slice(index, index + 6));
}

function isForeign(text: string, { prefix, prefixStart }: Candidate): boolean {
  return prefix === '' && prefixStart > 0 && foldUnit(text.charCodeAt(prefixStart - 1)) === 0x2b;
}

function kindAt(table: CharTable, text: string, index: number): number {
  if (index < 0 || index >= text.length) return CHAR_CLASS.OTHER;
  return table.classes[text.charCodeAt(index)] ?? CHAR_CLASS.OTHER;
}

function isDecimal(text: string, { start, end, before, after, prefix }: Candidate): boolean {
  const pointBehind =
    after?.gap === CHAR_CLASS.DOT && isPoint(text, end) && isDigitUnit(text, end + 1);
  const pointBefore =
    before?.gap === CHAR_CLASS.DOT &&
    prefix === '' &&
    isPoint(text, start - 1) &&
    isDigitUnit(text, start - 2) &&
    !isListMarker(text, start - 1);
  return pointBehind || pointBefore;
}

/** UTF-16 units of an ordinal with its indent, and of an item of a list. */
const MAX_MARKER = 12;
const MAX_ITEM = 80;

/**
 * `1.138…`, `2.139…`: the ordinal of an item, on a line that begins so, where the line before begins with the ordinal before,
 * or the line behind with the next. A table of decimals does not count.
 */
function isListMarker(text: string, point: number): boolean {
  // Bounded: a line may be a megabyte long.
  const head = text.slice(Math.max(0, point - MAX_MARKER), point);
  if (head.length === MAX_MARKER && !head.includes('\n')) return false;
  const lineStart = point - head.length + head.lastIndexOf('\n') + 1;
  const ordinal = Number(/^\s{0,8}([0-9]{1,2})$/.exec(text.slice(lineStart, point))?.[1] ?? 0);
  if (ordinal === 0) return false;
  const behind = text
    .slice(point, point + MAX_ITEM)
    .split('\n')
    .slice(1);
  if (behind.some((line) => line.trimStart().startsWith(`${ordinal + 1}.`))) return true;
  const before = text.slice(Math.max(0, lineStart - MAX_ITEM), lineStart).split('\n');
  return ordinal > 1 && before.some((line) => line.trimStart().startsWith(`${ordinal - 1}.`));
}

function isPoint(text: string, index: number): boolean {
  return foldUnit(text.charCodeAt(index)) === 0x2e;
}

function isDigitUnit(text: string, index: number): boolean {
  const unit = foldUnit(text.charCodeAt(index));
  return unit >= 0x30 && unit <= 0x39;
}

/** `6222… -159.12`: the next column's amount. */
function isMinus(text: string, end: number): boolean {
  return text.charAt(end) === ' ' && text.charAt(end + 1) === '-' && isDigitUnit(text, end + 2);
}

/** A dash ties the number to a group of another length: `2024-13800138000`, but not `13800138000-13900139000`. */
function isStructured(text: string, { before, after, value, gap, end }: Candidate): boolean {
  const ties = (side: Candidate['before']): boolean =>
    side !== null &&
    side.gap === CHAR_CLASS.DASH &&
    gap !== CHAR_CLASS.DASH &&
    side.digits !== value.length;
  return ties(before) || (ties(after) && !isMinus(text, end));
}

function isAmount(text: string, { prefixStart, end }: Candidate): boolean {
  if (prefixStart > 0 && CURRENCY_BEFORE.includes(text.charAt(prefixStart - 1))) return true;
  const behind = text.charAt(end) === ' ' ? end + 1 : end;
  if (behind >= text.length) return false;
  return (
    UNITS_BEHIND.includes(text.charAt(behind)) ||
    UNIT_WORDS_BEHIND.some((unit) => text.startsWith(unit, behind))
  );
}
