import type { CodePlace, Reading } from '../../detection/detector.ts';
import { codesAt, formScore } from '../read-code.ts';
import { isCalendarDay } from './checks.ts';
import { COUNTRY_CODES } from './countries.data.ts';
import type { Regions } from './regions.ts';

/** Three letters country, two digits province, two more, six digits birth, serial and check. */
const FORM = /^[A-Z]{3}[1-8][0-9]{11}$/;
const BASE = 0.72;

/**
 * Number on the cards of foreign permanent residents until 2023, 15 characters: country (ISO 3166-1 alpha-3), office of
 * issue, YYMMDD, two digits of which the last is a check nobody has published. Form from general knowledge.
 */
export function createForeignReader(regions: Regions): (place: CodePlace) => Reading | null {
  return (place) => {
    for (const code of codesAt(place, [15])) {
      const { value, start, end, evasions } = code;
      if (!FORM.test(value) || !isCountry(value.slice(0, 3))) continue;
      if (!regions.hasProvince(value.slice(3))) continue;
      const born = value.slice(7, 13);
      if (!isCalendarDay(`19${born}`) && !isCalendarDay(`20${born}`)) continue;
      return {
        start,
        end,
        value,
        validation: {
          checks: [
            { name: 'country', outcome: true },
            { name: 'birth-date', outcome: true },
            { name: 'check-letter', outcome: undefined },
          ],
          base: BASE,
          specificity: 0.5,
        },
        score: isPrinted(place.text.slice(start, end)) ? formScore(code) : UNPRINTED,
        evasions,
      };
    }
    return null;
  };
}

/** The card prints capitals, in one run; `and 111111111111` is a word and a number. */
const UNPRINTED = [{ part: 'form.irregular', points: -0.3 }];

function isPrinted(written: string): boolean {
  return !/^[a-z]+[ ._/-]/.test(written);
}

function isCountry(code: string): boolean {
  for (let at = 0; at < COUNTRY_CODES.length; at += 3)
    if (COUNTRY_CODES.startsWith(code, at)) return true;
  return false;
}
