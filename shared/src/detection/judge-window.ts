import type { CandidateForm, Neighbour } from './candidate.ts';
import { CHAR_CLASS, type CharTable } from './char-table.ts';
import { type Detector, isRefused, type Validation } from './detector.ts';
import type { DigitGroups } from './digit-groups.ts';
import type { PlannedWant } from './digit-plan.ts';
import type { Evasion } from '../contracts/vocabulary.ts';
import type { CandidateSink } from './find-candidates.ts';
import {
  type GroupWindow,
  hasTail,
  innerGap,
  isInsideRow,
  isListGap,
  isThousands,
  runPoints,
  shapedPoints,
} from './form-points.ts';
import { type DigitReading, readDigits, readDigitValues, startAfterDigits } from './read-digits.ts';

/** Asks the detectors whether the digits of a window of groups are theirs. */
export class WindowJudge {
  readonly #table: CharTable;
  readonly #text: string;
  readonly #sink: CandidateSink;
  /** Scratch: the digits of the window. Most windows of a table of numbers are judged without a string. */
  readonly #values: Uint8Array;

  constructor(table: CharTable, text: string, sink: CandidateSink, values: Uint8Array) {
    this.#table = table;
    this.#text = text;
    this.#sink = sink;
    this.#values = values;
  }

  /** `opening` = value of the first two digits, −1 = not known. */
  offer(
    groups: DigitGroups,
    first: number,
    last: number,
    opening: number,
    wants: readonly PlannedWant[],
    form: CandidateForm,
  ): void {
    const lead = groups.leads[first] ?? 0;
    const letter = groups.endsInLetter && last === groups.count - 1;
    const start = groups.start(first);
    const end = groups.end(last);
    let count = 0;
    let reading: DigitReading | null = null;
    for (const planned of wants) {
      const { detector, want, prefix, leadMask, openings } = planned;
      if ((leadMask & (1 << lead)) === 0 || (letter && !want.checkLetter)) continue;
      if (want.needsPrefix && !mayHavePrefix(groups, first, planned, form)) continue;
      if (openings && opening >= 0 && openings[opening] === 0) continue;
      if (count === 0)
        count = readDigitValues(this.#table, this.#text, start, end, letter, this.#values);
      if (!this.#mayBe(planned, count)) continue;
      reading ??= readDigits(this.#table, this.#text, start, end, letter);
      const validation = detector.validate(reading.digits.slice(prefix.length));
      if (isRefused(validation)) continue;
      if (want.needsLabel && !this.#sink.isLabelNear(start, end)) continue;
      this.#emit({ groups, first, last }, planned, form, reading, validation);
    }
  }

  #mayBe({ want, prefix, valueMask }: PlannedWant, count: number): boolean {
    const values = this.#values;
    for (let at = 0; at < prefix.length; at++)
      if (values[at] !== prefix.charCodeAt(at) - 0x30) return false;
    const skip = prefix.length;
    if ((valueMask & (1 << (values[skip] ?? 0))) === 0) return false;
    return want.mayBe === undefined || want.mayBe(values, skip, count - skip);
  }

  #emit(
    { groups, first, last }: Pick<GroupWindow, 'groups' | 'first' | 'last'>,
    { detector, want, prefix }: PlannedWant,
    form: CandidateForm,
    { digits, evasions }: DigitReading,
    validation: Validation,
  ): void {
    const start = groups.start(first);
    const before = first > 0 ? neighbour(groups.gap(first), groups.length(first - 1)) : null;
    const outer = prefix === '' ? this.#prefixBefore(groups, first, want.prefixes) : null;
    if (want.needsPrefix && prefix === '' && !outer) return;
    const window = { groups, first, last, prefixed: outer !== null, want };
    const isShaped = form === 'grouped' || form === 'whole';
    this.#sink.candidate({
      detector,
      want,
      validation,
      start:
        prefix === ''
          ? openedBefore(this.#text, start, groups.end(first), last > first)
          : this.#skip(start, prefix.length),
      end: enclosedTo(this.#text, groups.end(last)),
      value: digits.slice(prefix.length),
      form,
      prefix: outer?.digits ?? prefix,
      prefixStart: outer?.start ?? start,
      gap: innerGap(groups, first, last),
      before: outer ? null : before,
      after:
        last + 1 < groups.count && !hasTail(groups, last, want)
          ? neighbour(groups.gap(last + 1), groups.length(last + 1))
          : null,
      evasions: withForm(evasions, form, window),
      formPoints: isShaped
        ? this.#shapedPoints(window, detector)
        : runPoints(window, form, want, validation.specificity),
    });
  }

  #shapedPoints(window: GroupWindow, detector: Detector): number {
    if (!isInsideRow(window) || !this.#isTiled(window, detector)) return shapedPoints(window);
    return 0;
  }

  /** True when the row is nothing but numbers of the detector side by side, each of them valid. */
  #isTiled({ groups, first, last }: GroupWindow, detector: Detector): boolean {
    const gap = groups.gap(last);
    const size = last - first + 1;
    let from = first;
    let to = last;
    while (from > 0 && groups.gap(from) === gap) from--;
    while (to + 1 < groups.count && groups.gap(to + 1) === gap) to++;
    const tiles = (to - from + 1) / size;
    if (tiles < 2 || !Number.isInteger(tiles) || tiles > MAX_TILES || (first - from) % size !== 0)
      return false;
    for (let at = from; at <= to; at++)
      if (groups.length(at) !== groups.length(first + ((at - from) % size))) return false;
    for (let at = from; at <= to; at += size) {
      const [start, end] = [groups.start(at), groups.end(at + size - 1)];
      const { digits } = readDigits(this.#table, this.#text, start, end, false);
      if (isRefused(detector.validate(digits))) return false;
    }
    return true;
  }

  #skip(start: number, digits: number): number {
    return startAfterDigits(this.#table, this.#text, start, digits);
  }

  #prefixBefore(
    groups: DigitGroups,
    first: number,
    prefixes: readonly string[] | undefined,
  ): { digits: string; start: number } | null {
    if (first === 0 || !prefixes || isListGap(groups.gap(first))) return null;
    const length = groups.length(first - 1);
    const start = groups.start(first - 1);
    for (const prefix of prefixes) {
      if (prefix.length !== length) continue;
      const end = groups.end(first - 1);
      if (readDigits(this.#table, this.#text, start, end, false).digits === prefix)
        return { digits: prefix, start };
    }
    return null;
  }
}

/** Each opening one before its closing one. */
const BRACKETS = '()[]\uff08\uff09\u3010\u3011';
/**
 * False for most groups without a look at their digits. Behind a prefix of its own, or in one run with it: 86 somewhere in
 * a row of numbers is no country code.
 */
function mayHavePrefix(
  groups: DigitGroups,
  first: number,
  { want, prefix }: PlannedWant,
  form: CandidateForm,
): boolean {
  if (prefix !== '') return form === 'whole';
  if (first === 0 || isListGap(groups.gap(first))) return false;
  const length = groups.length(first - 1);
  return want.prefixes?.some((known) => known.length === length) ?? false;
}

/** Numbers in a row that are looked at together. */
const MAX_TILES = 8;

function withForm(
  evasions: readonly Evasion[],
  form: CandidateForm,
  window: GroupWindow,
): readonly Evasion[] {
  if (form !== 'separated' && form !== 'irregular') return evasions;
  if (isThousands(window)) return [...evasions, 'thousands'];
  const isInCells = innerGap(window.groups, window.first, window.last) === CHAR_CLASS.CELL;
  return [...evasions, isInCells ? 'cells' : 'separated'];
}

/** `(021)6432 1188`: the bracket around the first group belongs to the number; in `(1)(3)(8)` each has its own. */
function openedBefore(text: string, start: number, groupEnd: number, isGrouped: boolean): number {
  const pair = BRACKETS.indexOf(text.charAt(start - 1) || ' ');
  if (!isGrouped || pair < 0 || pair % 2 === 1) return start;
  if (text.charAt(groupEnd) !== BRACKETS.charAt(pair + 1)) return start;
  return BRACKETS.includes(text.charAt(groupEnd + 1) || ' ') ? start : start - 1;
}

/** Behind the signs that enclose the last digit: `8\ufe0f\u20e3`. */
function enclosedTo(text: string, end: number): number {
  const at = text.charCodeAt(end) === 0xfe0f ? end + 1 : end;
  return text.charCodeAt(at) === 0x20e3 ? at + 1 : end;
}

function neighbour(gap: number, digits: number): Neighbour {
  return { gap, digits };
}
