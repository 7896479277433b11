/** The unit in its half-width form; NaN outside the text. */
export function narrowAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** An ASCII letter. */
export function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

export function isWordUnit(unit: number): boolean {
  return isDigit(unit) || isLetter(unit);
}

/** A Han character of the basic plane. */
export function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

export function isBlank(unit: number): boolean {
  return unit === 0x20 || (unit >= 9 && unit <= 13) || unit === 0xa0 || unit === 0x3000;
}

/** Value of a hexadecimal digit, −1 for other units. */
export function hexOf(unit: number): number {
  if (isDigit(unit)) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Value of the two hexadecimal digits at `index`, −1 when there are none. */
export function hexPairAt(text: string, index: number): number {
  const high = hexOf(narrowAt(text, index));
  const low = hexOf(narrowAt(text, index + 1));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** The stretch in half width and lower case. For short stretches only. */
export function foldSlice(text: string, start: number, end: number): string {
  let result = '';
  for (let index = start; index < end && index < text.length; index++)
    result += String.fromCharCode(narrowAt(text, index));
  return result.toLowerCase();
}

/** True when `word` (lower case) stands at `start`, in any case and width. */
export function isWordAt(text: string, start: number, word: string): boolean {
  if (start < 0) return false;
  for (let index = 0; index < word.length; index++) {
    const unit = narrowAt(text, start + index);
    const lower = unit >= 0x41 && unit <= 0x5a ? unit + 32 : unit;
    if (lower !== word.charCodeAt(index)) return false;
  }
  return true;
}

/** The ASCII digits of the stretch, other units left out. For short stretches only. */
export function digitsIn(text: string, start: number, end: number): string {
  let result = '';
  for (let index = start; index < end; index++) {
    const unit = narrowAt(text, index);
    if (isDigit(unit)) result += String.fromCharCode(unit);
  }
  return result;
}
