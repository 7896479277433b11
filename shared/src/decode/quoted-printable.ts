import { VIEW_CONTEXT, type Decoder } from '../detection/view.ts';
import { isBetweenDigits, isTelling } from './accept.ts';
import type { ByteText } from './byte-text.ts';
import { hexPairAt, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

const EQUALS = 0x3d;
/** A host name behind an encoded `@`; asked of a few units only. */
const DOMAIN = /^[\w-]{1,30}\.[a-z]{2}/i;

/** End of a soft line break at `at`, blanks before the line end included; −1 when there is none. */
function softBreakEnd(text: string, at: number): number {
  if (narrowAt(text, at) !== EQUALS) return -1;
  let end = at + 1;
  while (end < at + 4 && (text.charCodeAt(end) === 0x20 || text.charCodeAt(end) === 9)) end++;
  if (text.charCodeAt(end) === 13) end++;
  if (text.charCodeAt(end) === 10) return end + 1;
  return text.charCodeAt(end - 1) === 13 ? end : -1;
}

/** Quoted-printable (RFC 2045, section 6.7) of UTF-8 and GBK. One `=35` alone is an assignment in a program. */
export function createQuotedPrintableDecoder(bytes: ByteText): Decoder {
  return {
    evasion: 'quoted-printable',
    triggers: ['=\n', '=\r', '= ', ...'2346bcdef'.split('').map((sign) => `=${sign}`)],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'quoted-printable', budget);
      let done = 0;
      for (const hit of hits) {
        if (hit < done) continue;
        const start = escapesStart(text, hit, done);
        let end = start;
        let breaks = 0;
        bytes.clear();
        for (;;) {
          const soft = softBreakEnd(text, end);
          const byte = narrowAt(text, end) === EQUALS ? hexPairAt(text, end + 1) : -1;
          if (soft < 0 && byte < 0) break;
          if (soft >= 0) breaks++;
          else bytes.add(byte, end);
          end = soft >= 0 ? soft : end + 3;
        }
        done = Math.max(end, hit + 1);
        if (bytes.byteCount === 0) {
          if (breaks > 0 && isBroken(text, start, end)) writer.erase(start, end);
          continue;
        }
        if (bytes.byteCount === 1 && !isEncodedDigit(text, start, end)) continue;
        bytes.readLoosely();
        const counts = bytes.counts();
        if (counts.odd === 0 && (isTelling(counts) || isBetweenDigits(text, start, end)))
          bytes.writeTo(writer, end, false);
      }
      return writer.finish();
    },
  };
}

/** Where the escapes begin that the hit is one of: letters (`=73`) are no triggers. */
function escapesStart(text: string, hit: number, floor: number): number {
  let start = hit;
  while (
    start - 3 >= floor &&
    narrowAt(text, start - 3) === EQUALS &&
    hexPairAt(text, start - 2) >= 0
  )
    start -= 3;
  return start;
}

/** `1=338`, `a=40b`: in the middle of a number or an address. */
function isEncodedDigit(text: string, start: number, end: number): boolean {
  return (
    isBetweenDigits(text, start, end) ||
    (hexPairAt(text, start + 1) === 0x40 && DOMAIN.test(text.slice(end, end + 40)))
  );
}

/** A soft break that cuts a number, or a word near an `@`. */
function isBroken(text: string, start: number, end: number): boolean {
  if (isBetweenDigits(text, start, end)) return true;
  const around = text.slice(Math.max(0, start - VIEW_CONTEXT), start + VIEW_CONTEXT);
  if (isLocalUnit(text, start - 1) && isLocalUnit(text, end) && around.includes('@')) return true;
  return isEncodedAfter(text, start, end);
}

function isLocalUnit(text: string, at: number): boolean {
  return /[\w.+@-]/.test(text.charAt(at));
}

/** Encoded text goes on behind the break: the parts are read together. */
function isEncodedAfter(text: string, start: number, end: number): boolean {
  return narrowAt(text, end) === EQUALS && narrowAt(text, start - 3) === EQUALS;
}
