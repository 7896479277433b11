import type { Decoder } from '../detection/view.ts';
import { digitsIn, isDigit, isLetter, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

const DOT = 0x2e;
/** Lengths of whole numbers that identify somebody. */
const MIN_LENGTH = 11;
const MAX_LENGTH = 19;
/** Digits that may be zeros nobody wrote; more were rounded away, and what is left names nobody. */
const MAX_ZEROS = 4;
/** Digits behind the point that a spreadsheet may have added. */
const MAX_FRACTION = 4;

/** `E+10`, `e10`, `×10^10` at `at`: the exponent and where it ends; null when there is none. */
function exponentAt(text: string, at: number): { power: number; end: number } | null {
  let from = at + 1;
  if ((narrowAt(text, at) | 0x20) === 0x65) {
    if (narrowAt(text, from) === 0x2b) from++;
  } else from = at + 3;
  let end = from;
  while (end < from + 4 && isDigit(narrowAt(text, end))) end++;
  const next = narrowAt(text, end);
  if (end === from || isLetter(next) || isDigit(next)) return null;
  return { power: Number(digitsIn(text, from, end)), end };
}

/** Where the mantissa ends that stands before an exponent: `1.38E10`, `1.38×10^10`, `1.38 * 10^10`. */
function mantissaEnd(text: string, at: number): number {
  if ((narrowAt(text, at) | 0x20) === 0x65) return at;
  let end = at;
  while (end > at - 2 && narrowAt(text, end - 1) === 0x20) end--;
  const sign = narrowAt(text, end - 1);
  if (sign !== 0x2a && sign !== 0xd7 && (sign | 0x20) !== 0x78) return -1;
  end--;
  while (end > at - 4 && narrowAt(text, end - 1) === 0x20) end--;
  return end;
}

/** `1.38001380E+10`: the whole number, when the mantissa holds its digits. */
export function createScientificDecoder(): Decoder {
  return {
    evasion: 'scientific',
    triggers: ['e+1', 'e1', 'e+0', 'e01', '10^'],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'scientific', budget);
      for (const hit of hits) {
        const end = mantissaEnd(text, hit);
        if (end < 0 || !isDigit(narrowAt(text, end - 1))) continue;
        let start = end;
        let point = -1;
        for (; start > end - 32; start--) {
          const unit = narrowAt(text, start - 1);
          if (unit === DOT && point < 0) point = start - 1;
          else if (!isDigit(unit)) break;
        }
        if (point < 0 || point === start || isLetter(narrowAt(text, start - 1))) continue;
        const exponent = exponentAt(text, hit);
        if (!exponent || start < writer.done) continue;
        const plain = wholeNumber(
          digitsIn(text, start, point),
          digitsIn(text, point, end),
          exponent.power,
        );
        if (plain) writer.replace(start, exponent.end, plain);
      }
      return writer.finish();
    },
  };
}

function wholeNumber(whole: string, fraction: string, power: number): string | null {
  const length = whole.length + power;
  const missing = power - fraction.length;
  if (length < MIN_LENGTH || length > MAX_LENGTH) return null;
  if (missing > MAX_ZEROS || missing < -MAX_FRACTION) return null;
  return (whole + fraction).slice(0, length).padEnd(length, '0');
}
