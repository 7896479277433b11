import type { TextCounts } from './byte-text.ts';
import { isDigit, isWordUnit, narrowAt } from './units.ts';

/** True when decoded text could be part of an identifier, and not only punctuation of an address or a path. */
export function isTelling({ digits, han, letters, ats }: TextCounts): boolean {
  return digits + han + letters + ats > 0;
}

/** True when the stretch stands between two digits: whatever it is, it separates them. */
export function isBetweenDigits(text: string, start: number, end: number): boolean {
  return isDigit(narrowAt(text, start - 1)) && isDigit(narrowAt(text, end));
}

/** True when the stretch stands inside a word or number. */
export function isInsideWord(text: string, start: number, end: number): boolean {
  return isWordUnit(narrowAt(text, start - 1)) && isWordUnit(narrowAt(text, end));
}
