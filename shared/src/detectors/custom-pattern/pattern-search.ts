import { CHAR_CLASS, type CharTable, DIGIT_LIMIT } from '../../detection/char-table.ts';
import {
  DECIMAL_DIGIT_STARTS,
  ENCLOSED_DIGIT_RANGES,
  HAN_NUMERALS,
} from '../../detection/unicode-digits.ts';
import type { RegexOptions } from '../../linear-regex/linear-regex.ts';
import type { Alias, UnitSet } from '../../linear-regex/unit-set.ts';

/** High half of the mathematical digits 𝟎 … 𝟿, whose low halves are read as digits. */
const MATH_HIGH = 0xd835;
const MATH_DIGITS_LOW = 0xdfce;
const MATH_DIGIT_ROWS = 5;

function digitAliases(): Alias[] {
  const aliases: Alias[] = [{ from: 0xff01, count: 94, reads: 0x21 }];
  for (const from of DECIMAL_DIGIT_STARTS)
    if (from > 0x7f && from <= 0xffff && from !== 0xff10)
      aliases.push({ from, count: 10, reads: 0x30 });
  for (const [from, value, count] of ENCLOSED_DIGIT_RANGES)
    if (from <= 0xffff) aliases.push({ from, count, reads: 0x30 + value });
  for (let row = 0; row < MATH_DIGIT_ROWS; row++)
    aliases.push({ from: MATH_DIGITS_LOW + 10 * row, count: 10, reads: 0x30 });
  return aliases;
}

function hanAliases(): Alias[] {
  return HAN_NUMERALS.flatMap((numerals, value) =>
    Array.from(numerals, (numeral) => ({
      from: numeral.charCodeAt(0),
      count: 1,
      reads: 0x30 + value,
    })),
  );
}

function unitsOfClasses(table: CharTable, wanted: readonly number[]): UnitSet {
  const ranges: [number, number][] = [];
  for (let unit = DIGIT_LIMIT; unit < table.classes.length; unit++) {
    if (!wanted.includes(table.classes[unit] ?? CHAR_CLASS.OTHER)) continue;
    const last = ranges.at(-1);
    if (last && last[1] === unit - 1) last[1] = unit;
    else ranges.push([unit, unit]);
  }
  return ranges;
}

/**
 * How admin-written patterns are searched for: letters written out in any case, all forms of digits and of full-width
 * signs, invisible characters and separators inside, and only as a whole code. `hanDigits`: Chinese numerals are digits
 * too; not for patterns that have Chinese characters of their own.
 */
export function createPatternOptions(table: CharTable): (hanDigits: boolean) => RegexOptions {
  const gaps = unitsOfClasses(table, [CHAR_CLASS.SPACE, CHAR_CLASS.DASH, CHAR_CLASS.DOT]);
  const skipped = [...unitsOfClasses(table, [CHAR_CLASS.SKIP]), [MATH_HIGH, MATH_HIGH] as const];
  const digits = digitAliases();
  const han = hanAliases();
  return (hanDigits) => ({
    foldLiterals: true,
    codeEdges: true,
    gaps,
    skipped,
    aliases: digits,
    innerAliases: hanDigits ? han : [],
  });
}
