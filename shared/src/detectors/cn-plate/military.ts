import type { AnchorPlace } from '../../detection/detector.ts';
import { codeUnitOf, isSeparator } from '../read-code.ts';

const MAX_DISTANCE = 8;
const MAX_UNITS = 9;

/** First letters of army plates of 2012: services and theatres; the second letter is the unit. */
const FORM = /^[VKHBSLJNGCEZT][A-HJ-NP-Z][0-9]{5}$/;

/** `VA12345`, army plates: two letters and five digits, too common a form without the word that names a plate in front. */
export function readMilitary({
  text,
  end: labelEnd,
}: AnchorPlace): { value: string; start: number; end: number } | null {
  let start = labelEnd;
  const limit = Math.min(text.length, labelEnd + MAX_DISTANCE);
  while (start < limit && ':\uff1a= "\'\u662f\u4e3a\u53f7\u7801,\t'.includes(text.charAt(start)))
    start++;
  let value = '';
  let end = start;
  for (let index = start; index < text.length && value.length < MAX_UNITS; index++) {
    const unit = codeUnitOf(text.charCodeAt(index));
    if (unit !== 0) {
      value += String.fromCharCode(unit);
      end = index + 1;
    } else if (value.length !== 2 || !(isSeparator(text, index) || text.charAt(index) === '·'))
      break;
  }
  return FORM.test(value) ? { value, start, end } : null;
}
