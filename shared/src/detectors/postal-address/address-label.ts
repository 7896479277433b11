import { isDigit, isHan } from './address-units.ts';

const SIGNS =
  ' \u3000\u00a0\t:=|"\'`*[({>\uff1a\uff1d\u201c\u201d\u2018\u2019\u300c\u3010\uff08\u2192\u2236\u4e3a\u662f\r,';
/** Units between a label and its address at most. */
const REACH = 24;
const REMARK_LENGTH = 14;

/** What 地址 and address go on as: addresses, addrLine, address_detail, address1. */
const KEY_LENGTH = 12;

function isAsciiLetter(unit: number): boolean {
  return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
}

/** Index behind the rest of a key: `Line1`, `_detail`. */
function skipKey(text: string, at: number): number {
  let end = at;
  while (end - at < KEY_LENGTH) {
    const unit = text.charCodeAt(end);
    if (!isAsciiLetter(unit) && !isDigit(unit) && unit !== 0x5f) break;
    end++;
  }
  return end;
}

function skipRemark(text: string, at: number): number {
  const open = text.charAt(at);
  if (open !== '(' && open !== '\uff08') return at;
  for (let end = at + 1; end < at + REMARK_LENGTH; end++) {
    const sign = text.charAt(end);
    if (sign === ')' || sign === '\uff09')
      return ':=\uff1a'.includes(text.charAt(end + 1) || ' ') ? end + 1 : at;
  }
  return at;
}

/**
 * Where the value of the label begins; −1 = it is a part of another word (`saddr`, 住址栏) or nothing follows.
 * One line break at most.
 */
export function skipToValue(text: string, label: string, start: number, end: number): number {
  let at = end;
  if (!isHan(label.charCodeAt(0))) {
    const touches = isAsciiLetter(text.charCodeAt(start - 1));
    if (touches && text.charCodeAt(start) > 0x60 && label.length < 7) return -1;
    at = skipKey(text, end);
  }
  at = skipRemark(text, at);
  const limit = Math.min(text.length, at + REACH);
  let breaks = 0;
  while (at < limit) {
    const sign = text.charAt(at);
    if (sign === '\n') {
      if (++breaks > 1) return -1;
    } else if (sign === '<') {
      const close = text.slice(at, limit).indexOf('>');
      if (close < 0) return -1;
      at += close;
    } else if (!SIGNS.includes(sign)) break;
    at++;
  }
  return at < text.length ? at : -1;
}
