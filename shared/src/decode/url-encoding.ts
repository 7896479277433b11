import type { Decoder } from '../detection/view.ts';
import { isBetweenDigits, isTelling } from './accept.ts';
import type { ByteText } from './byte-text.ts';
import { hexOf, hexPairAt, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

const PERCENT = 0x25;
const PLUS = 0x2b;

function escapeAt(text: string, at: number): boolean {
  return narrowAt(text, at) === PERCENT && hexPairAt(text, at + 1) >= 0;
}

/** `%u624b` of the old `escape()` of scripts. */
function wideEscapeAt(text: string, at: number): number {
  if (narrowAt(text, at) !== PERCENT || (narrowAt(text, at + 1) | 0x20) !== 0x75) return -1;
  const high = hexPairAt(text, at + 2);
  const low = hexPairAt(text, at + 4);
  return high < 0 || low < 0 ? -1 : high * 256 + low;
}

/** Percent encoding (RFC 3986, section 2.1) of UTF-8 and of GBK; `+` is a space between encoded signs only. */
export function createUrlDecoder(bytes: ByteText): Decoder {
  return {
    evasion: 'url-encoding',
    triggers: '0234567bcdefu'.split('').map((sign) => `%${sign}`),
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'url-encoding', budget);
      let done = 0;
      let lastEnd = -Infinity;
      for (const [index, hit] of hits.entries()) {
        if (hit < done) continue;
        const wide = wideEscapeAt(text, hit);
        if (wide > 0x20) {
          done = hit + 6;
          writer.replace(hit, done, String.fromCharCode(wide));
          continue;
        }
        let start = hit;
        while (start - 3 >= done && escapeAt(text, start - 3)) start -= 3;
        let end = start;
        bytes.clear();
        for (;;) {
          if (escapeAt(text, end)) {
            bytes.add(hexPairAt(text, end + 1), end);
            end += 3;
          } else if (narrowAt(text, end) === PLUS && end > start && escapeAt(text, end + 1)) {
            bytes.add(0x20, end++);
          } else break;
        }
        done = Math.max(end, hit + 1);
        if (end === start) continue;
        bytes.readLoosely();
        // No program encodes letters and digits; printf's `%6d` stands by itself.
        const next = hits.slice(index + 1, index + 3).find((other) => other >= end) ?? Infinity;
        const isMany = next - end <= NEAR || start - lastEnd <= NEAR;
        lastEnd = end;
        if (
          (isMany && isUnreserved(text, start, end)) ||
          isTelling(bytes.counts()) ||
          isBetweenDigits(text, start, end) ||
          isNested(text, end)
        )
          bytes.writeTo(writer, end, false);
      }
      return writer.finish();
    },
  };
}

/** Units between two encoded letters of one word. */
const NEAR = 12;

/** RFC 3986, section 2.3, and the sign of an address. */
const UNRESERVED_SIGNS: ReadonlySet<number> = new Set([0x2d, 0x2e, 0x40, 0x5f, 0x7e]);

/** True for encoded letters, digits and signs that stand in addresses. */
function isUnreserved(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 3) {
    const unit = hexPairAt(text, at + 1);
    const folded = unit | 0x20;
    const isLetter = folded >= 0x61 && folded <= 0x7a;
    const isDigit = unit >= 0x30 && unit <= 0x39;
    if (!isLetter && !isDigit && !UNRESERVED_SIGNS.has(unit)) return false;
  }
  return true;
}

/** `%2531`: the percent sign itself was encoded. */
function isNested(text: string, end: number): boolean {
  return (
    narrowAt(text, end - 2) === 0x32 &&
    narrowAt(text, end - 1) === 0x35 &&
    hexOf(narrowAt(text, end)) >= 0 &&
    hexOf(narrowAt(text, end + 1)) >= 0
  );
}
