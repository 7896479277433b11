import { PART } from './address-words.data.ts';
import type { Address } from './read-address.ts';

/**
 * Chinese addresses in English, small to large (`Room 1203, Building 3, No. 478 Wensan Road, Xihu District, Hangzhou`) or
 * large to small: segments between commas, each told by its word.
 */
const SEGMENT_LENGTH = 48;
const SEGMENTS = 8;
/** Each runs on one segment, at most `SEGMENT_LENGTH` units. */
const ROOM = /\b(?:room|rm|unit|flat|apt|apartment|suite|floor|[0-9]+\/?f)\b\.?/i;
const BUILDING = /\b(?:building|bldg|block|tower|plaza|mansion|garden|gardens|residence)\b/i;
const ROAD =
  /\b(?:road|rd|street|avenue|ave|lane|alley|boulevard|blvd|highway|lu|jie|dadao|hutong|nong)\b\.?/i;
const NUMBER = /\bno\.? ?[0-9]+|\b[0-9]{1,5}(?:-[0-9]{1,5})?\b|#[0-9]+/i;
const DISTRICT = /\b(?:district|dist|county|town|township|village|qu|xian)\b\.?/i;
const CITY =
  /\b(?:city|province|china|p\.? ?r\.? ?c|beijing|shanghai|tianjin|chongqing|guangzhou|shenzhen|hangzhou|nanjing|wuhan|chengdu|xi'?an|suzhou|ningbo|qingdao|dalian|xiamen|fuzhou|jinan|changsha|zhengzhou|shenyang|harbin|kunming|hefei|wuxi|dongguan|foshan|zhejiang|jiangsu|guangdong|shandong|sichuan|hubei|hunan|hebei|henan|fujian|hong kong|macau|taipei)\b/i;
const NAME_ONLY = /^[A-Z][a-z']{2,}(?: [A-Z][a-z']{2,})?$/;
const POSTCODE = /^[0-9]{6}$/;
const HAN = /[\u3400-\u9fff]/;

/** Words on which the detector is shown a place. */
export const ENGLISH_ANCHORS: readonly string[] = [
  ' road',
  ' rd',
  ' street',
  ' avenue',
  ' ave',
  ' lane',
  ' district',
];

function partsOf(segment: string): number {
  let parts = 0;
  if (ROOM.test(segment)) parts |= PART.ROOM;
  if (BUILDING.test(segment)) parts |= PART.BUILDING;
  if (ROAD.test(segment)) parts |= PART.ROAD;
  if (ROAD.test(segment) && NUMBER.test(segment)) parts |= PART.NUMBER;
  if (DISTRICT.test(segment)) parts |= PART.DISTRICT;
  if (segment !== 'city' && CITY.test(segment)) parts |= PART.MAIN;
  return parts;
}

/** Start of the segment that ends at `end`: behind a comma, colon, tab or line end. */
function segmentStart(text: string, end: number, limit: number): number {
  let start = end;
  while (start > limit && end - start < SEGMENT_LENGTH) {
    if (',;:=\n\t"|'.includes(text.charAt(start - 1))) break;
    start--;
  }
  while (start < end && text.charAt(start) === ' ') start++;
  return start;
}

function segmentEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < SEGMENT_LENGTH) {
    if (',;:=\n\t"|'.includes(text.charAt(end))) break;
    // A sentence ends; `No. 478` and `Rd. 5` go on.
    if (text.charAt(end) === '.' && /^\.(?:\s+[A-Z]|$)/.test(text.slice(end, end + 3))) {
      if (!/\b(?:no|rd|st|ave|dist|bldg|rm)$/i.test(text.slice(Math.max(start, end - 4), end)))
        break;
    }
    end++;
  }
  while (end > start && text.charAt(end - 1) === ' ') end--;
  return end;
}

/** The address around a word of `ENGLISH_ANCHORS`; nothing before `limit`. */
export function readEnglishAddress(text: string, anchorAt: number, limit: number): Address | null {
  let start = segmentStart(text, anchorAt, limit);
  let end = segmentEnd(text, anchorAt);
  const first = text.slice(start, end);
  let parts = partsOf(first);
  if (parts === 0 || HAN.test(first)) return null;
  for (let count = 0; count < SEGMENTS && text.charAt(start - 1) === ' '; count++) {
    let comma = start - 1;
    while (comma > limit && text.charAt(comma) === ' ') comma--;
    if (text.charAt(comma) !== ',') break;
    const before = segmentStart(text, comma, limit);
    const segment = text.slice(before, comma);
    const found = partsOf(segment);
    if (
      found === 0 &&
      !(/^(?:no\.? ?)?[0-9]{1,5}[a-z]?$/i.test(segment) || NAME_ONLY.test(segment))
    )
      break;
    if (HAN.test(segment)) break;
    // A capitalised word in front may be the recipient: only a part that tells itself is taken.
    if (found === 0 && NAME_ONLY.test(segment)) break;
    parts |= found;
    start = before;
  }
  for (let count = 0; count < SEGMENTS && text.charAt(end) === ','; count++) {
    let next = end + 1;
    while (text.charAt(next) === ' ' && next - end < 3) next++;
    const close = segmentEnd(text, next);
    const segment = text.slice(next, close);
    const found = partsOf(segment);
    if (found === 0 && !NAME_ONLY.test(segment) && !POSTCODE.test(segment)) break;
    if (HAN.test(segment)) break;
    parts |= found;
    end = close;
  }
  return /[0-9]/.test(text.slice(start, end)) ? { start, end, parts } : null;
}
