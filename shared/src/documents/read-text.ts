import type { Unscanned } from '../contracts/finding.ts';
import { LIMITS } from '../contracts/vocabulary.ts';
import { decodeStrictly, decodeWith } from './decode-bytes.ts';
import { encodingsOfName, type TextEncoding } from './encoding-name.ts';
import { isBinaryFormat, startsWith } from './file-kind.ts';
import { judgeEncoding, sampleOf } from './judge-encoding.ts';
import { createPlausibility } from './plausibility.ts';
import { salvageAscii } from './salvage.ts';

export interface ReadText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Some bytes were no text of the encoding and read as U+FFFD; the digits around them are still there. */
  readonly damaged: boolean;
}

export interface ReadOptions {
  /** Bytes; a longer file is not read at all. */
  readonly maxBytes?: number;
  /** What somebody calls the encoding, in any spelling. The bytes are judged; it only breaks ties. */
  readonly hint?: string | undefined;
}

type Outcome = ReadText | { unscanned: Unscanned };

/** Turns bytes into text. Stateless but for tables. */
export type TextReader = (bytes: Uint8Array, options?: ReadOptions) => Outcome;

/** A text may hold so many control characters (terminal logs do); more is a program or a picture. */
const MAX_CONTROL_SHARE = 0.02;
const CONTROL_SAMPLE_BYTES = 65_536;
/** A text may hold so many broken characters (two encodings in one log); more was never text. */
const MAX_BROKEN_SHARE = 0.25;
/** Below it a reading is noise. Measured: random bytes stay below 0, texts of one script or another above 0.2. */
const MIN_PLAUSIBILITY = 0.1;
/** What is decoded from an escape encoding in plain ASCII has to be everyday text, or the plus was a plus. */
const MIN_ESCAPED_PLAUSIBILITY = 0.45;
/** Plain ASCII full of control characters can still be UTF-16 of Chinese characters only; then nearly all are everyday. */
const MIN_DENSE_PLAUSIBILITY = 0.8;
/** A mark is believed unless the bytes behind it read so much better otherwise. */
const MARK_TRUST = 0.3;

/** Byte order marks (Unicode 17.0, section 23.8) as Latin-1; UTF-32LE begins like UTF-16LE, so it comes first. */
const MARKS: readonly (readonly [string, TextEncoding])[] = [
  ['\u00ef\u00bb\u00bf', 'utf-8'],
  ['\u00ff\u00fe\u0000\u0000', 'utf-32le'],
  ['\u0000\u0000\u00fe\u00ff', 'utf-32be'],
  ['\u00ff\u00fe', 'utf-16le'],
  ['\u00fe\u00ff', 'utf-16be'],
  ['\u0084\u0031\u0095\u0033', 'gb18030'],
];
const ESCAPES: readonly (readonly [string, TextEncoding])[] = [
  ['+', 'utf-7'],
  ['~{', 'hz-gb-2312'],
];

/** Bytes of a UTF-16 unit; there are none beyond the basic plane worth counting. */
const UNIT_BYTES: readonly (readonly [string, number])[] = [
  ['utf-16', 2],
  ['utf-32', 4],
];
/** Bytes around a place of another width that are read with it: a number and its mark. */
const SALVAGE_MARGIN = 32;

const UNSUPPORTED: Outcome = { unscanned: { reason: 'unsupported-type' } };

function controlShare(sample: Uint8Array): number {
  let controls = 0;
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b) controls++;
  return controls / Math.max(1, sample.length);
}

