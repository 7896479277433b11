import type { RowKind } from './row-cells.ts';

/** What a line could be a row of. One object, filled again for each line. */
export interface LineShape {
  /** The line break, or the end of the text. */
  end: number;
  /** Kinds whose delimiter stands in the line: bits by the index in `KINDS`. 0 = an ordinary line. */
  kinds: number;
  /** False when a long number, the end of a sentence or `label: value` stands in it: no header. */
  mayBeHeader: boolean;
  /** Letters other than the x of a check digit or a size: no row of numbers. */
  hasWord: boolean;
  /** The line was left early: it may be a row with a long cell, of any kind. */
  isCut: boolean;
}

/** In the order in which they are tried, the surest delimiter first; the index is that of the kind's bit. */
export const KINDS = [
  'tab',
  'pipe',
  'comma',
  'semicolon',
  'wide-comma',
  'aligned',
  'spaced',
  'single',
] as const satisfies readonly RowKind[];

/** Bits of tab and pipe: in their cells whole sentences stand. */
const STRONG_BITS = 3;
const BITS = { tab: 1, pipe: 2, aligned: 32, spaced: 64, single: 128 } as const;

/** No cell of a header or of a grid without one is longer: most lines of prose end here. */
const MAX_CELL = 64;
const MAX_HEADER_DIGITS = 4;
/** A line of single words is a header or a row of numbers, not a sentence. */
const MAX_SPACED_LINE = 160;
const MAX_SINGLE_LINE = 40;

export function createLineShape(): LineShape {
  return { end: 0, kinds: 0, mayBeHeader: false, hasWord: false, isCut: false };
}

const TIE = -2;

/** Bit of the delimiter, `TIE` for a colon, −1 for the end of a sentence, 0 for other units. */
function signOf(unit: number): number {
  switch (unit) {
    case 0x09:
      return 1;
    case 0x7c:
    case 0xff5c:
    case 0x2502:
      return 2;
    case 0x2c:
      return 4;
    case 0x3b:
    case 0xff1b:
      return 8;
    case 0xff0c:
      return 16;
    case 0x3a:
    case 0xff1a:
      return TIE;
    case 0x3002:
    case 0xff01:
    case 0xff1f:
    case 0x21:
    case 0x3f:
      return -1;
    default:
      return 0;
  }
}

/** True for the end of a sentence, and for a colon that ties a label to its value: not 10:30, not one that ends a cell. */
function isProse(text: string, at: number, sign: number): boolean {
  if (sign !== TIE) return true;
  const next = text.charCodeAt(at + 1);
  const endsCell = !(next >= 0x20) || signOf(next) > 0;
  return !endsCell && !(isDigit(next) && isDigit(text.charCodeAt(at - 1)));
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Bits of the kinds that a line without weak and strong delimiters could be. */
function plainKinds(length: number, spaces: number, wideGaps: number): number {
  let kinds = 0;
  if (wideGaps > 0) kinds |= BITS.aligned;
  if (spaces > 0 && length <= MAX_SPACED_LINE) kinds |= BITS.spaced;
  if (length > 0 && length <= MAX_SINGLE_LINE) kinds |= BITS.single;
  return kinds;
}

/** Looks at the line from `from` on; stops early where the line is prose. */
export function readLineShape(text: string, from: number, shape: LineShape): void {
  const length = text.length;
  let kinds = 0;
  let cellStart = from;
  let digits = 0;
  let hasLongNumber = false;
  let hasSentence = false;
  let hasLetter = false;
  let hasWord = false;
  let spaces = 0;
  let wideGaps = 0;
  let at = from;
  for (; at < length; at++) {
    const unit = text.charCodeAt(at);
    // Ideographs first: prose has hardly anything else.
    if (unit > 0x3002 && unit < 0xff00) {
      digits = 0;
      hasLetter = true;
      hasWord = true;
      if (at - cellStart > MAX_CELL) break;
      continue;
    }
    if (unit >= 0x30 && unit <= 0x39) {
      if (++digits > MAX_HEADER_DIGITS) hasLongNumber = true;
      continue;
    }
    digits = 0;
    if (unit === 0x0a) break;
    if (unit === 0x20 || unit === 0x3000) {
      if (at > cellStart) spaces++;
      if (unit === 0x3000 || text.charCodeAt(at + 1) === 0x20) {
        if (at > cellStart) wideGaps++;
        cellStart = at + 1;
      }
      continue;
    }
    // Letters: no sign.
    if (unit > 0x60 ? unit < 0x7c : unit > 0x3f) {
      hasLetter = true;
      if (unit !== 0x58 && unit !== 0x78) hasWord = true;
      if (at - cellStart > MAX_CELL) break;
      continue;
    }
    const sign = signOf(unit);
    if (sign > 0) {
      kinds |= sign;
      cellStart = at + 1;
    } else if (sign < 0 && isProse(text, at, sign)) {
      hasSentence = true;
      if ((kinds & STRONG_BITS) === 0) break;
    } else if (at - cellStart > MAX_CELL) break;
  }
  shape.mayBeHeader = hasLetter && !hasLongNumber && !hasSentence;
  shape.hasWord = hasWord;
  shape.isCut = at < length && text.charCodeAt(at) !== 0x0a;
  if (shape.isCut) {
    const found = text.indexOf('\n', at);
    shape.end = found < 0 ? length : found;
    shape.kinds = 0;
    return;
  }
  shape.end = at;
  if (kinds === 0 && !hasSentence) kinds = plainKinds(at - from, spaces, wideGaps);
  else if (wideGaps > 0 && !hasSentence) kinds |= BITS.aligned;
  shape.kinds = hasSentence ? kinds & STRONG_BITS : kinds;
}
