import { isNumberShape } from './number-shape.ts';
import type { TokenReader } from './token-decoder.ts';
import { MIN_LOOK_ALIKE, MIN_REAL_DIGITS } from './token-places.ts';
import { LOOK_ALIKES, RARE_LOOK_ALIKES, RunFinder, UNIT } from './unit-classes.ts';
import { isDigit, isLetter, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

/** Signs of one number with its separators, at most. */
const MAX_SPAN = 48;

const BLANK = 0x20;
const DASH = 0x2d;

/** A stretch of digits and letters like them. */
interface Word {
  readonly start: number;
  readonly end: number;
}

function isSeparator(unit: number): boolean {
  return unit === BLANK || unit === DASH;
}

/**
 * Numbers with letters for digits: `l38OOl38OOO`. O and l are enough with four real digits; rarer letters (Z, S, B …)
 * count only where half of the digits are real and the number stands its check.
 */
export function createLookAlikeReader(): TokenReader {
  let digitOf: ReadonlyMap<number, string> | null = null;
  let rare: ReadonlySet<number> | null = null;

  function readNumber(text: string, words: readonly Word[], writer: ViewWriter): void {
    let value = '';
    let digits = 0;
    let rares = 0;
    for (const { start, end } of words) {
      // A word of its own: the rule of a table, a size, an initial.
      if (end - start === 1 && words.length < MIN_LOOK_ALIKE && rare?.has(text.charCodeAt(start)))
        return;
      for (let at = start; at < end; at++) {
        const unit = text.charCodeAt(at);
        if (isDigit(narrowAt(text, at))) digits++;
        else if (rare?.has(unit)) rares++;
        value += digitOf?.get(unit) ?? String.fromCharCode(narrowAt(text, at));
      }
    }
    if (digits === value.length || value.length < MIN_LOOK_ALIKE || digits < MIN_REAL_DIGITS)
      return;
    const last = words.at(-1)?.end ?? 0;
    const letter = (narrowAt(text, last) | 0x20) === 0x78 ? 'X' : '';
    const isStrict = rares > 0 || value.length > 19;
    if (isStrict && (digits * 2 < value.length || !isNumberShape(value + letter))) return;
    for (const { start, end } of words)
      for (let at = start; at < end; at++) {
        const digit = digitOf?.get(text.charCodeAt(at));
        if (digit !== undefined) writer.replace(at, at + 1, digit);
      }
  }

  return {
    evasion: 'look-alike-letters',
    read(text, { lookAlikes }, classes, budget) {
      rare ??= new Set(RARE_LOOK_ALIKES.split('').map((letter) => letter.charCodeAt(0)));
      digitOf ??= new Map(
        LOOK_ALIKES.flatMap(([digit, likes]) =>
          likes.split('').map((letter) => [letter.charCodeAt(0), digit] as const),
        ),
      );
      const finder = new RunFinder(classes, UNIT.LOOK_ALIKE, MIN_LOOK_ALIKE);
      const writer = new ViewWriter(text, 'look-alike-letters', budget);
      let from = 0;
      for (let at = 0; at < lookAlikes.length; at += 2) {
        const limit = lookAlikes[at + 1] ?? 0;
        from = Math.max(from, lookAlikes[at] ?? 0);
        for (; finder.next(text, from, limit); from = finder.end)
          for (const words of numbersIn(text, finder.start, finder.end))
            readNumber(text, words, writer);
      }
      return writer.finish();
    },
  };
}

/** The groups of words, one separator apart, that could be one number each and have a letter in them. */
function* numbersIn(text: string, runStart: number, runEnd: number): Generator<readonly Word[]> {
  let at = runStart;
  // The run begins or ends inside of a longer word: that word is none of ours.
  if (isLetter(narrowAt(text, runStart - 1))) at = wordEnd(text, at, runEnd);
  let limit = runEnd;
  if (isLetter(narrowAt(text, runEnd)) && !endsInCheckLetter(text, runEnd))
    while (limit > at && !isSeparator(text.charCodeAt(limit - 1))) limit--;
  let words: Word[] = [];
  let hasLetter = false;
  while (at < limit) {
    let start = at;
    while (start < limit && isSeparator(text.charCodeAt(start))) start++;
    const end = wordEnd(text, start, limit);
    const first = words[0]?.start ?? start;
    if (words.length > 0 && (start - at > 1 || end - first > MAX_SPAN)) {
      if (hasLetter) yield words;
      words = [];
      hasLetter = false;
    }
    // `go` and `is` are words before a number, not its first digits.
    const mayOpen = words.length > 0 || holdsDigit(text, start, end);
    if (end > start && mayOpen) words.push({ start, end });
    hasLetter ||= mayOpen && holdsLetter(text, start, end);
    at = end;
    if (start >= limit) break;
  }
  if (hasLetter) yield words;
}

function endsInCheckLetter(text: string, at: number): boolean {
  return (narrowAt(text, at) | 0x20) === 0x78 && !isLetter(narrowAt(text, at + 1));
}

function wordEnd(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && !isSeparator(text.charCodeAt(end))) end++;
  return end;
}

function holdsDigit(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (isDigit(narrowAt(text, at))) return true;
  return false;
}

function holdsLetter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (!isDigit(unit) && !isSeparator(unit) && !isDigit(unit - 0xfee0)) return true;
  }
  return false;
}
