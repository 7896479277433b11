import type { Decoder } from '../detection/view.ts';
import { isDigit, isHan } from './units.ts';
import { ViewWriter } from './view-writer.ts';

const PLUS = 0x2b;
const MINUS = 0x2d;
/** Signs of one shifted run, at most: far more than a line. */
const MAX_RUN = 4096;

function signValue(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit - 65;
  if (unit >= 0x61 && unit <= 0x7a) return unit - 71;
  if (isDigit(unit)) return unit + 4;
  if (unit === PLUS) return 62;
  return unit === 0x2f ? 63 : -1;
}

/** The shifted run of UTF-7 (RFC 2152) at the `+`: what it reads and where it ends; reads '' when it is none. */
export function shiftedRunAt(text: string, start: number): { plain: string; end: number } {
  if (text.charCodeAt(start) !== PLUS) return { plain: '', end: start + 1 };
  let plain = '';
  let telling = 0;
  let buffer = 0;
  let bits = 0;
  let end = start + 1;
  for (; end < start + MAX_RUN; end++) {
    const value = signValue(text.charCodeAt(end));
    if (value < 0) break;
    buffer = (buffer << 6) | value;
    bits += 6;
    if (bits < 16) continue;
    bits -= 16;
    const unit = (buffer >> bits) & 0xffff;
    buffer &= (1 << bits) - 1;
    if (!isUsual(unit)) return { plain: '', end: start + 1 };
    if (isHan(unit) || isDigit(unit) || unit === 0x40 || unit >= 0xff00) telling++;
    plain += String.fromCharCode(unit);
  }
  // What is left over is padding: fewer than six bits, all zero (rule 2).
  if (telling === 0 || bits >= 6 || buffer !== 0) return { plain: '', end };
  return { plain, end: text.charCodeAt(end) === MINUS ? end + 1 : end };
}

function isUsual(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0x2010 && unit <= 0x2026) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    isHan(unit) ||
    (unit >= 0xff01 && unit <= 0xff5e)
  );
}

/** `+YktnOg-138…`: text that a mail program or an attacker wrote in UTF-7. */
export function createUtf7Decoder(): Decoder {
  return {
    evasion: 'utf-7',
    triggers: ['+/', ...'acdefghijklmnopqrstuvwxyz'.split('').map((sign) => `+${sign}`)],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'utf-7', budget);
      let done = 0;
      for (const hit of hits) {
        if (hit < done) continue;
        const run = shiftedRunAt(text, hit);
        done = run.end;
        if (run.plain !== '') writer.replace(hit, done, run.plain);
      }
      return writer.finish();
    },
  };
}
