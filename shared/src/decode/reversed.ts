import { VIEW_CONTEXT, type Decoder } from '../detection/view.ts';
import { isCardShape, isMobileShape, isResidentIdShape } from './number-shape.ts';
import type { TokenReader } from './token-decoder.ts';
import { MIN_REVERSED } from './token-places.ts';
import { RunFinder, UNIT } from './unit-classes.ts';
import { isDigit, isWordUnit, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

/** Units between the word and the number. */
const REACH = 32;
const WORDS = [
  '倒序',
  '逆序',
  '反序',
  '反写',
  '倒写',
  '倒过来',
  '反过来',
  '反着',
  '倒着',
  '反向',
  '颠倒',
  '倒转',
  '从右往左',
  '从后往前',
  'reverse',
  'backward',
];
/** Units of a number with its separators, at most. */
const MAX_SPAN = 60;

/** The digits and check letter of the stretch, last one first. */
function readBackwards(text: string, start: number, end: number): string {
  let result = '';
  for (let at = end - 1; at >= start; at--) {
    const unit = narrowAt(text, at);
    if (isWordUnit(unit)) result += String.fromCharCode(unit).toUpperCase();
  }
  return result;
}

function isNumberUnit(text: string, at: number): boolean {
  const unit = narrowAt(text, at);
  return isDigit(unit) || unit === 0x20 || unit === 0x2d || unit === 0x2e;
}

/** A number beside a word that says it is written backwards. */
export function createReversedDecoder(): Decoder {
  return {
    evasion: 'reversed',
    triggers: WORDS,
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'reversed', budget);
      let done = 0;
      for (const hit of hits) {
        const limit = Math.min(text.length, hit + REACH);
        for (let at = Math.max(done, hit - REACH); at < limit; done = ++at) {
          if (!isDigit(narrowAt(text, at))) continue;
          let start = at;
          while (start > done && start > at - MAX_SPAN && isNumberUnit(text, start - 1)) start--;
          while (!isDigit(narrowAt(text, start))) start++;
          if ((narrowAt(text, start - 1) | 0x20) === 0x78) start--;
          let end = at + 1;
          while (end < at + MAX_SPAN && isNumberUnit(text, end)) end++;
          while (!isDigit(narrowAt(text, end - 1))) end--;
          const backwards = readBackwards(text, start, end);
          if (isMobileShape(backwards) || isResidentIdShape(backwards) || isCardShape(backwards))
            writer.replace(start, end, backwards);
          at = end - 1;
        }
      }
      return writer.finish();
    },
  };
}

/** Eighteen digits that are a resident ID only when read backwards: its checks are enough to tell. */
export function createReversedIdReader(): TokenReader {
  return {
    evasion: 'reversed',
    read(text, { reversed }, classes, budget) {
      const finder = new RunFinder(classes, UNIT.DIGIT, MIN_REVERSED);
      const writer = new ViewWriter(text, 'reversed', budget, VIEW_CONTEXT);
      for (let at = 0; at < reversed.length; at += 2) {
        const limit = reversed[at + 1] ?? 0;
        for (let from = reversed[at] ?? 0; finder.next(text, from, limit); from = finder.end)
          readBackwardId(text, finder.start, finder.end, writer);
      }
      return writer.finish();
    },
  };
}

function readBackwardId(text: string, runStart: number, end: number, writer: ViewWriter): void {
  const start = end - runStart === MIN_REVERSED ? runStart - 1 : runStart;
  if (end - start !== 18 || start < 0 || !isCentury(text, end)) return;
  const backwards = readBackwards(text, start, end);
  if (backwards.length !== 18 || isWordUnit(narrowAt(text, start - 1))) return;
  if (isWordUnit(narrowAt(text, end)) || !isResidentIdShape(backwards)) return;
  if (!isResidentIdShape(backwards.split('').toReversed().join('')))
    writer.replace(start, end, backwards);
}

/** Whether the year, read backwards, begins with 18 … 20: spares most numbers the rest. */
function isCentury(text: string, end: number): boolean {
  const tens = narrowAt(text, end - 7) - 0x30;
  const ones = narrowAt(text, end - 8) - 0x30;
  return (tens === 1 && ones >= 8) || (tens === 2 && ones === 0);
}
