import { DECIMAL_DIGIT_STARTS, ENCLOSED_DIGIT_RANGES } from '../detection/unicode-digits.ts';
import type { CodePlace, ScorePart } from '../detection/detector.ts';
import type { Evasion } from '../contracts/vocabulary.ts';

/** Letters and digits of a text that stand together, as a detector of codes reads them. */
export interface Code {
  /** Upper-case ASCII letters and digits; separators, width and invisible characters taken off. */
  readonly value: string;
  /** UTF-16 code units, half open. */
  readonly start: number;
  readonly end: number;
  /** True when separators stand inside. */
  readonly separated: boolean;
  readonly evasions: readonly Evasion[];
}

/** Letters and digits of the longest code. */
const LONGEST = 20;
/** Letters and digits read to each side of a place at most. */
const REACH = 28;
/** Chunks between separators one code may be written in. */
const MAX_CHUNKS = 8;
const SEPARATED_POINTS = -0.1;

const NO_EVASIONS: readonly Evasion[] = [];
const SEPARATORS = ' -._/\u00a0\u00b7\u2010\u2011\u2012\u2013\u2014\u30fb\u3000\uff0d\uff0e\uff0f';

export function isInvisible(unit: number): boolean {
  return (
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    (unit >= 0x180b && unit <= 0x180f) ||
    unit === 0xfeff ||
    unit === 0xad ||
    (unit >= 0xfe00 && unit <= 0xfe0f)
  );
}

function digitOfOtherScript(point: number): number {
  // Han and Hangul, the bulk of what ends a code, are spared the search.
  if (point >= 0x3000 && point < 0xa620) return -1;
  for (const start of DECIMAL_DIGIT_STARTS)
    if (point >= start && point < start + 10) return point - start;
  for (const [start, value, count] of ENCLOSED_DIGIT_RANGES)
    if (point >= start && point < start + count) return value + point - start;
  return -1;
}

/** The upper-case ASCII letter or digit a code point stands for, as a char code; 0 = none. */
export function codeUnitOf(point: number): number {
  if (point < 0x80 || (point >= 0xff01 && point <= 0xff5e)) {
    const unit = point < 0x80 ? point : point - 0xfee0;
    if (unit >= 0x61 && unit <= 0x7a) return unit - 32;
    return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) ? unit : 0;
  }
  const digit = point < 0xb2 ? -1 : digitOfOtherScript(point);
  return digit < 0 ? 0 : 0x30 + digit;
}

function evasionOf(point: number): Evasion | null {
  if (point < 0x80) return null;
  if (point >= 0xff01 && point <= 0xff5e) return 'full-width';
  const enclosed = ENCLOSED_DIGIT_RANGES.some(([from, , n]) => point >= from && point < from + n);
  return enclosed ? 'enclosed-digits' : 'unicode-digits';
}

/** Start of the character that ends at `end`. */
function startBefore(text: string, end: number): number {
  const isPair = end >= 2 && (text.codePointAt(end - 2) ?? 0) > 0xffff;
  return end - (isPair ? 2 : 1);
}

export function isSeparator(text: string, index: number): boolean {
  return index >= 0 && index < text.length && SEPARATORS.includes(text.charAt(index));
}

/** Where the letters and digits around a place begin: at most one separator in a row, at most `REACH` characters away. */
function findLeft(text: string, from: number): number {
  let left = from;
  let index = from;
  let gap = 0;
  for (let read = 0; index > 0 && read < REACH;) {
    const start = startBefore(text, index);
    const point = text.codePointAt(start) ?? 0;
    if (codeUnitOf(point) !== 0) {
      left = start;
      gap = 0;
    } else if (isInvisible(point)) {
      read++;
      index = start;
      continue;
    } else if (++gap > 1 || !isSeparator(text, start)) break;
    read++;
    index = start;
  }
  return left;
}

/** Letters and digits with their places, and where separators stand. */
interface Reading {
  /** Upper-case char codes. */
  readonly units: number[];
  readonly starts: number[];
  readonly ends: number[];
  /** Index of the first unit of each chunk, then where the last whole chunk ends. */
  readonly edges: number[];
  readonly evasions: (Evasion | null)[];
}

