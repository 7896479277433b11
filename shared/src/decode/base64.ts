import type { ByteText, TextCounts } from './byte-text.ts';
import type { TokenReader } from './token-decoder.ts';
import { MIN_BASE64 } from './token-places.ts';
import { RunFinder, UNIT } from './unit-classes.ts';
import { ViewWriter } from './view-writer.ts';

/** Signs decoded to see whether text begins here. */
const PROBE_SIGNS = 16;
/** Starts tried in one run: a path or a prefix may stand before the encoded text. */
const MAX_STARTS = 8;
/** Lines of MIME (76), PEM (64) and of what people set. */
const MIN_LINE = 60;
const MAX_LINE = 80;
/** Decoded bytes of one text; what is beyond is left as it is. */
const MAX_BYTES = 4_000_000;

function valueOf(unit: number): number {
  if (unit >= 0x61) return unit - 71;
  if (unit === 0x5f || unit === 0x2f) return 63;
  if (unit >= 0x41) return unit - 65;
  return unit >= 0x30 ? unit + 4 : 62;
}

function isDivider(unit: number): boolean {
  return unit === 0x2f || unit === 0x2d || unit === 0x5f || unit === 0x2b;
}

/** Where the encoded text that begins at `start` ends, its further lines included. */
function lastLineEnd(text: string, finder: RunFinder, start: number): number {
  let { end } = finder;
  for (let lineStart = start; ;) {
    const width = end - lineStart;
    if (width < MIN_LINE || width > MAX_LINE || width % 4 !== 0) return end;
    let next = end;
    if (text.charCodeAt(next) === 13) next++;
    if (text.charCodeAt(next) === 10) next++;
    if (next === end) return end;
    const more = finder.runEnd(text, next, next + width);
    if (more === next) return end;
    lineStart = next;
    end = more;
  }
}

/** Decodes `text[start … end)` into bytes, line breaks left out. Returns the end of the last sign. */
function decodeSigns(text: string, start: number, end: number, bytes: ByteText): number {
  let buffer = 0;
  let bits = 0;
  let first = start;
  let last = start;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20) continue;
    last = at + 1;
    if (bits === 0) first = at;
    buffer = ((buffer << 6) | valueOf(unit)) & 0x3fff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.add((buffer >> bits) & 0xff, first);
    first = at;
  }
  return last;
}

/** Enough digits for a number, an address, Chinese, or plain ASCII (which may be encoded once more). */
function isWorthwhile(counts: TextCounts): boolean {
  const { digits, ats, han, letters, odd } = counts;
  return digits >= 7 || ats > 0 || han > 0 || (odd === 0 && letters + digits >= 8);
}

/** Both cases of letters, or a case and digits: not a number, a plain word, a hash or a ruler of signs. */
function isMixed(text: string, start: number): boolean {
  let upper = 0;
  let other = 0;
  for (let at = start; at < start + MIN_BASE64; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x41 && unit <= 0x5a) upper++;
    else other++;
  }
  return upper > 0 && other > 0;
}

/**
 * Base64 in both alphabets (RFC 4648, sections 4 and 5), padded or not, in one line or wrapped, of UTF-8, GB18030 or
 * UTF-16. Words, names of programs, hashes and pictures fall through at their first sixteen signs.
 */
export function createBase64Reader(bytes: ByteText): TokenReader {
  return {
    evasion: 'base64',
    read(text, { base64 }, classes, budget) {
      const finder = new RunFinder(classes, UNIT.BASE64, MIN_BASE64);
      const writer = new ViewWriter(text, 'base64', budget);
      const reader = new RunReader(text, finder, bytes, writer);
      let from = 0;
      for (let at = 0; at < base64.length; at += 2) {
        const limit = base64[at + 1] ?? 0;
        from = Math.max(from, base64[at] ?? 0);
        while (reader.left > 0 && finder.next(text, from, limit)) from = reader.read();
      }
      return writer.finish();
    },
  };
}

class RunReader {
  /** Bytes that may still be decoded. */
  left = MAX_BYTES;
  readonly #text: string;
  readonly #finder: RunFinder;
  readonly #bytes: ByteText;
  readonly #writer: ViewWriter;

  constructor(text: string, finder: RunFinder, bytes: ByteText, writer: ViewWriter) {
    this.#text = text;
    this.#finder = finder;
    this.#bytes = bytes;
    this.#writer = writer;
  }

  /** Reads the run that the finder has found; returns up to where the text is done. */
  read(): number {
    const text = this.#text;
    const { start: runStart, end: runEnd } = this.#finder;
    let start = runStart;
    for (let tries = 0; tries < MAX_STARTS && start + MIN_BASE64 <= runEnd; tries++) {
      if (opensText(text, start, runEnd, this.#bytes)) {
        const end = lastLineEnd(text, this.#finder, start);
        const limit = Math.min(end, start + this.left);
        this.left -= limit - start;
        // Lines that are no text are not looked at one by one: each would be decoded to the end.
        const isRead = writeDecoded(text, start, limit, this.#bytes, this.#writer) > 0;
        if (isRead || end > runEnd) return Math.max(runEnd, end);
      }
      while (start < runEnd && !isDivider(text.charCodeAt(start))) start++;
      start++;
    }
    return runEnd;
  }
}

function opensText(text: string, start: number, runEnd: number, bytes: ByteText): boolean {
  if (!isMixed(text, start)) return false;
  bytes.clear();
  decodeSigns(text, start, Math.min(runEnd, start + PROBE_SIGNS), bytes);
  return bytes.mayBeText();
}

/** Writes the text; 0 when there is none. What is glued behind the encoded text is cut off at a divider. */
function writeDecoded(
  text: string,
  start: number,
  end: number,
  bytes: ByteText,
  writer: ViewWriter,
): number {
  let stop = end;
  for (let tries = 0; tries < 4 && stop - start >= MIN_BASE64; tries++) {
    bytes.clear();
    const last = decodeSigns(text, start, stop, bytes);
    if (bytes.readStrictly() && isWorthwhile(bytes.counts())) {
      let padded = last;
      while (padded < last + 2 && text.charCodeAt(padded) === 0x3d) padded++;
      bytes.writeTo(writer, padded, true);
      return stop;
    }
    if (end - start > 400) return 0;
    stop--;
    while (stop > start && !isDivider(text.charCodeAt(stop))) stop--;
  }
  return 0;
}
