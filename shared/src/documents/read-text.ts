import type { Unscanned } from '../contracts/finding.ts';
import { LIMITS } from '../contracts/vocabulary.ts';

/** `damaged` = some bytes were no text of the encoding and read as U+FFFD; the digits around them are still there. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

export interface ReadText {
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly damaged: boolean;
}

export interface ReadLimits {
  /** Bytes; a longer file is not read at all. */
  readonly maxBytes: number;
}

const DEFAULT_LIMITS: ReadLimits = { maxBytes: LIMITS.fileBytes };

/** Bytes that are enough to tell what a file is. */
const SAMPLE_BYTES = 65_536;
/** A text may hold so many control characters (terminal logs do); more is a program or a picture. */
const MAX_CONTROL_SHARE = 0.02;
/** A text may hold so many broken characters (two encodings in one log); more was never text. */
const MAX_BROKEN_SHARE = 0.1;
/** Half of the bytes of wide Latin text are zero; of Chinese text with digits and line breaks a few in a hundred. */
const MIN_WIDE_ZERO_SHARE = 0.01;

/** First bytes of formats that are no text, as Latin-1: archives, PDF, OLE, pictures, programs, databases. */
const MAGIC: readonly string[] = [
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  '%PDF-',
  '\u00d0\u00cf\u0011\u00e0',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'Rar!',
  '7z\u00bc\u00af',
  '\u001f\u008b',
  '\u007fELF',
  'SQLite format 3',
];

function unreadable(reason: Unscanned['reason']): { unscanned: Unscanned } {
  return { unscanned: { reason } };
}

function startsWith(bytes: Uint8Array, prefix: string): boolean {
  for (let index = 0; index < prefix.length; index++)
    if (bytes[index] !== prefix.charCodeAt(index)) return false;
  return true;
}

/** The encoding a byte order mark announces (Unicode 17.0, section 23.8). */
function encodingOfMark(bytes: Uint8Array): TextEncoding | null {
  if (startsWith(bytes, '\u00ef\u00bb\u00bf')) return 'utf-8';
  if (startsWith(bytes, '\u00ff\u00fe')) return 'utf-16le';
  return startsWith(bytes, '\u00fe\u00ff') ? 'utf-16be' : null;
}

/** UTF-16 without a mark: its zero bytes stand on one side only. Null when the bytes have none, or on both. */
function encodingOfZeros(sample: Uint8Array): TextEncoding | 'binary' | null {
  const zeros = [0, 0];
  for (let index = 0; index < sample.length; index++)
    if (sample[index] === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return null;
  const pairs = sample.length / 2;
  const isSided = Math.min(even, odd) <= Math.max(even, odd) * 0.05;
  if (!isSided || Math.max(even, odd) < pairs * MIN_WIDE_ZERO_SHARE) return 'binary';
  return even > odd ? 'utf-16be' : 'utf-16le';
}

function controlShare(sample: Uint8Array): number {
  let controls = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b) controls++;
  return controls / Math.max(1, sample.length);
}

/** Decodes; a character that is cut off at the end is left out. Null when the bytes are not of the encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: TextEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    // The decoder says no more than that; the next encoding is tried.
    return null;
  }
}

function countBroken(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

/** Reads text with some broken bytes in it: the encoding that breaks least. One bad byte must not hide a file. */
function decodeDamaged(
  bytes: Uint8Array,
  encodings: readonly TextEncoding[],
): ReadText | { unscanned: Unscanned } {
  let best: ReadText | null = null;
  let fewest = Infinity;
  for (const encoding of encodings) {
    const text = new TextDecoder(encoding).decode(bytes);
    const broken = countBroken(text);
    if (broken >= fewest) continue;
    fewest = broken;
    best = { text, encoding, damaged: true };
  }
  if (!best || fewest > best.text.length * MAX_BROKEN_SHARE) return unreadable('unsupported-type');
  return best;
}

/**
 * Reads the bytes of a text file: by its byte order mark, else as UTF-16 by its zero bytes, else as strict UTF-8,
 * else as GB18030 (which includes GBK and GB2312). Never guesses by statistics: short GBK texts defeat that. What is
 * no text is `unsupported-type`, what is beyond the limit `too-large`. Never throws.
 */
export function readText(
  bytes: Uint8Array,
  limits: ReadLimits = DEFAULT_LIMITS,
): ReadText | { unscanned: Unscanned } {
  if (bytes.length > limits.maxBytes) return unreadable('too-large');
  const marked = encodingOfMark(bytes);
  if (marked) return decodeAs(bytes, [marked]);
  if (MAGIC.some((prefix) => startsWith(bytes, prefix))) return unreadable('unsupported-type');
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const wide = encodingOfZeros(sample);
  if (wide === 'binary') return unreadable('unsupported-type');
  if (wide) return decodeAs(bytes, [wide]);
  if (controlShare(sample) > MAX_CONTROL_SHARE) return unreadable('unsupported-type');
  return decodeAs(bytes, ['utf-8', 'gb18030']);
}

function decodeAs(
  bytes: Uint8Array,
  encodings: readonly TextEncoding[],
): ReadText | { unscanned: Unscanned } {
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null) return { text, encoding, damaged: false };
  }
  return decodeDamaged(bytes, encodings);
}
