import type { Evasion } from '../contracts/vocabulary.ts';
import { CHAR_CLASS, type CharTable, digitOfClass, DIGIT_LIMIT } from './char-table.ts';

export interface DigitReading {
  /** ASCII digits, and X where the range ends in the check letter. */
  readonly digits: string;
  readonly evasions: readonly Evasion[];
}

const NO_EVASION: readonly Evasion[] = [];

function isPlain(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}

/** Reads the digits of a range that the scan has delimited; everything between them is dropped. */
export function readDigits(
  table: CharTable,
  text: string,
  start: number,
  end: number,
  endsInLetter: boolean,
): DigitReading {
  const digitsEnd = endsInLetter ? end - 1 : end;
  if (isPlain(text, start, digitsEnd)) {
    const plain = text.slice(start, digitsEnd);
    if (!endsInLetter) return { digits: plain, evasions: NO_EVASION };
    const evasion = evasionOfLetter(text.charCodeAt(digitsEnd));
    return { digits: `${plain}X`, evasions: evasion ? [evasion] : NO_EVASION };
  }
  const units: number[] = [];
  let evasions: Evasion[] = [];
  for (let index = start; index < digitsEnd;) {
    const unit = text.charCodeAt(index);
    let kind = table.classes[unit] ?? CHAR_CLASS.OTHER;
    let width = 1;
    if (kind === CHAR_CLASS.SURROGATE) {
      kind = table.classOfPair(text, index);
      width = (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    }
    index += width;
    if (kind < DIGIT_LIMIT) units.push(0x30 + digitOfClass(kind));
    const evasion = evasionOf(unit, kind);
    if (evasion && !evasions.includes(evasion)) evasions = [...evasions, evasion];
  }
  if (endsInLetter) {
    units.push(0x58);
    const evasion = evasionOfLetter(text.charCodeAt(digitsEnd));
    if (evasion && !evasions.includes(evasion)) evasions = [...evasions, evasion];
  }
  return { digits: String.fromCharCode(...units), evasions };
}

/** A check letter of another alphabet: Cyrillic, Greek, a Roman numeral. */
function evasionOfLetter(unit: number): Evasion | null {
  if (unit === 0x58 || unit === 0x78) return null;
  return unit === 0xff38 || unit === 0xff58 ? 'full-width' : 'look-alike-letters';
}

/** The values of the digits of a range, 10 for the check letter, into `values`; returns how many there are. */
export function readDigitValues(
  table: CharTable,
  text: string,
  start: number,
  end: number,
  endsInLetter: boolean,
  values: Uint8Array,
): number {
  const digitsEnd = endsInLetter ? end - 1 : end;
  let count = 0;
  for (let index = start; index < digitsEnd; index++) {
    let kind = table.classes[text.charCodeAt(index)] ?? CHAR_CLASS.OTHER;
    if (kind === CHAR_CLASS.SURROGATE) {
      kind = table.classOfPair(text, index);
      if ((text.codePointAt(index) ?? 0) > 0xffff) index++;
    }
    if (kind < CHAR_CLASS.ENCLOSED) values[count++] = kind;
    else if (kind < DIGIT_LIMIT) values[count++] = digitOfClass(kind);
  }
  if (endsInLetter) values[count++] = 10;
  return count;
}

function evasionOf(unit: number, kind: number): Evasion | null {
  if (kind === CHAR_CLASS.SKIP) return 'zero-width';
  if (kind >= DIGIT_LIMIT || unit <= 0x39) return null;
  if (kind >= CHAR_CLASS.HAN) return 'chinese-numerals';
  if (kind >= CHAR_CLASS.ENCLOSED) return 'enclosed-digits';
  return unit >= 0xff10 && unit <= 0xff19 ? 'full-width' : 'unicode-digits';
}

/** Where the digit number `skip` (from 0) of a range starts. */
export function startAfterDigits(
  table: CharTable,
  text: string,
  start: number,
  skip: number,
): number {
  let left = skip;
  let index = start;
  for (;;) {
    const isPair = (text.codePointAt(index) ?? 0) > 0xffff;
    const kind = isPair
      ? table.classOfPair(text, index)
      : (table.classes[text.charCodeAt(index)] ?? CHAR_CLASS.OTHER);
    if (kind < DIGIT_LIMIT && left-- === 0) return index;
    if (index >= text.length) return start;
    index += isPair ? 2 : 1;
  }
}
