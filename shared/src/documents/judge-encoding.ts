import { decodeWith } from './decode-bytes.ts';
import type { TextEncoding } from './encoding-name.ts';
import type { Plausibility } from './plausibility.ts';

/** One way to read the bytes, with the plausibility of what it gives. */
export interface Judgement {
  readonly encoding: TextEncoding;
  readonly plausibility: number;
}

interface Evidence {
  readonly sample: Uint8Array;
  readonly hint: readonly TextEncoding[];
  readonly plausibility: Plausibility;
}

/** Bytes that are enough to tell what a text is. */
const SAMPLE_BYTES = 65_536;
/** ASCII before the first telling byte that is kept in the sample. */
const LEAD_BYTES = 256;
/** What a hint is worth: it decides between readings that are about as good. */
const HINT_BONUS = 0.1;
/** Big5 has to be so much better than GB18030: short texts of one are often valid in the other. */
const BIG5_HANDICAP = 0.15;
/** Chance hardly makes sequences of UTF-8 that are all valid. */
const VALID_UTF8_BONUS = 0.3;
/**
 * Of UTF-16 without zero bytes, over its units: the fewer there are, the less it proves that they happen to be everyday
 * characters. Zero bytes are proof enough: no other encoding has them.
 */
const FEW_UNITS_HANDICAP = 0.6;
/** Half a unit at the end. */
const ODD_HANDICAP = 0.3;

/**
 * The part of the bytes that tells encodings apart: from the first byte that is zero or beyond ASCII. It begins at a
 * multiple of four, so that wide units stay whole.
 */
export function sampleOf(bytes: Uint8Array): Uint8Array {
  let first = 0;
  while (first < bytes.length && (bytes[first] ?? 0) - 1 < 0x7f && bytes[first] !== 0) first++;
  const start = Math.max(0, first - LEAD_BYTES) & ~3;
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

/**
 * Reads a sample in every encoding that Chinese texts come in and says which reading looks most like a text. `hint` = what
 * somebody called the encoding; it breaks ties, no more.
 */
export function judgeEncoding(evidence: Evidence): Judgement {
  const { sample, hint } = evidence;
  const readings = [...readNarrow(evidence), ...readWide(evidence)];
  let best: Judgement = { encoding: 'utf-8', plausibility: -Infinity };
  let bestScore = -Infinity;
  for (const { encoding, plausibility, handicap } of readings) {
    const score = plausibility - handicap + (hint.includes(encoding) ? HINT_BONUS : 0);
    if (score <= bestScore || sample.length === 0) continue;
    bestScore = score;
    best = { encoding, plausibility };
  }
  return best;
}

interface Reading extends Judgement {
  readonly handicap: number;
}

/** UTF-8, and the likelier one of GB18030 and Big5: their ASCII is the same, so the rest decides. */
function readNarrow({ sample, hint, plausibility }: Evidence): readonly Reading[] {
  const utf8 = decodeWith('utf-8', sample);
  const isValid = !utf8.includes('\ufffd') && utf8.length < sample.length;
  const gb = decodeWith('gb18030', sample);
  const big5 = decodeWith('big5', sample);
  const gain = plausibility.beyondAscii(big5) - plausibility.beyondAscii(gb);
  const neededGain =
    (hint.includes('big5') ? -HINT_BONUS : BIG5_HANDICAP) +
    (hint.includes('gb18030') ? HINT_BONUS : 0);
  const isBig5 = gain > neededGain;
  return [
    {
      encoding: 'utf-8',
      plausibility: plausibility.of(utf8),
      handicap: isValid ? -VALID_UTF8_BONUS : 0,
    },
    {
      encoding: isBig5 ? 'big5' : 'gb18030',
      plausibility: plausibility.of(isBig5 ? big5 : gb),
      handicap: 0,
    },
  ];
}

/** UTF-16 and, where zero bytes allow it, UTF-32 in both orders. */
function readWide({ sample, hint, plausibility }: Evidence): readonly Reading[] {
  let zeros = 0;
  for (const byte of sample) if (byte === 0) zeros++;
  const few = FEW_UNITS_HANDICAP / Math.max(1, sample.length >> 1);
  const handicap = zeros > 0 ? 0 : few + (sample.length % 2 === 1 ? ODD_HANDICAP : 0);
  const wide: TextEncoding[] = ['utf-16le', 'utf-16be'];
  // At least one byte of four is zero: there are no code points beyond 0x10FFFF.
  if (zeros * 4 >= sample.length && sample.length % 4 === 0) wide.unshift('utf-32le', 'utf-32be');
  return wide.map((encoding) => ({
    encoding,
    plausibility: plausibility.of(decodeWith(encoding, sample)),
    handicap: hint.includes(encoding) ? 0 : handicap,
  }));
}
