import type { Candidate, CandidateForm, Neighbour } from './candidate.ts';
import { CHAR_CLASS, type CharTable } from './char-table.ts';
import { type Detector, isRefused, type Reading, type Validation } from './detector.ts';
import type { DigitGroups } from './digit-groups.ts';
import type { DigitPlan, PlannedWant } from './digit-plan.ts';
import type { Evasion } from '../contracts/vocabulary.ts';
import { findCodes } from './find-codes.ts';
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
import { type DigitReading, readDigits, startAfterDigits } from './read-digits.ts';
import type { GroupsHandler } from './scan.ts';

/** Takes what the finder finds. */
export interface CandidateSink {
  /** False = no label of any identifier that counts with its label only stands near. */
  isLabelNear(start: number, end: number): boolean;
  candidate(candidate: Candidate): void;
  code(detector: Detector, reading: Reading): void;
}

/** Makes the handler that turns groups of digits into candidates of the detectors that want such groups. */
export function createCandidateFinder(
  table: CharTable,
  plan: DigitPlan,
  text: string,
  sink: CandidateSink,
): GroupsHandler {
  const finder = new CandidateFinder(table, plan, text, sink);
  return (groups, final) => finder.take(groups, final);
}

class CandidateFinder {
  readonly #table: CharTable;
  readonly #plan: DigitPlan;
  readonly #text: string;
  readonly #sink: CandidateSink;

  constructor(table: CharTable, plan: DigitPlan, text: string, sink: CandidateSink) {
    this.#table = table;
    this.#plan = plan;
    this.#text = text;
    this.#sink = sink;
  }

