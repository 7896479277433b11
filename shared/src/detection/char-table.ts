import { DECIMAL_DIGIT_STARTS, ENCLOSED_DIGIT_RANGES, HAN_NUMERALS } from './unicode-digits.ts';

/**
 * Classes of a UTF-16 unit. 0 … 9 is a decimal digit of that value, 10 … 19 an enclosed one (①) of
 * value − 10, 20 … 29 a Chinese numeral of value − 20. Everything below `SURROGATE` may stand inside an identifier.
 */
export const CHAR_CLASS = {
  ENCLOSED: 10,
  HAN: 20,
  SPACE: 30,
  CELL: 31,
  NEWLINE: 32,
  DASH: 33,
  DOT: 34,
  COMMA: 35,
  SLASH: 36,
  BRACKET: 37,
  /** Invisible: zero-width, bidi controls, variation selectors, combining marks. */
  SKIP: 38,
  /** Half of an astral character; ask `classOfPair`. */
  SURROGATE: 39,
  LETTER: 40,
  OTHER: 41,
} as const;

/** Classes below this one are digits. */
export const DIGIT_LIMIT = 30;
/** Classes below this one are digits or separators. */
export const SEPARATOR_LIMIT = CHAR_CLASS.SKIP;
/** Classes below this one may belong to a group of digits and must be looked at. */
export const CLUSTER_LIMIT = CHAR_CLASS.LETTER;

export interface CharTable {
  /** Class of every UTF-16 unit. */
  readonly classes: Uint8Array;
  /** Class of the astral character whose high surrogate is at `index`; a lone surrogate is OTHER. */
  classOfPair(text: string, index: number): number;
}

const SEPARATORS: readonly (readonly [number, string])[] = [
  [CHAR_CLASS.SPACE, ' \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009'],
  [CHAR_CLASS.SPACE, '\u200a\u202f\u205f\u3000\u2800'],
  // Quotes around the pieces of a number add no more to a gap than spaces do.
  [CHAR_CLASS.SPACE, '"\'`\u2018\u2019\u201c\u201d\uff02\uff07\u300c\u300d'],
  [CHAR_CLASS.CELL, '\t|\uff5c\u2502'],
  [CHAR_CLASS.NEWLINE, '\n\r\v\f\u0085\u2028\u2029'],
  [CHAR_CLASS.DASH, '-_~\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u301c\u30fc\ufe58\ufe63'],
  [CHAR_CLASS.DASH, '\uff0d\uff3f\uff5e'],
  [CHAR_CLASS.DOT, '.\u00b7\u2022\u2024\u2027\u22c5\u3002\u30fb\uff0e\uff61\uff65'],
  [CHAR_CLASS.COMMA, ',;\u3001\ufe50\uff0c\uff1b\uff64'],
  [CHAR_CLASS.SLASH, '/\\\u2044\u2215\uff0f\uff3c'],
  [CHAR_CLASS.BRACKET, '()[]{}\u3010\u3011\u3014\u3015\uff08\uff09\uff3b\uff3d\uff5b\uff5d'],
];

/** Inclusive ranges of invisible characters in the basic plane. */
const SKIPPED: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20dd, 0x20e4],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
];

/** Letters a number may be part of a word with. CJK is left out: 手机13800138000元 is no word. */
const LETTERS: readonly (readonly [number, number])[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xb5, 0xb5],
  [0xba, 0xba],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
  [0x370, 0x481],
  [0x48a, 0x52f],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
];

function createPairClasses(): ReadonlyMap<number, number> {
  const classes = new Map<number, number>();
  for (const start of DECIMAL_DIGIT_STARTS)
    if (start > 0xffff) for (let d = 0; d < 10; d++) classes.set(start + d, d);
  for (const [start, value, count] of ENCLOSED_DIGIT_RANGES)
    if (start > 0xffff)
      for (let d = 0; d < count; d++) classes.set(start + d, CHAR_CLASS.ENCLOSED + value + d);
  return classes;
}

function createUnitClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(CHAR_CLASS.OTHER);
  for (const [from, to] of LETTERS) classes.fill(CHAR_CLASS.LETTER, from, to + 1);
  for (const [from, to] of SKIPPED) classes.fill(CHAR_CLASS.SKIP, from, to + 1);
  for (const [kind, characters] of SEPARATORS)
    for (const character of characters) classes[character.charCodeAt(0)] = kind;
  classes.fill(CHAR_CLASS.SURROGATE, 0xd800, 0xe000);
  for (const start of DECIMAL_DIGIT_STARTS)
    if (start <= 0xffff) for (let d = 0; d < 10; d++) classes[start + d] = d;
  for (const [start, value, count] of ENCLOSED_DIGIT_RANGES)
    if (start <= 0xffff)
      for (let d = 0; d < count; d++) classes[start + d] = CHAR_CLASS.ENCLOSED + value + d;
  for (const [value, numerals] of HAN_NUMERALS.entries())
    for (const numeral of numerals) classes[numeral.charCodeAt(0)] = CHAR_CLASS.HAN + value;
  return classes;
}

/** Builds the table (64 KB, about 0.1 ms). One for each engine; nothing is built on import. */
export function createCharTable(): CharTable {
  const classes = createUnitClasses();
  const pairs = createPairClasses();
  return {
    classes,
    classOfPair(text, index) {
      const point = text.codePointAt(index) ?? 0;
      if (point < 0x10000) return CHAR_CLASS.OTHER;
      // Tags and the supplement of variation selectors are invisible.
      if (point >= 0xe0000 && point <= 0xe01ef) return CHAR_CLASS.SKIP;
      return pairs.get(point) ?? CHAR_CLASS.OTHER;
    },
  };
}

/** Value 0 … 9 of a class below `DIGIT_LIMIT`. */
export function digitOfClass(kind: number): number {
  return kind < CHAR_CLASS.ENCLOSED ? kind : kind % 10;
}

/** Lower-case ASCII of an ASCII or full-width unit, the ideographic space among them; other units as they are. */
export function foldUnit(unit: number): number {
  if (unit === 0x3000) return 0x20;
  const narrow = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
  return narrow >= 0x41 && narrow <= 0x5a ? narrow + 32 : narrow;
}

/** Every unit that `foldUnit` turns into this one, which is folded itself. */
export function formsOf(folded: number): number[] {
  const narrow = folded >= 0x61 && folded <= 0x7a ? [folded, folded - 32] : [folded];
  const wide = narrow.filter((unit) => unit >= 0x21 && unit <= 0x7e).map((unit) => unit + 0xfee0);
  return folded === 0x20 ? [0x20, 0x3000] : [...narrow, ...wide];
}

/**
 * The check letter of GB 11643-1999 as people write it: Latin, Cyrillic and Greek, either case, full-width, Roman
 * numeral ten, the multiplication sign.
 */
export function isCheckLetter(unit: number): boolean {
  switch (unit) {
    case 0x58:
    case 0x78:
    case 0xd7:
    case 0x3a7:
    case 0x3c7:
    case 0x425:
    case 0x445:
    case 0x2169:
    case 0x2179:
    case 0xff38:
    case 0xff58:
      return true;
    default:
      return false;
  }
}
