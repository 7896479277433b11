import type { Candidate, CandidateForm } from './candidate.ts';
import { CHAR_CLASS, type CharTable } from './char-table.ts';
import type { Detector, Reading } from './detector.ts';
import type { DigitGroups } from './digit-groups.ts';
import {
  type DigitPlan,
  MAX_SHAPE_GROUPS,
  NO_WANTS,
  OPENINGS,
  type PlannedWant,
} from './digit-plan.ts';
import { type CodeSource, findCodes } from './find-codes.ts';
import { WindowJudge } from './judge-window.ts';
import type { GroupsHandler } from './scan.ts';

/** Takes what the finder finds. */
export interface CandidateSink {
  /** False = no label of any identifier that counts with its label only stands near. */
  isLabelNear(start: number, end: number): boolean;
  /** False = no such label stands in the whole text. */
  hasLabel(): boolean;
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
  readonly #judge: WindowJudge;
  readonly #source: CodeSource;

  constructor(table: CharTable, plan: DigitPlan, text: string, sink: CandidateSink) {
    this.#table = table;
    this.#plan = plan;
    this.#text = text;
    this.#sink = sink;
    this.#source = { table, plan, text };
    this.#judge = new WindowJudge(table, text, sink, new Uint8Array(plan.maxDigits + 1));
  }

  /**
   * Looks at each group a few times, whatever stands there: as a number, as the start of a shape, and where the kind of
   * the gaps changes as the start of a run. Each run is walked once.
   */
  take(groups: DigitGroups, final: boolean): number {
    const { lengths, gaps, count, fromStart } = groups;
    const { byLength, maxDigits, shapeStarts } = this.#plan;
    // Groups that could still grow to the right stay in sight, and one before them as their neighbour.
    const limit = final ? count : count - maxDigits - 1;
    const from = fromStart ? 0 : 1;
    let total = 0;
    let longest = 0;
    let gap = from === 0 ? -1 : (gaps[from] ?? 0);
    let length = lengths[from] ?? 0;
    for (let first = from; first < limit; first++) {
      const second = first + 1;
      const nextLength = second < count ? (lengths[second] ?? 0) : 0;
      const nextGap = second < count ? (gaps[second] ?? 0) : gap;
      total += length;
      if (length > longest) longest = length;
      if (length <= maxDigits) {
        if (byLength[length] !== NO_WANTS) this.#offer(groups, first, first, length, 'whole');
        if (nextLength > 0) {
          if (((shapeStarts[length] ?? 0) & (1 << nextLength)) !== 0)
            this.#openShapes(groups, first);
          if (gap !== nextGap) this.#openRun(groups, first);
          if (length === 1 && nextLength === 1 && (gap === -1 || lengths[first - 1] !== 1))
            this.#openDigits(groups, first);
        }
      }
      gap = nextGap;
      length = nextLength;
    }
    if (final && fromStart && count > 1 && total <= maxDigits) this.#takeWhole(groups, total);
    if (Math.max(total, longest) >= this.#plan.minCodeDigits)
      findCodes(this.#source, groups, from, limit, this.#sink);
    return Math.max(limit - 1, 0);
  }

  /** The usual groupings that start at the group `first`. */
  #openShapes(groups: DigitGroups, first: number): void {
    const { byShape, shapePrefixes, maxDigits } = this.#plan;
    const { lengths, count } = groups;
    let total = lengths[first] ?? 0;
    let code = total;
    for (let last = first + 1; last < count; last++) {
      const length = lengths[last] ?? 0;
      total += length;
      if (total > maxDigits) return;
      code = code * 32 + length;
      if (!shapePrefixes.has(code)) return;
      const shaped = byShape.get(code);
      if (shaped) this.#offer(groups, first, last, total, 'grouped', shaped);
    }
  }

  /** The whole run of equal gaps that starts at the group `first`. */
  #openRun(groups: DigitGroups, first: number): void {
    const { maxDigits } = this.#plan;
    const { lengths, gaps, count } = groups;
    const kind = gaps[first + 1];
    let total = lengths[first] ?? 0;
    let last = first;
    while (last + 1 < count && gaps[last + 1] === kind) {
      total += lengths[++last] ?? 0;
      if (total > maxDigits) return;
    }
    const isSingle = total === last - first + 1;
    this.#offerRun(groups, first, last, total, isSingle ? 'separated' : 'irregular');
  }

  /** The whole run of single digits that starts at the group `first`, unless it is a run of equal gaps too. */
  #openDigits(groups: DigitGroups, first: number): void {
    const { lengths, gaps, count, fromStart } = groups;
    let last = first;
    while (last + 1 < count && lengths[last + 1] === 1) {
      last++;
      if (last - first >= this.#plan.maxDigits) return;
    }
    const kind = gaps[first + 1];
    const opens = (first === 0 && fromStart) || gaps[first] !== kind;
    const ends = last + 1 === count || gaps[last + 1] !== kind;
    if (opens && ends && groups.isUniform(first, last)) return;
    this.#offerRun(groups, first, last, last - first + 1, 'separated');
  }

  /** A whole cluster with no more digits than a number, whatever stands between them. */
  #takeWhole(groups: DigitGroups, total: number): void {
    const last = groups.count - 1;
    // Taken as a run before.
    if (groups.isUniform(0, last) || total === groups.count) return;
    this.#offerRun(groups, 0, last, total, 'irregular');
  }

  /** Those who know the window as a usual grouping are asked elsewhere. */
  #offerRun(
    groups: DigitGroups,
    first: number,
    last: number,
    total: number,
    form: CandidateForm,
  ): void {
    if (this.#plan.byLength[total] === NO_WANTS) return;
    const opening = this.#openingOf(groups, first);
    const wants = this.#wantsOf(total, opening);
    if (wants.length === 0) return;
    const shaped = this.#shapedWants(groups, first, last);
    const others = shaped ? wants.filter((planned) => !shaped.includes(planned)) : wants;
    this.#judge.offer(groups, first, last, opening, others, form);
  }

  #shapedWants(
    groups: DigitGroups,
    first: number,
    last: number,
  ): readonly PlannedWant[] | undefined {
    if (last - first >= MAX_SHAPE_GROUPS) return undefined;
    let code = 0;
    for (let at = first; at <= last; at++) code = code * 32 + groups.length(at);
    return this.#plan.byShape.get(code);
  }

  #offer(
    groups: DigitGroups,
    first: number,
    last: number,
    total: number,
    form: CandidateForm,
    shaped?: readonly PlannedWant[],
  ): void {
    const opening = this.#openingOf(groups, first);
    const wants = this.#wantsOf(total, opening);
    if (wants.length > 0) this.#judge.offer(groups, first, last, opening, shaped ?? wants, form);
  }

  /** Those that want a number of so many digits with such an opening: none for most of a table of numbers. */
  #wantsOf(total: number, opening: number): readonly PlannedWant[] {
    const { byOpening, byLength } = this.#plan;
    const wants = opening < 0 ? byLength[total] : byOpening[total * OPENINGS + opening];
    return wants ?? NO_WANTS;
  }

  /** Value of the first two digits where they are plain and touch; −1 = not known yet. */
  #openingOf(groups: DigitGroups, first: number): number {
    const unit = this.#text.charCodeAt((groups.starts[first] ?? 0) + 1);
    const second = this.#table.classes[unit] ?? CHAR_CLASS.OTHER;
    return second < CHAR_CLASS.ENCLOSED ? (groups.leads[first] ?? 0) * 10 + second : -1;
  }
}
