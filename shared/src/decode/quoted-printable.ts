import { VIEW_CONTEXT, type Decoder } from '../detection/view.ts';
import { isBetweenDigits, isInsideWord, isTelling } from './accept.ts';
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
        let end = hit;
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
          if (breaks > 0 && isBroken(text, hit, end)) writer.erase(hit, end);
          continue;
        }
        if (bytes.byteCount === 1 && !isEncodedDigit(text, hit, end)) continue;
        bytes.readLoosely();
        const counts = bytes.counts();
        if (counts.odd === 0 && (isTelling(counts) || isBetweenDigits(text, hit, end)))
          bytes.writeTo(writer, end, false);
      }
      return writer.finish();
    },
  };
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
  const isNear = (index: number): boolean => index >= 0 && Math.abs(index - start) <= VIEW_CONTEXT;
  const around = text.slice(Math.max(0, start - VIEW_CONTEXT), start + VIEW_CONTEXT);
  return isInsideWord(text, start, end) && isNear(start - VIEW_CONTEXT + around.indexOf('@'))
    ? around.includes('@')
    : isEncodedAfter(text, start, end);
}

/** Encoded text goes on behind the break: the parts are read together. */
function isEncodedAfter(text: string, start: number, end: number): boolean {
  return narrowAt(text, end) === EQUALS && narrowAt(text, start - 3) === EQUALS;
}
