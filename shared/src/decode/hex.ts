import type { Decoder } from '../detection/view.ts';
import type { ByteText } from './byte-text.ts';
import type { TokenReader } from './token-decoder.ts';
import { MIN_HEX_BYTES } from './token-places.ts';
import { RunFinder, UNIT } from './unit-classes.ts';
import { hexOf, hexPairAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

const PROBE_BYTES = 12;
/** Decoded bytes of one place. */
const MAX_BYTES = 100_000;
/** Units between two looks for pairs in a long token: seven pairs cover twenty units, a look needs eight. */
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
  if (odd > 0 || (digits < MIN_HEX_BYTES && ats === 0 && han < 2 && !isCode)) return false;
  bytes.writeTo(writer, start + (bytes.byteCount - 1) * step + 2, false);
  return true;
}

/** `313338303031…`: long runs of pairs. */
export function createHexReader(bytes: ByteText): TokenReader {
  return {
    evasion: 'hex',
    read(text, { hex }, classes, budget) {
      const finder = new RunFinder(classes, UNIT.HEX, MIN_HEX_BYTES * 2);
      const writer = new ViewWriter(text, 'hex', budget);
      for (let at = 0; at < hex.length; at += 2) {
        const limit = hex[at + 1] ?? 0;
        for (let from = hex[at] ?? 0; finder.next(text, from, limit); from = finder.end) {
          const { start, end } = finder;
          if ((end - start) % 2 === 0) writePairs(text, start, (end - start) / 2, 2, bytes, writer);
        }
      }
      return writer.finish();
    },
  };
}

/** `31 33 38 30 …`, `31:33:38:…`: pairs with one and the same sign between them. */
export function createHexPairReader(bytes: ByteText): TokenReader {
  return {
    evasion: 'hex',
    read(text, { hexPairs }, _classes, budget) {
      const writer = new ViewWriter(text, 'hex', budget);
      let floor = 0;
      for (let at = 0; at < hexPairs.length; at += 2) {
        const limit = hexPairs[at + 1] ?? 0;
        // Pairs with dashes are one long token, others are tokens of two units.
        for (let probe = hexPairs[at] ?? 0; probe < limit; probe += PAIR_STRIDE)
          if (probe >= floor) floor = Math.max(floor, readPairs(text, probe, floor, bytes, writer));
      }
      return writer.finish();
    },
  };
}

/** Reads the pairs around `probe`; returns their end, 0 when there are too few. */
function readPairs(
  text: string,
  probe: number,
  floor: number,
  bytes: ByteText,
  writer: ViewWriter,
): number {
  let at = probe;
  while (at < probe + 3 && !isPairGap(text.charCodeAt(at))) at++;
  if (at === probe + 3) return 0;
  const gap = text.charCodeAt(at);
  let start = at + 1;
  while (start - 3 >= floor && isPair(text, start - 3) && text.charCodeAt(start - 1) === gap)
    start -= 3;
  let count = 0;
  while (isPair(text, start + count * 3)) {
    count++;
    if (text.charCodeAt(start + count * 3 - 1) !== gap) break;
  }
  if (count < MIN_HEX_BYTES) return 0;
  writePairs(text, start, count, 3, bytes, writer);
  return start + count * 3;
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
        if (bytes.byteCount < MIN_HEX_BYTES || !bytes.mayBeText() || !bytes.readStrictly())
          continue;
        if (bytes.counts().odd === 0) bytes.writeTo(writer, end, false);
      }
      return writer.finish();
    },
  };
}