/** Reads on from `left` for at most `REACH` units behind `until`. Chunks that are cut off at either side are left out. */
function readFrom(text: string, left: number, until: number): Reading {
  const reading: Reading = { units: [], starts: [], ends: [], edges: [], evasions: [] };
  let gap = left > 0 && isCodeUnit(text, startBefore(text, left)) ? 0 : 1;
  let hidden = false;
  const limit = Math.min(text.length, until + REACH);
  let index = left;
  while (index < limit) {
    const point = text.codePointAt(index) ?? 0;
    const next = index + (point > 0xffff ? 2 : 1);
    const unit = codeUnitOf(point);
    if (unit !== 0) {
      if (gap > 0) reading.edges.push(reading.units.length);
      reading.units.push(unit);
      reading.starts.push(index);
      reading.ends.push(next);
      reading.evasions.push(hidden && gap === 0 ? 'zero-width' : evasionOf(point));
      gap = 0;
      hidden = false;
    } else if (isInvisible(point)) hidden = true;
    else if (++gap > 1 || !isSeparator(text, index)) break;
    index = next;
  }
  const isCut = gap === 0 && isCodeUnit(text, index);
  if (!isCut) reading.edges.push(reading.units.length);
  return reading;
}

function isCodeUnit(text: string, index: number): boolean {
  return index < text.length && codeUnitOf(text.codePointAt(index) ?? 0) !== 0;
}

type Window = Code & { readonly chunkCount: number };

function collect(
  reading: Reading,
  { start, end }: CodePlace,
  lengths: readonly number[],
  into: Window[],
): void {
  const { units, starts, ends, edges } = reading;
  for (let first = 0; first + 1 < edges.length; first++) {
    const from = edges[first] ?? 0;
    for (let last = first + 1; last <= Math.min(edges.length - 1, first + MAX_CHUNKS); last++) {
      const to = edges[last] ?? 0;
      if (!lengths.includes(to - from)) continue;
      const codeStart = starts[from] ?? 0;
      const codeEnd = ends[to - 1] ?? 0;
      if (codeEnd <= start || codeStart >= end) continue;
      const hidden = reading.evasions.slice(from, to).filter((evasion) => evasion !== null);
      into.push({
        value: String.fromCharCode(...units.slice(from, to)),
        start: codeStart,
        end: codeEnd,
        separated: last > first + 1,
        evasions: hidden.length === 0 ? NO_EVASIONS : [...new Set(hidden)],
        chunkCount: last - first,
      });
    }
  }
}

/** True when the place is in a chunk of more than so many ASCII letters and digits: looked at first, it costs least. */
function isInLongChunk({ text, start, end }: CodePlace, length: number): boolean {
  let left = start;
  while (left > 0 && end - left <= length && isAsciiCodeUnit(text.charCodeAt(left - 1))) left--;
  let at = left;
  while (at - left <= length && at < text.length && isAsciiCodeUnit(text.charCodeAt(at))) at++;
  return at >= end && at - left > length;
}

function isAsciiCodeUnit(unit: number): boolean {
  if (unit <= 0x39) return unit >= 0x30;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x7a;
}

/**
 * Codes of a wanted length that touch the place: whole chunks of letters and digits, up to eight with one separator
 * between. Whatever is part of a longer chunk is none. The one in fewest chunks comes first. Constant work: of a
 * long row of numbers only the two ends are read, since only they touch letters.
 */
export function codesAt(place: CodePlace, lengths: readonly number[]): Code[] {
  const { text, start, end } = place;
  if (isInLongChunk(place, LONGEST)) return [];
  const codes: Window[] = [];
  const isShort = end - start <= REACH;
  collect(readFrom(text, findLeft(text, start), isShort ? end : start), place, lengths, codes);
  if (!isShort) collect(readFrom(text, findLeft(text, end), end), place, lengths, codes);
  return codes.sort((a, b) => a.chunkCount - b.chunkCount);
}

const SEPARATED_SCORE: readonly ScorePart[] = [
  { part: 'form.irregular', points: SEPARATED_POINTS },
];
const NO_SCORE: readonly ScorePart[] = [];

/** What the way a code is written says. `usual` = people write it so. */
export function formScore({ separated }: Code, usual = false): readonly ScorePart[] {
  return separated && !usual ? SEPARATED_SCORE : NO_SCORE;
}
