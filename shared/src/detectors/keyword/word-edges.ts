import { foldUnit } from '../../detection/char-table.ts';

function isLetter(unit: number): boolean {
  const folded = foldUnit(unit);
  return folded >= 0x61 && folded <= 0x7a;
}

function isDigit(unit: number): boolean {
  const folded = foldUnit(unit);
  return folded >= 0x30 && folded <= 0x39;
}

function isUpper(unit: number): boolean {
  return isLetter(unit) && foldUnit(unit) !== (unit > 0xff ? unit - 0xfee0 : unit);
}

/** True when an ASCII word goes on from `index − 1` to `index`: `phone|s` does, `user|Phone` and `no|1` do not. */
function goesOn(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false;
  const before = text.charCodeAt(index - 1);
  const behind = text.charCodeAt(index);
  if (isDigit(before) && isDigit(behind)) return true;
  if (!isLetter(before) || !isLetter(behind)) return false;
  return isUpper(before) || !isUpper(behind);
}

/** True when what stands in the range is a whole word at those of its ends that are ASCII letters or digits; a plural s is allowed. */
export function isWordAt(text: string, start: number, end: number): boolean {
  if (goesOn(text, start)) return false;
  if (!goesOn(text, end)) return true;
  return foldUnit(text.charCodeAt(end)) === 0x73 && !goesOn(text, end + 1);
}
