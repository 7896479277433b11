import type { Span } from '../contracts/finding.ts';
import { decodeWith } from './decode-bytes.ts';

/** Tells how much a text looks like something that people write in China. */
export interface Plausibility {
  /** Mean over all UTF-16 units, −3 … 1: 1 = only everyday characters, 0 and below = noise, or nothing. */
  of(text: string): number;
  /** As `of`, over the units beyond ASCII only; 1 when there are none: nothing is odd then. */
  beyondAscii(text: string): number;
  /** From the first to the last place where the text makes no sense, in UTF-16 units; null when it does throughout. */
  nonsense(text: string): Span | null;
}

/** Units that are looked at together: a number of 11 digits read as characters of two bytes fills five. */
const WINDOW = 5;
/** So many of them may be units that no text has together. */
const MAX_ODD_UNITS = 2;

/** Points of one unit, in tenths. */
const EVERYDAY = 10;
const USUAL = 5;
const FOREIGN = 1;
const RARE = -5;
const NEVER = -30;

/** `[first, last, points]`, later rows win. Blocks of Unicode 17.0 as Chinese business texts use them. */
const RANGES: readonly (readonly [number, number, number])[] = [
  [0x0000, 0x001f, NEVER],
  [0x0009, 0x000a, EVERYDAY],
  [0x000d, 0x000d, EVERYDAY],
  // Colours of terminals.
  [0x001b, 0x001b, 0],
  [0x0020, 0x007e, EVERYDAY],
  [0x007f, 0x009f, NEVER],
  [0x00a0, 0x024f, FOREIGN],
  [0x0250, 0x036f, RARE],
  [0x0370, 0x04ff, FOREIGN],
  [0x0500, 0x1fff, RARE],
  // Mongolian and Tibetan are written in China; Thai, Uighur letters.
  [0x0600, 0x06ff, FOREIGN],
  [0x0e00, 0x0fff, FOREIGN],
  [0x1800, 0x18af, FOREIGN],
  [0x2000, 0x2dff, 0],
  [0x200b, 0x200f, USUAL],
  [0x2010, 0x2033, USUAL],
  [0x2014, 0x2026, EVERYDAY],
  [0x2060, 0x2064, USUAL],
  [0x2103, 0x2193, USUAL],
  [0x2460, 0x25ff, USUAL],
  [0x2600, 0x27bf, FOREIGN],
  [0x2460, 0x2473, EVERYDAY],
  [0x3000, 0x3000, USUAL],
  [0x3001, 0x3029, EVERYDAY],
  [0x3041, 0x30ff, FOREIGN],
  [0x3400, 0x9fff, RARE],
  [0xa000, 0xabff, RARE],
  [0xac00, 0xd7a3, FOREIGN],
  [0xd7a4, 0xdbff, RARE],
  [0xd83c, 0xd83e, USUAL],
  // Ideographs of the planes 2 and 3: names and places.
  [0xd840, 0xd88d, FOREIGN],
  [0xdc00, 0xdfff, USUAL],
  [0xe000, 0xf8ff, -20],
  [0xf900, 0xfe2f, RARE],
  [0xff01, 0xff5e, EVERYDAY],
  [0xffe0, 0xffe6, USUAL],
  [0xfff0, 0xffff, NEVER],
  [0xfeff, 0xfeff, 0],
];

/** Two-byte codes row by row: all that a double-byte set has between two lead bytes. */
function decodeRows(encoding: 'gb18030' | 'big5', firstLead: number, lastLead: number): string {
  const trails: number[] = [];
  if (encoding === 'big5') for (let trail = 0x40; trail <= 0x7e; trail++) trails.push(trail);
  for (let trail = 0xa1; trail <= 0xfe; trail++) trails.push(trail);
  const bytes = new Uint8Array((lastLead - firstLead + 1) * trails.length * 2);
  let at = 0;
  for (let lead = firstLead; lead <= lastLead; lead++)
    for (const trail of trails) {
      bytes[at++] = lead;
      bytes[at++] = trail;
    }
  return decodeWith(encoding, bytes);
}

/**
 * Builds its table when first asked (65,536 entries). Everyday characters are those that GB 2312-80 has in its first level
 * (rows 16 … 55) and Big5 among its frequently used ones (0xA440 … 0xC67E); the platform's decoders know them.
 */
export function createPlausibility(): Plausibility {
  let built: Int8Array | null = null;

  function build(): Int8Array {
    const points = new Int8Array(0x10000);
    for (const [first, last, each] of RANGES) points.fill(each, first, last + 1);
    const mark = (characters: string, each: number): void => {
      for (let at = 0; at < characters.length; at++) {
        const unit = characters.charCodeAt(at);
        if (unit >= 0x4e00 && unit <= 0x9fff) points[unit] = each;
      }
    };
    mark(decodeRows('gb18030', 0xd8, 0xf7), USUAL);
    mark(decodeRows('big5', 0xa4, 0xc6), EVERYDAY);
    mark(decodeRows('gb18030', 0xb0, 0xd7), EVERYDAY);
    points[0x3007] = EVERYDAY;
    return points;
  }

  function mean(text: string, isCounted: (unit: number) => boolean): number {
    const points = (built ??= build());
    let sum = 0;
    let count = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (!isCounted(unit)) continue;
      sum += points[unit] ?? 0;
      count++;
    }
    return count === 0 ? Number.NaN : sum / count / EVERYDAY;
  }

  function nonsense(text: string): Span | null {
    const points = (built ??= build());
    // Rare ideographs are names and places; digits of another width never look like them.
    const oddAt = (index: number): number => {
      const unit = text.charCodeAt(index);
      return (points[unit] ?? 0) <= 0 && (unit < 0x4e00 || unit > 0x9fff) ? 1 : 0;
    };
    let odd = 0;
    let start = -1;
    let end = -1;
    for (let index = 0; index < text.length; index++) {
      odd += oddAt(index);
      if (index >= WINDOW) odd -= oddAt(index - WINDOW);
      if (odd <= MAX_ODD_UNITS) continue;
      if (start < 0) start = Math.max(0, index - WINDOW + 1);
      end = index + 1;
    }
    return start < 0 ? null : { start, end };
  }

  return {
    nonsense,
    of: (text) => (text === '' ? 0 : mean(text, () => true)),
    beyondAscii: (text) => {
      const points = mean(text, (unit) => unit > 0x7f);
      return Number.isNaN(points) ? 1 : points;
    },
  };
}
