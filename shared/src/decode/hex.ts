import type { Decoder } from '../detection/view.ts';
import type { ByteText } from './byte-text.ts';
import { RunFinder, UNIT } from './unit-classes.ts';
import { hexOf, hexPairAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

/** Seven digits. */
const MIN_BYTES = 7;
const PROBE_BYTES = 12;
/** Decoded bytes of one place. */
const MAX_BYTES = 100_000;
/** Units between two looks for pairs: seven pairs cover twenty units, a look needs eight. */
const PAIR_STRIDE = 12;

function isPairGap(unit: number): boolean {
  return unit === 0x20 || unit === 0x3a || unit === 0x2d || unit === 0x2c;
}

/** Reads `count` pairs and more, `step` units apart, as text; writes it when it is one. */
function writePairs(
  text: string,
  start: number,
  count: number,
  step: number,
  bytes: ByteText,
  writer: ViewWriter,
): boolean {
  bytes.clear();
  for (let index = 0; index < Math.min(count, MAX_BYTES); index++) {
    if (index === PROBE_BYTES && !bytes.mayBeText()) return false;
    bytes.add(hexPairAt(text, start + index * step), start + index * step);
  }
  if (!bytes.mayBeText() || !bytes.readStrictly()) return false;
  const { digits, letters, ats, han, odd } = bytes.counts();
  // Plain letters may be base64; a number of decimal digits reads as letters by chance.
  const isCode = letters + digits >= 12 && hexOf(text.charCodeAt(start + 1)) > 9;
  if (odd > 0 || (digits < MIN_BYTES && ats === 0 && han < 2 && !isCode)) return false;
  bytes.writeTo(writer, start + (bytes.byteCount - 1) * step + 2, false);
  return true;
}

/** `313338303031…`: long runs of pairs. */
export function createHexDecoder(bytes: ByteText, classes: () => Uint8Array): Decoder {
  return {
    evasion: 'hex',
    triggers: [],
    decode(text, _hits, budget) {
      const finder = new RunFinder(classes(), UNIT.HEX, MIN_BYTES * 2);
      const writer = new ViewWriter(text, 'hex', budget);
      for (let from = 0; finder.next(text, from); from = finder.end) {
        const { start, end } = finder;
        if ((end - start) % 2 === 0) writePairs(text, start, (end - start) / 2, 2, bytes, writer);
      }
      return writer.finish();
    },
  };
}

/** `31 33 38 30 …`, `31:33:38:…`: pairs with one and the same sign between them. */
export function createHexPairDecoder(bytes: ByteText): Decoder {
  return {
    evasion: 'hex',
    triggers: [],
    decode(text, _hits, budget) {
      const writer = new ViewWriter(text, 'hex', budget);
      let floor = 0;
      for (let probe = 0; probe + 8 < text.length; probe += PAIR_STRIDE) {
        if (probe < floor) continue;
        let at = probe;
        while (at < probe + 3 && !isPairGap(text.charCodeAt(at))) at++;
        const gap = text.charCodeAt(at);
        if (at === probe + 3 || text.charCodeAt(at + 3) !== gap || text.charCodeAt(at + 6) !== gap)
          continue;
        let start = at + 1;
        while (start - 3 >= floor && isPair(text, start - 3) && text.charCodeAt(start - 1) === gap)
          start -= 3;
        let count = 0;
        while (isPair(text, start + count * 3)) {
          count++;
          if (text.charCodeAt(start + count * 3 - 1) !== gap) break;
        }
        if (count < MIN_BYTES) continue;
        floor = start + count * 3;
        writePairs(text, start, count, 3, bytes, writer);
      }
      return writer.finish();
    },
  };
}

function isPair(text: string, at: number): boolean {
  return hexPairAt(text, at) >= 0 && !(hexOf(text.charCodeAt(at - 1)) >= 0);
}

/** `0x31 0x33`, `0x31, 0x33`: bytes as programs list them. */
export function createHexListDecoder(bytes: ByteText): Decoder {
  return {
    evasion: 'hex',
    triggers: ['0x'],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'hex', budget);
      let done = 0;
      for (let index = 0; index < hits.length; index++) {
        const start = hits[index] ?? 0;
        if (start < done || hexPairAt(text, start + 2) < 0) continue;
        bytes.clear();
        let end = start;
        for (let at = start; ;) {
          const byte = hexPairAt(text, at + 2);
          if (byte < 0 || hexOf(text.charCodeAt(at + 4)) >= 0) break;
          bytes.add(byte, at);
          end = at + 4;
          at = end;
          while (at < end + 4 && (isPairGap(text.charCodeAt(at)) || text.charCodeAt(at) === 10))
            at++;
          if (text.charCodeAt(at) !== 0x30 || (text.charCodeAt(at + 1) | 0x20) !== 0x78) break;
        }
        done = Math.max(end, start + 1);
        if (bytes.byteCount < MIN_BYTES || !bytes.mayBeText() || !bytes.readStrictly()) continue;
        if (bytes.counts().odd === 0) bytes.writeTo(writer, end, false);
      }
      return writer.finish();
    },
  };
}