  take(groups: DigitGroups, final: boolean): number {
    // Groups that could still grow to the right stay in sight, and one before them as their neighbour.
    const limit = final ? groups.count : groups.count - this.#plan.maxDigits - 1;
    const isSmall = final && groups.fromStart && this.#isSmall(groups);
    const { lengths, count } = groups;
    const { byLength, maxDigits } = this.#plan;
    for (let first = groups.fromStart ? 0 : 1; first < limit; first++) {
      const length = lengths[first] ?? 0;
      if (length > maxDigits || !this.#mayOpen(groups, first)) continue;
      const wants = byLength[length];
      if (wants && wants.length > 0) this.#offer(groups, first, first, wants, 'whole');
      if (first + 1 < count && this.#mayOpenWindow(groups, first, isSmall))
        this.#openWindows(groups, first, isSmall);
    }
    const from = groups.fromStart ? 0 : 1;
    findCodes(
      { table: this.#table, plan: this.#plan, text: this.#text },
      groups,
      from,
      limit,
      this.#sink,
    );
    return Math.max(limit - 1, 0);
  }

  /** False = no number starts with these two digits. */
  #mayOpen(groups: DigitGroups, first: number): boolean {
    const opening = this.#openingAt(groups.start(first), groups.leads[first] ?? 0);
    return opening < 0 || this.#plan.openings[opening] === 1;
  }

  /** Spares most groups of a table the closer look: they open no shape and no run that has the digits of a number. */
  #mayOpenWindow(groups: DigitGroups, first: number, clusterIsSmall: boolean): boolean {
    const { lengths, gaps, count } = groups;
    const second = first + 1;
    const length = lengths[first] ?? 0;
    const nextLength = lengths[second] ?? 0;
    if (((this.#plan.shapeStarts[length] ?? 0) & (1 << nextLength)) !== 0) return true;
    const opens = first === 0 && groups.fromStart;
    if (opens && clusterIsSmall) return true;
    if (length === 1 && nextLength === 1 && (opens || lengths[first - 1] !== 1)) return true;
    const kind = gaps[second];
    if (!opens && gaps[first] === kind) return false;
    if (second + 1 < count && gaps[second + 1] === kind) return true;
    const wants = this.#plan.byLength[length + nextLength];
    return wants !== undefined && wants.length > 0;
  }

  /** True when the whole cluster has no more digits than a number. */
  #isSmall(groups: DigitGroups): boolean {
    let total = 0;
    for (let index = 0; index < groups.count && total <= this.#plan.maxDigits; index++)
      total += groups.length(index);
    return total <= this.#plan.maxDigits;
  }

  /**
   * All windows that start at the group `first`. Constant work for each group behind it, and a window has at most as
   * many groups as a number has digits.
   */
  #openWindows(groups: DigitGroups, first: number, clusterIsSmall: boolean): void {
    const { byLength, byShape, shapeStarts, shapePrefixes, maxDigits } = this.#plan;
    const { lengths, gaps, count } = groups;
    let total = lengths[first] ?? 0;
    const second = first + 1;
    const opens = first === 0 && groups.fromStart;
    const kind = gaps[second] ?? 0;
    // Which kinds of windows are still possible; the loop ends with the last of them.
    let inShapes = ((shapeStarts[total] ?? 0) & (1 << (lengths[second] ?? 0))) !== 0;
    let uniform = opens || (first > 0 && gaps[first] !== kind);
    let single = total === 1 && (opens || (first > 0 && lengths[first - 1] !== 1));
    const cluster = opens && clusterIsSmall;
    let code = total;
    for (let last = second; last < count; last++) {
      const length = lengths[last] ?? 0;
      total += length;
      code = code * 32 + length;
      inShapes &&= last === second || shapePrefixes.has(code);
      uniform &&= gaps[last] === kind;
      single &&= length === 1;
      if (total > maxDigits || !(inShapes || uniform || single || cluster)) return;
      const wants = byLength[total] ?? [];
      if (wants.length === 0) continue;
      const isEnd = last === count - 1;
      const shaped = inShapes ? byShape.get(code) : undefined;
      if (shaped) this.#offer(groups, first, last, shaped, 'grouped');
      const isRun = uniform && (isEnd || gaps[last + 1] !== kind);
      const isDigitRun = single && (isEnd || lengths[last + 1] !== 1);
      if (!isRun && !isDigitRun && !(cluster && isEnd)) continue;
      const others = shaped ? wants.filter((planned) => !shaped.includes(planned)) : wants;
      this.#offer(groups, first, last, others, single ? 'separated' : 'irregular');
    }
  }

  #offer(
    groups: DigitGroups,
    first: number,
    last: number,
    wants: readonly PlannedWant[],
    form: CandidateForm,
  ): void {
    const lead = groups.leads[first] ?? 0;
    const letter = groups.endsInLetter && last === groups.count - 1;
    const start = groups.start(first);
    const opening = this.#openingAt(start, lead);
    let reading: DigitReading | null = null;
    for (const planned of wants) {
      const { detector, want, prefix, leadMask, openings } = planned;
      if ((leadMask & (1 << lead)) === 0 || (letter && !want.checkLetter)) continue;
      if (want.needsPrefix && prefix === '' && first === 0) continue;
      if (openings && opening >= 0 && openings[opening] === 0) continue;
      if (want.needsLabel && !this.#sink.isLabelNear(start, groups.end(last))) continue;
      reading ??= readDigits(this.#table, this.#text, start, groups.end(last), letter);
      const { digits } = reading;
      if (!digits.startsWith(prefix) || !want.leads.includes(digits.charAt(prefix.length)))
        continue;
      const value = digits.slice(prefix.length);
      const validation = detector.validate(value);
      if (!isRefused(validation))
        this.#emit({ groups, first, last }, planned, form, reading, validation);
    }
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
    // Behind a prefix of its own, or in one run with it: 86 somewhere in a row of numbers is no country code.
    if (want.needsPrefix && (prefix === '' ? !outer : form !== 'whole')) return;
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

  /** Value of the first two digits where they are plain and touch; −1 = not known yet. */
  #openingAt(start: number, lead: number): number {
    const second = this.#table.classes[this.#text.charCodeAt(start + 1)] ?? CHAR_CLASS.OTHER;
    return second < CHAR_CLASS.ENCLOSED ? lead * 10 + second : -1;
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
