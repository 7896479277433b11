import { isNumberShape } from './number-shape.ts';
import type { TokenReader } from './token-decoder.ts';
import { UNIT } from './unit-classes.ts';
import { isDigit, isHan, isLetter, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

/** Units of one filler; an emoji may have more (skin, joiners, selectors). */
const MAX_FILLER = 4;
const MAX_EMOJI = 12;
/**
 * Eleven digits and two fillers cover thirteen units, and one of any five of them is a digit: so it is enough to look at
 * five of every nine units of a long token.
 */
const STRIDE = 9;
const LOOK = 5;
/** Units of one number with its fillers, at most. */
const MAX_SPAN = 240;
/** Han characters between digits that say something: dates, times, amounts, houses, ranges; and numerals. */
const MEANINGFUL =
  '年月日号时点分秒元角万亿千百十个件室栋楼层座幢至到第共和与或及零一二三四五六七八九两幺壹贰叁肆伍陆柒捌玖拾〇';

function isEmojiUnit(unit: number): boolean {
  return (
    (unit >= 0xd83c && unit <= 0xd83e) ||
    (unit >= 0xdc00 && unit <= 0xdfff) ||
    (unit >= 0x2190 && unit <= 0x23ff) ||
    (unit >= 0x25a0 && unit <= 0x2767) ||
    (unit >= 0x2794 && unit <= 0x2bff) ||
    unit === 0x200d ||
    unit === 0xfe0f
  );
}

/** Behind the filler at `at`; −1 when there is none, or something that is no filler. */
function fillerEnd(text: string, at: number, classes: Uint16Array): number {
  let end = at;
  if (isEmojiUnit(text.charCodeAt(at))) {
    while (end < at + MAX_EMOJI && isEmojiUnit(text.charCodeAt(end))) end++;
    return isDigit(narrowAt(text, end)) ? end : -1;
  }
  for (; end <= at + MAX_FILLER; end++) {
    const unit = narrowAt(text, end);
    if (isDigit(unit)) return end > at && isFiller(text, at, end) ? end : -1;
    if (((classes[text.charCodeAt(end)] ?? 0) & UNIT.NATIVE) !== 0 || Number.isNaN(unit)) return -1;
  }
  return -1;
}

function isFiller(text: string, start: number, end: number): boolean {
  if (end - start > MAX_FILLER) return false;
  const unit = narrowAt(text, start);
  // Stars hide digits; whether they do is the business of the emphasis decoder.
  if (unit === 0x2a) return false;
  if (isHan(unit)) return end - start > 1 || !MEANINGFUL.includes(text.charAt(start));
  return isLetter(unit) || end - start === 1 || unit > 0x7f;
}

/** True when two fillers are the same, or both emoji; false when one of them is none (−1). */
function areEqual(
  text: string,
  left: number,
  leftEnd: number,
  right: number,
  rightEnd: number,
): boolean {
  if (left < 0 || rightEnd < 0) return false;
  if (isEmojiUnit(text.charCodeAt(left))) return isEmojiUnit(text.charCodeAt(right));
  const length = leftEnd - left;
  if (rightEnd - right !== length) return false;
  for (let index = 0; index < length; index++)
    if (text.charCodeAt(left + index) !== text.charCodeAt(right + index)) return false;
  return true;
}

interface Filler {
  readonly start: number;
  readonly end: number;
}

/** A chain of digits with equal fillers; the last group of a chain opens the next one. */
class Chain {
  readonly #text: string;
  readonly #writer: ViewWriter;
  #digits = '';
  #fillers: Filler[] = [];
  #groupLengths: number[] = [];

  constructor(text: string, writer: ViewWriter) {
    this.#text = text;
    this.#writer = writer;
  }

  begin(group: string): void {
    this.#digits = group;
    this.#fillers = [];
    this.#groupLengths = [group.length];
  }

  /** Adds a filler and the group of digits behind it. */
  add(filler: Filler, group: string, previousGroup: string): void {
    const first = this.#fillers[0];
    if (first && !areEqual(this.#text, first.start, first.end, filler.start, filler.end)) {
      this.close();
      this.begin(previousGroup);
    }
    this.#fillers.push(filler);
    this.#digits += group;
    this.#groupLengths.push(group.length);
  }

  close(): void {
    const [first] = this.#fillers;
    const last = this.#fillers.at(-1);
    if (!first || !last || this.#fillers.length < 2 || this.#digits.length < 11) return;
    if (last.end - first.start > MAX_SPAN || this.#isSize(first)) return;
    const tail =
      (narrowAt(this.#text, last.end + (this.#groupLengths.at(-1) ?? 0)) | 0x20) === 0x78;
    if (!isNumberShape(this.#digits) && !(tail && isNumberShape(`${this.#digits}X`))) return;
    for (const { start, end } of this.#fillers) this.#writer.erase(start, end);
  }

  /** `1920x1080x165`: two multiplication signs are a size unless the groups are those of a mobile. */
  #isSize({ start }: Filler): boolean {
    const unit = narrowAt(this.#text, start);
    const isTimes = (unit | 0x20) === 0x78 || unit === 0xd7;
    return isTimes && this.#fillers.length === 2 && this.#groupLengths.join('') !== '344';
  }
}

/** `138哈0013哈8000`, `1😀3😀8…`, `13a80a01…`: the same filler again and again inside one whole number. */
export function createFillerReader(): TokenReader {
  return {
    evasion: 'filler',
    read(text, { fillers }, classes, budget) {
      const writer = new ViewWriter(text, 'filler', budget);
      const chain = new Chain(text, writer);
      let floor = 0;
      for (let span = 0; span < fillers.length; span += 2) {
        const limit = fillers[span + 1] ?? 0;
        for (let probe = fillers[span] ?? 0; probe < limit; probe += STRIDE) {
          const end = Math.min(probe + LOOK, limit);
          for (let at = Math.max(probe, floor); at < end; at++) {
            if (((classes[text.charCodeAt(at)] ?? 0) & UNIT.DIGIT) === 0) continue;
            floor = walkGroup(text, at, floor, classes, chain);
            break;
          }
          if (floor > probe + STRIDE) probe = floor - STRIDE;
        }
      }
      return writer.finish();
    },
  };
}

/** Looks at the group of digits at `at`; most stand between separators. Returns where it, or its chain, ends. */
function walkGroup(
  text: string,
  at: number,
  floor: number,
  classes: Uint16Array,
  chain: Chain,
): number {
  let start = at;
  while (start > floor && ((classes[text.charCodeAt(start - 1)] ?? 0) & UNIT.DIGIT) !== 0) start--;
  let end = at + 1;
  const { length } = text;
  while (end < length && ((classes[text.charCodeAt(end)] ?? 0) & UNIT.DIGIT) !== 0) end++;
  const isOpen = end < length && ((classes[text.charCodeAt(end)] ?? 0) & UNIT.NATIVE) === 0;
  const before = text.charCodeAt(start - 1);
  const isOpenBefore =
    start > floor && (((classes[before] ?? 0) & UNIT.NATIVE) === 0 || isEmojiUnit(before));
  if (!isOpen && !isOpenBefore) return end;
  return isRepeated(text, start, end, floor, classes)
    ? walkChain(text, start, floor, classes, chain)
    : end;
}

/** Walks the groups of digits around `at` and what stands between them. Returns where the last group ends. */
function walkChain(
  text: string,
  at: number,
  floor: number,
  classes: Uint16Array,
  chain: Chain,
): number {
  let start = at;
  while (start > floor && start > at - MAX_SPAN) {
    if (isDigit(narrowAt(text, start - 1))) start--;
    else {
      const group = groupBefore(text, start, floor, classes);
      if (group < 0) break;
      start = group;
    }
  }
  let from = start;
  let end = groupEnd(text, from);
  let group = digitsOf(text, from, end);
  chain.begin(group);
  for (let next = fillerEnd(text, end, classes); next > 0; next = fillerEnd(text, end, classes)) {
    const filler = { start: end, end: next };
    from = next;
    end = groupEnd(text, from);
    const behind = digitsOf(text, from, end);
    chain.add(filler, behind, group);
    group = behind;
  }
  chain.close();
  return end;
}

/** True when two fillers beside a group of digits are equal: what most digits of a text fail at once. */
function isRepeated(
  text: string,
  start: number,
  end: number,
  floor: number,
  classes: Uint16Array,
): boolean {
  const next = fillerEnd(text, end, classes);
  if (next > 0) {
    const second = groupEnd(text, next);
    if (areEqual(text, end, next, second, fillerEnd(text, second, classes))) return true;
  }
  const before = groupBefore(text, start, floor, classes);
  if (before < 0) return false;
  if (areEqual(text, before, start, end, next)) return true;
  let first = before;
  while (first > floor && isDigit(narrowAt(text, first - 1))) first--;
  const earlier = groupBefore(text, first, floor, classes);
  return areEqual(text, earlier, first, before, start);
}

/** Behind the digit that stands one filler before `at`; −1 when none does. */
function groupBefore(text: string, at: number, floor: number, classes: Uint16Array): number {
  const reach = isEmojiUnit(text.charCodeAt(at - 1)) ? MAX_EMOJI : MAX_FILLER;
  for (let end = at - 1; end > floor && end >= at - reach; end--) {
    if (isDigit(narrowAt(text, end - 1))) return fillerEnd(text, end, classes) === at ? end : -1;
    if (((classes[text.charCodeAt(end - 1)] ?? 0) & UNIT.NATIVE) !== 0) {
      if (text.charCodeAt(end - 1) !== 0xfe0f && text.charCodeAt(end - 1) !== 0x200d) return -1;
    }
  }
  return -1;
}

function groupEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(narrowAt(text, end))) end++;
  return end;
}

/** The digits of one group; of a very long one only as many as tell that it is no part of a number. */
function digitsOf(text: string, start: number, end: number): string {
  let digits = '';
  for (let at = start; at < Math.min(end, start + 40); at++)
    digits += String.fromCharCode(narrowAt(text, at));
  return digits;
}
