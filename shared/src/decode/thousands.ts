import type { Decoder } from '../detection/view.ts';
import { digitsIn, isDigit, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

const COMMA = 0x2c;
/** Units of a number of 19 digits with its commas. */
const MAX_SPAN = 28;

/** First three digits of the years of birth: the third group of a resident ID. */
const YEARS = ['192', '193', '194', '195', '196', '197', '198', '199', '200', '201', '202'];

function isNumberUnit(text: string, at: number): boolean {
  const unit = narrowAt(text, at);
  return isDigit(unit) || unit === COMMA;
}

/** True when groups of three follow a first one of one to three digits. */
function isGrouped(text: string, start: number, end: number): boolean {
  if (end - start > MAX_SPAN) return false;
  const first = (end - start) % 4;
  if (first === 0) return false;
  for (let at = start; at < end; at++) {
    const isComma = narrowAt(text, at) === COMMA;
    if (isComma !== ((at - start - first) % 4 === 0 && at >= start + first)) return false;
  }
  return true;
}

/** `13,800,138,000`: a spreadsheet's view of a number. */
export function createThousandsDecoder(): Decoder {
  const leads = ['13', '14', '15', '16', '17', '18', '19'].map((lead) => `${lead},`);
  return {
    evasion: 'thousands',
    triggers: [...leads, '6,2', ...YEARS.map((year) => `,${year},`)],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'thousands', budget);
      let done = 0;
      for (const hit of hits) {
        if (hit < done) continue;
        let start = hit;
        while (start > done && start > hit - MAX_SPAN && isNumberUnit(text, start - 1)) start--;
        let end = hit;
        while (end < hit + MAX_SPAN && isNumberUnit(text, end)) end++;
        done = end;
        // The comma of the sentence.
        if (narrowAt(text, end - 1) === COMMA) end--;
        if (!isGrouped(text, start, end)) continue;
        const digits = digitsIn(text, start, end);
        const isMobile = digits.length === 11 && digits[0] === '1' && (digits[1] ?? '') >= '3';
        // Resident IDs and cards are judged by their checks and labels.
        const isLong = digits.length === 15 || digits.length === 18 || digits.length === 19;
        if (!isMobile && !isLong) continue;
        for (let at = start; at < end; at++)
          if (narrowAt(text, at) === COMMA) writer.erase(at, at + 1);
      }
      return writer.finish();
    },
  };
}
