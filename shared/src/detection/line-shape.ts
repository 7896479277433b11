import type { RowKind } from './row-cells.ts';

/** What a line could be a row of. One object, filled again for each line. */
export interface LineShape {
  /** The line break, or the end of the text. */
  end: number;
  /** Kinds whose delimiter stands in the line: bits of `KIND_BITS`. 0 = an ordinary line. */
  kinds: number;
  /** False when a long number or the end of a sentence stands in it: no header. */
  mayBeHeader: boolean;
}

export const KIND_BITS: Readonly<Record<RowKind, number>> = {
  tab: 1,
  pipe: 2,
  comma: 4,
  semicolon: 8,
  'wide-comma': 16,
  aligned: 32,
  spaced: 64,
  single: 128,
  tuple: 0,
};

/** No cell of a header or of a grid without one is longer: most lines of prose end here. */
const MAX_CELL = 64;
const MAX_HEADER_DIGITS = 4;
/** A line of single words is a header or a row of numbers, not a sentence. */
const MAX_SPACED_LINE = 160;
const MAX_SINGLE_LINE = 40;

export function createLineShape(): LineShape {
  return { end: 0, kinds: 0, mayBeHeader: false };
}

/** Bit of the delimiter, −1 for the end of a sentence, 0 for other units. */
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

/** Bits of the kinds that a line without weak and strong delimiters could be. */
function plainKinds(length: number, spaces: number, wideGaps: number): number {
  let kinds = 0;
  if (wideGaps > 0) kinds |= KIND_BITS.aligned;
  if (spaces > 0 && length <= MAX_SPACED_LINE) kinds |= KIND_BITS.spaced;
  if (length > 0 && length <= MAX_SINGLE_LINE) kinds |= KIND_BITS.single;
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
  let spaces = 0;
  let wideGaps = 0;
  let at = from;
  for (; at < length; at++) {
    const unit = text.charCodeAt(at);
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
    // Ideographs and lower-case letters: no sign.
    if (unit > 0x60 ? unit < 0x7c || (unit > 0x3002 && unit < 0xff00) : unit > 0x3f) {
      if (at - cellStart > MAX_CELL) break;
      continue;
    }
    const sign = signOf(unit);
    if (sign > 0) {
      kinds |= sign;
      cellStart = at + 1;
    } else {
      if (sign < 0) hasSentence = true;
      if (at - cellStart > MAX_CELL) break;
    }
  }
  shape.mayBeHeader = !hasLongNumber && !hasSentence;
  if (at < length && text.charCodeAt(at) !== 0x0a) {
    // A cell of this length: no header, no grid; a sentence in tabs or pipes is a remark.
    const found = text.indexOf('\n', at);
    shape.end = found < 0 ? length : found;
    shape.kinds = 0;
    return;
  }
  shape.end = at;
  if (kinds === 0 && !hasSentence) kinds = plainKinds(at - from, spaces, wideGaps);
  else if (wideGaps > 0 && !hasSentence) kinds |= KIND_BITS.aligned;
  shape.kinds = hasSentence ? kinds & (KIND_BITS.tab | KIND_BITS.pipe) : kinds;
}
