/** UTF-16 units of an address at most. */
export const ADDRESS_LENGTH = 100;
/** Units of a number in an address at most: 12-3-1203, A座. */
const NUMERAL_LENGTH = 12;
const REMARK_LENGTH = 24;
export const HAN_NUMERALS: ReadonlySet<string> = new Set('零〇一二三四五六七八九十百两甲乙丙丁');
/** In remarks of a place; any other remark is the recipient's. */
const PLACE_WORDS = /[路街村楼栋室区园厦场旁口侧近]|对面|隔壁|后面/;

export function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || unit === 0x3007;
}

export function isGap(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0;
}

/** Folds full-width ASCII. */
function fold(unit: number): number {
  return unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
}

export function isDigit(unit: number): boolean {
  const folded = fold(unit);
  return folded >= 0x30 && folded <= 0x39;
}

function isNumeralUnit(unit: number): boolean {
  const folded = fold(unit);
  const isLetter = (folded | 0x20) >= 0x61 && (folded | 0x20) <= 0x7a;
  return isDigit(unit) || isLetter;
}

/** Index behind the number at `at`: 478, 12-3-1203, 3#, A, 三十二; `at` = none, or too long for a house. */
export function readNumeral(text: string, at: number, limit: number): number {
  let end = at;
  if (HAN_NUMERALS.has(text.charAt(at))) {
    while (end < limit && end - at < 6 && HAN_NUMERALS.has(text.charAt(end))) end++;
    return end;
  }
  while (end < limit && end - at <= NUMERAL_LENGTH) {
    const unit = fold(text.charCodeAt(end));
    const isJoint = unit === 0x2d || unit === 0x23 || unit === 0x7e || unit === 0x2014;
    if (!isNumeralUnit(unit) && !(isJoint && end > at)) break;
    end++;
  }
  if (end - at > NUMERAL_LENGTH) return at;
  while (end > at && '-~\u2014'.includes(text.charAt(end - 1))) end--;
  return end;
}

/** Index behind brackets with a remark on the place: (万塘路口). */
export function skipRemark(text: string, at: number, limit: number): number {
  const open = text.charAt(at);
  if (open !== '(' && open !== '\uff08') return at;
  const most = Math.min(limit, at + REMARK_LENGTH);
  for (let end = at + 1; end < most; end++) {
    const sign = text.charAt(end);
    if (sign === '\n') return at;
    if (sign === ')' || sign === '\uff09')
      return PLACE_WORDS.test(text.slice(at + 1, end)) ? end + 1 : at;
  }
  return at;
}

/** Half width and without spaces: one form of one address. */
export function normaliseAddress(text: string): string {
  let value = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (!isGap(unit)) value += String.fromCharCode(fold(unit));
  }
  return value;
}