function countBroken(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

/** True when the bytes end within a unit, by more than a stray line break: from somewhere on all units are torn. */
function isOutOfStep(bytes: Uint8Array, width: number): boolean {
  const last = bytes.at(-1);
  return bytes.length % width !== 0 && last !== 0x0a && last !== 0x0d;
}

/** Reads the bytes as that encoding, broken ones included, unless too many are. */
function readAs(encoding: TextEncoding, bytes: Uint8Array): Outcome {
  const text = decodeStrictly(encoding, bytes);
  if (text !== null) return { text, encoding, damaged: false };
  const repaired = decodeWith(encoding, bytes);
  if (countBroken(repaired) > repaired.length * MAX_BROKEN_SHARE) return UNSUPPORTED;
  return { text: repaired, encoding, damaged: true };
}

/**
 * Reads the bytes of a text. In order:
 *
 * 1. a byte order mark, unless what follows makes no sense that way;
 * 2. strict UTF-8 without zero bytes: statistics cannot do better, and short GBK texts defeat them. Plain ASCII that is
 *    UTF-7 or HZ throughout, and reads as everyday text, is decoded;
 * 3. else the encoding whose reading is the most plausible: zero bytes alone prove nothing, Chinese UTF-16 may have none
 *    and UTF-8 a stray one.
 *
 * What is no text is `unsupported-type`, what is beyond the limit `too-large`. Never throws.
 */
export function createTextReader(): TextReader {
  const plausibility = createPlausibility();

  /**
   * A text that makes no sense in places, though its bytes are of the encoding: another width begins there, and the ASCII
   * of it is added behind the text. Nothing that somebody could read may look clean.
   */
  function readWidths(outcome: Outcome, bytes: Uint8Array): Outcome {
    if (!('text' in outcome) || !bytes.includes(0)) return outcome;
    const { text, encoding } = outcome;
    const width = UNIT_BYTES.find(([prefix]) => encoding.startsWith(prefix))?.[1];
    const isShifted = width !== undefined && isOutOfStep(bytes, width);
    const span = isShifted ? { start: 0, end: text.length } : plausibility.nonsense(text);
    if (!span) return outcome;
    const from = width ? span.start * width : bytes.indexOf(0);
    const to = width ? span.end * width : bytes.lastIndexOf(0);
    const part = bytes.subarray(Math.max(0, from - SALVAGE_MARGIN), to + SALVAGE_MARGIN);
    return { text: `${text}\n${salvageAscii(part)}`, encoding, damaged: true };
  }

  function readMarked(bytes: Uint8Array, hint: readonly TextEncoding[]): Outcome | null {
    const mark = MARKS.find(([prefix]) => startsWith(bytes, prefix));
    if (!mark) return null;
    const [prefix, encoding] = mark;
    const outcome = readWidths(readAs(encoding, bytes), bytes);
    if (encoding === 'utf-8' && 'text' in outcome && !outcome.damaged) return outcome;
    const rest = bytes.subarray(prefix.length);
    const asMarked = plausibility.of(decodeWith(encoding, sampleOf(rest)));
    const judged = judgeEncoding({ sample: sampleOf(rest), hint, plausibility });
    if (judged.plausibility <= asMarked + MARK_TRUST) return outcome;
    return readJudged(rest, hint);
  }

  function readEscaped(
    text: string,
    bytes: Uint8Array,
    hint: readonly TextEncoding[],
  ): Outcome | null {
    // Only plain ASCII has as many units as bytes.
    if (text.length !== bytes.length) return null;
    for (const [sign, encoding] of ESCAPES) {
      if (!text.includes(sign)) continue;
      const decoded = decodeWith(encoding, bytes);
      const wanted = hint.includes(encoding) ? MIN_PLAUSIBILITY : MIN_ESCAPED_PLAUSIBILITY;
      const isText =
        plausibility.of(decoded) >= wanted && plausibility.beyondAscii(decoded) >= wanted;
      if (isText) return { text: decoded, encoding, damaged: false };
    }
    return null;
  }

  function readJudged(
    bytes: Uint8Array,
    hint: readonly TextEncoding[],
    atLeast = MIN_PLAUSIBILITY,
  ): Outcome {
    const judged = judgeEncoding({ sample: sampleOf(bytes), hint, plausibility });
    if (judged.plausibility < atLeast) return UNSUPPORTED;
    return readWidths(readAs(judged.encoding, bytes), bytes);
  }

  /** Bytes that are valid UTF-8 and have no zeros. A hint of UTF-16 counts where the text reads as well that way. */
  function readValid(text: string, bytes: Uint8Array, hint: readonly TextEncoding[]): Outcome {
    if (controlShare(bytes.subarray(0, CONTROL_SAMPLE_BYTES)) > MAX_CONTROL_SHARE)
      return readJudged(bytes, hint, MIN_DENSE_PLAUSIBILITY);
    const escaped = readEscaped(text, bytes, hint);
    if (escaped) return escaped;
    const isWide = hint.some((encoding) => encoding.startsWith('utf-16'));
    if (isWide && bytes.length > 0) {
      const judged = readJudged(bytes, hint);
      if ('text' in judged && judged.encoding.startsWith('utf-16')) return judged;
    }
    return { text, encoding: 'utf-8', damaged: false };
  }

  return (bytes, { maxBytes = LIMITS.fileBytes, hint = '' } = {}) => {
    if (bytes.length > maxBytes) return { unscanned: { reason: 'too-large' } };
    const hinted = encodingsOfName(hint);
    const marked = readMarked(bytes, hinted);
    if (marked) return marked;
    if (isBinaryFormat(bytes)) return UNSUPPORTED;
    const text = bytes.includes(0) ? null : decodeStrictly('utf-8', bytes);
    return text === null ? readJudged(bytes, hinted) : readValid(text, bytes, hinted);
  };
}

/** `createTextReader` for one text. */
export function readText(bytes: Uint8Array, options?: ReadOptions): Outcome {
  return createTextReader()(bytes, options);
}
