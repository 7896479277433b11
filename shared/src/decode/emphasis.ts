import type { Decoder } from '../detection/view.ts';
import { isNumberShape } from './number-shape.ts';
import { digitsIn, isDigit, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

const STAR = 0x2a;
const BACKTICK = 0x60;
/** Units of a number with its marks, at most. */
const MAX_SPAN = 120;

function isMark(unit: number): boolean {
  return unit === STAR || unit === BACKTICK;
}

function isGap(unit: number): boolean {
  return isMark(unit) || unit === 0x2d || unit === 0x20 || unit === 0x5f || unit === 0x7e;
}

/**
 * Markdown emphasis inside a number: `138**0013**8000`. Stars that hide digits stay: the number must be whole without
 * them (`138****5678` is masked).
 */
export function createEmphasisDecoder(): Decoder {
  return {
    evasion: 'markup',
    triggers: ['*', '`'],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'markup', budget);
      let done = 0;
      for (const hit of hits) {
        if (hit < done || !isDigit(narrowAt(text, hit - 1))) continue;
        let start = hit;
        while (start > done && start > hit - MAX_SPAN && isNumberUnit(text, start - 1)) start--;
        let end = hit;
        while (end < hit + MAX_SPAN && isNumberUnit(text, end)) end++;
        done = end;
        while (start < hit && !isDigit(narrowAt(text, start))) start++;
        while (end > hit && !isDigit(narrowAt(text, end - 1))) end--;
        const check = narrowAt(text, end) | 0x20;
        const letter = check === 0x78 ? 'X' : '';
        if (isSize(text, start, end)) continue;
        if (!isNumberShape(digitsIn(text, start, end) + letter)) continue;
        eraseMarks(text, start, end, writer);
      }
      return writer.finish();
    },
  };
}

/** `1380*600*1380`: a size, in round measures. */
function isSize(text: string, start: number, end: number): boolean {
  return /^[1-9][0-9]{1,2}0\*[1-9][0-9]{1,2}0\*[1-9][0-9]{1,2}0$/.test(text.slice(start, end));
}

function isNumberUnit(text: string, at: number): boolean {
  const unit = narrowAt(text, at);
  return isDigit(unit) || isGap(unit);
}

function eraseMarks(text: string, start: number, end: number, writer: ViewWriter): void {
  for (let at = start; at < end;) {
    let stop = at;
    while (stop < end && isMark(narrowAt(text, stop))) stop++;
    if (stop > at) writer.erase(at, stop);
    at = stop + 1;
  }
}
