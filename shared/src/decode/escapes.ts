import type { Decoder } from '../detection/view.ts';
import { isBetweenDigits, isTelling } from './accept.ts';
import type { ByteText } from './byte-text.ts';
import { hexOf, hexPairAt, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

const BACKSLASH = 0x5c;
const ESCAPE_SIGN = 0x1b;

/** One escape. `isByte` = of an encoding, to be read with its neighbours. */
interface Escape {
  readonly end: number;
  readonly point: number;
  readonly isByte: boolean;
  readonly isOctal: boolean;
}

function hexRun(text: string, start: number, max: number): { point: number; end: number } {
  let point = 0;
  let end = start;
  for (; end < start + max; end++) {
    const value = hexOf(narrowAt(text, end));
    if (value < 0) break;
    point = point * 16 + value;
  }
  return { point, end };
}

function braced(text: string, start: number): Escape | null {
  const { point, end } = hexRun(text, start, 8);
  if (end === start || narrowAt(text, end) !== 0x7d) return null;
  return { end: end + 1, point, isByte: false, isOctal: false };
}

/** `\061`, `\61`, at most `\377`. */
function octalAt(text: string, start: number): Escape | null {
  let point = 0;
  let end = start;
  for (; end < start + 3; end++) {
    const value = narrowAt(text, end) - 0x30;
    if (!(value >= 0 && value <= 7)) break;
    point = point * 8 + value;
  }
  return end - start < 2 || point > 255 ? null : { end, point, isByte: true, isOctal: true };
}

/**
 * The escape at a backslash, of C, JavaScript, JSON, Python, Java, or `U+0031` as people write it. Several backslashes
 * count as one: the text was quoted more than once.
 */
function escapeAt(text: string, start: number): Escape | null {
  let at = start;
  if ((narrowAt(text, at) | 0x20) === 0x75 && narrowAt(text, at + 1) === 0x2b) {
    const { point, end } = hexRun(text, at + 2, 6);
    return end - at < 6 ? null : { end, point, isByte: false, isOctal: false };
  }
  while (narrowAt(text, at) === BACKSLASH && at - start < 8) at++;
  if (at === start) return null;
  const sign = narrowAt(text, at);
  if (sign >= 0x30 && sign <= 0x33) return octalAt(text, at);
  if (sign === 0x36 || sign === 0x37) return octalAt(text, at);
  const isUpper = sign === 0x55;
  const kind = sign | 0x20;
  if (kind !== 0x75 && kind !== 0x78) return null;
  if (narrowAt(text, at + 1) === 0x7b) return braced(text, at + 2);
  if (kind === 0x78) {
    const byte = hexPairAt(text, at + 1);
    return byte < 0 ? null : { end: at + 3, point: byte, isByte: true, isOctal: false };
  }
  const long = isUpper ? hexRun(text, at + 1, 8) : null;
  if (long && long.end === at + 9) return { ...long, isByte: false, isOctal: false };
  const { point, end } = hexRun(text, at + 1, 4);
  return end === at + 5 ? { end, point, isByte: false, isOctal: false } : null;
}

/** `\u0031`, `\u{31}`, `\U00000031`, `\x31`, `\061`, `U+0031`; surrogates in pairs, bytes as UTF-8 or GBK. */
export function createEscapeDecoder(bytes: ByteText): Decoder {
  return {
    evasion: 'escapes',
    triggers: ['\\u', '\\x', 'u+0', '\\0', '\\1', '\\2', '\\3', '\\6', '\\7'],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'escapes', budget);
      let done = 0;
      for (const hit of hits) {
        if (hit < done) continue;
        let start = hit;
        while (start > done && start > hit - 8 && narrowAt(text, start - 1) === BACKSLASH) start--;
        const escape = escapeAt(text, start);
        if (!escape) continue;
        done = escape.isByte
          ? writeBytes(text, start, escape, bytes, writer)
          : writePoint(start, escape, writer);
        budget.spend(done - start);
      }
      return writer.finish();
    },
  };
}

function writePoint(start: number, { point, end }: Escape, writer: ViewWriter): number {
  const isWritten = (point >= 0x20 && point <= 0x10ffff) || point === ESCAPE_SIGN || point === 9;
  if (isWritten) writer.replace(start, end, String.fromCodePoint(point));
  return end;
}

function writeBytes(
  text: string,
  start: number,
  first: Escape,
  bytes: ByteText,
  writer: ViewWriter,
): number {
  bytes.clear();
  let end = start;
  for (let next: Escape | null = first; next && next.isByte && next.isOctal === first.isOctal;) {
    bytes.add(next.point, end);
    ({ end } = next);
    next = narrowAt(text, end) === BACKSLASH ? escapeAt(text, end) : null;
  }
  bytes.readLoosely();
  const counts = bytes.counts();
  // Two octal escapes in a row are no path: `C:\01`.
  if (first.isOctal && bytes.byteCount < 2 && first.point !== ESCAPE_SIGN) {
    if (!isBetweenDigits(text, start, end)) return end;
  }
  const isControl = bytes.isOnly(ESCAPE_SIGN);
  if ((counts.odd === 0 && isTelling(counts)) || isControl || isBetweenDigits(text, start, end))
    bytes.writeTo(writer, end, false);
  return end;
}
