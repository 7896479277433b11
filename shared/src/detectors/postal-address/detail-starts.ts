import { isDigit, isGap, isHan } from './address-units.ts';
import type { Divisions } from './divisions.ts';

/** What ends a detail of an address that begins with no known division: 文三路478号, 阳光花园3栋501室. */
const DETAIL_WORDS = ['号', '室', '栋', '幢', '单元', '组'];
const HAN_NUMERALS = '一二三四五六七八九十';

/**
 * The details with the unit before, a digit, `#` or a space: so they cost nothing where they stand behind other words
 * (手机号, 办公室), as nearly all of them do.
 */
export const DETAIL_ANCHORS: readonly string[] = DETAIL_WORDS.flatMap((word) =>
  Array.from(`0123456789# ${HAN_NUMERALS}`, (before) => before + word),
);

/** Units before a detail that its address begins in. */
const REACH = 40;
/** Starts tried for one detail at most. */
const TRIES = 3;
const LEADING_CHARACTERS = new Set(
  '的了是我你他她它们这那您请在于到至往从由位住寄送去来给把被说很址将和及与或',
);

/** Behind the space of an anchor a number must stand as well. */
function isNumbered(text: string, at: number): boolean {
  if (!isGap(text.charCodeAt(at - 1))) return true;
  const before = text.charCodeAt(at - 2);
  return isDigit(before) || before === 0x23 || HAN_NUMERALS.includes(text.charAt(at - 2) || 'x');
}

/** Where the run of an address that ends with the detail at `at` begins: behind punctuation or a word that leads to it. */
function runStart(text: string, at: number, limit: number): number {
  let start = at;
  let digits = 0;
  const lowest = Math.max(limit, at - REACH);
  while (start > lowest) {
    const unit = text.charCodeAt(start - 1);
    const isPart = isHan(unit)
      ? !LEADING_CHARACTERS.has(text.charAt(start - 1))
      : isDigit(unit) || isGap(unit) || unit === 0x2d || unit === 0x23;
    if (!isPart) break;
    start--;
    digits = isDigit(unit) ? digits + 1 : 0;
    // A telephone or document number: the address begins behind it.
    if (digits > 5) {
      start += digits;
      break;
    }
  }
  // The cell or phone number before, the space behind it.
  while (start < at && !isHan(text.charCodeAt(start))) start++;
  return start;
}

/**
 * Shows the start of the run before every detail; `details` = where the words of `DETAIL_ANCHORS` stand, ascending. `visit`
 * returns how far it has read; details before are passed over. A district of the table inside the run is a better
 * start than the run's own.
 */
export function findDetailStarts(
  text: string,
  details: readonly number[],
  divisions: Divisions,
  visit: (start: number) => number,
): void {
  let readTo = 0;
  for (const at of details) {
    if (at < readTo || !isNumbered(text, at)) continue;
    let start = runStart(text, at, readTo);
    for (let tries = 0; start < at && tries < TRIES && readTo <= at; tries++) {
      readTo = Math.max(readTo, visit(districtStart(text, start, at, divisions)));
      // 张三 文三路478号: what stands before the space is none of it.
      while (start < at && !isGap(text.charCodeAt(start))) start++;
      while (start < at && isGap(text.charCodeAt(start))) start++;
    }
    readTo = Math.max(readTo, at + 1);
  }
}

function districtStart(text: string, start: number, end: number, divisions: Divisions): number {
  for (let at = start; at < end; at++) {
    const sign = text.charAt(at);
    if (sign !== '区' && sign !== '市') continue;
    const length = divisions.districtEnding(text, at + 1);
    if (length > 0 && at + 1 - length >= start) return at + 1 - length;
  }
  return start;
}
