import type { Budget } from './budget.ts';
import {
  CHAR_CLASS,
  type CharTable,
  CLUSTER_LIMIT,
  DIGIT_LIMIT,
  digitOfClass,
  isCheckLetter,
} from './char-table.ts';
import { DigitGroups, GAP, GROUP_CAPACITY, MAX_GAP_LENGTH, widenGap } from './digit-groups.ts';
import type { DigitPlan } from './digit-plan.ts';

/**
 * Takes the groups of a cluster, or as much of it as is in sight. `final` = the cluster ends here. Returns
 * how many groups from the front it is done with.
 */
export type GroupsHandler = (groups: DigitGroups, final: boolean) => number;

/**
 * The one walk over the text, for all detectors.
 *
 * A number of n digits, however it is separated, covers at least n units that are digits, separators or
 * invisible: so it is enough to look at every n-th unit, and to look around only where that unit
 * could belong to a number (design: `scan.design.md`). Linear: every unit is walked over at most three times.
 */
export function scanDigitClusters(
  table: CharTable,
  plan: DigitPlan,
  text: string,
  length: number,
  budget: Budget,
  handle: GroupsHandler,
  /** Scratch; several KB, so an engine keeps one for all its scans. */
  groups = new DigitGroups(),
): void {
  const stride = plan.minDigits;
  const { classes } = table;
  const walker = new ClusterWalker({ table, text, length, minDigits: stride, handle, groups });
  let floor = 0;
  let probe = stride - 1;
  while (probe < length) {
    if ((classes[text.charCodeAt(probe)] ?? 0) >= CLUSTER_LIMIT) {
      probe += stride;
      continue;
    }
    let start = probe;
    while (start > floor && (classes[text.charCodeAt(start - 1)] ?? 0) < CLUSTER_LIMIT) start--;
    const end = walker.walk(start);
    // The probes that found nothing since `floor` are part of the distance.
    if (!budget.spend(end - start + 1)) return;
    floor = end;
    probe = end + stride;
  }
}

/** Two spaces set columns apart, one sets groups apart. */
function gapKind(style: number, gap: number, gapLength: number): number {
  if (style !== -1) return GAP.TOUCH;
  return gap === CHAR_CLASS.SPACE && gapLength > 1 ? CHAR_CLASS.CELL : gap;
}

/** Lead of a group that is the check letter alone: no digit. */
const NO_LEAD = 10;

interface WalkerOptions {
  readonly table: CharTable;
  readonly text: string;
  readonly length: number;
  readonly minDigits: number;
  readonly handle: GroupsHandler;
  readonly groups: DigitGroups;
}

/** Cuts a region of digits, separators and invisible characters into clusters of groups. */
class ClusterWalker {
  readonly #groups: DigitGroups;
  readonly #table: CharTable;
  readonly #text: string;
  readonly #length: number;
  readonly #minDigits: number;
  readonly #handle: GroupsHandler;
  /** Digits of the cluster so far. */
  #digits = 0;

  constructor({ table, text, length, minDigits, handle, groups }: WalkerOptions) {
    this.#table = table;
    this.#text = text;
    this.#length = length;
    this.#minDigits = minDigits;
    this.#handle = handle;
    this.#groups = groups;
    groups.clear();
  }

  /** Returns where the region ends. Tables of numbers are walked through here: a branch more shows. */
  walk(start: number): number {
    const { classes } = this.#table;
    const text = this.#text;
    const end = this.#length;
    let gap: number = GAP.NONE;
    let gapLength = 0;
    /** Of the group that the next digit would extend: 0 plain, 1 enclosed, 2 Chinese, −1 there is none. */
    let style = -1;
    let index = start;
    let kind = index < end ? (classes[text.charCodeAt(index)] ?? 0) : CHAR_CLASS.OTHER;
    while (kind < CLUSTER_LIMIT) {
      const from = index++;
      let lead = kind;
      if (lead === CHAR_CLASS.SURROGATE) {
        lead = this.#table.classOfPair(text, from);
        if ((text.codePointAt(from) ?? 0) > 0xffff) index++;
      }
      kind = index < end ? (classes[text.charCodeAt(index)] ?? 0) : CHAR_CLASS.OTHER;
      if (lead < CHAR_CLASS.ENCLOSED) {
        // The bulk of all digits: a run of plain ones in the basic plane.
        const second = index;
        while (kind < CHAR_CLASS.ENCLOSED)
          kind = ++index < end ? (classes[text.charCodeAt(index)] ?? 0) : CHAR_CLASS.OTHER;
        const count = 1 + index - second;
        if (style === 0) this.#extendGroup(index, count);
        else this.#addGroup(from, index, count, gapKind(style, gap, gapLength), lead);
        style = 0;
        gap = GAP.NONE;
        gapLength = 0;
      } else if (lead < DIGIT_LIMIT) {
        const nextStyle = Math.trunc(lead / 10);
        if (nextStyle === style) this.#extendGroup(index, 1);
        else this.#addGroup(from, index, 1, gapKind(style, gap, gapLength), digitOfClass(lead));
        style = nextStyle;
        gap = GAP.NONE;
        gapLength = 0;
      } else if (lead !== CHAR_CLASS.SKIP) {
        style = -1;
        gap = gap === GAP.NONE ? lead : widenGap(gap, lead);
        if (++gapLength > MAX_GAP_LENGTH || lead === CHAR_CLASS.OTHER) {
          this.#closeCluster();
          gap = GAP.NONE;
        }
      }
    }
    this.#addCheckLetter(index, gap, style === -1);
    this.#closeCluster();
    return index;
  }

  #addGroup(start: number, end: number, digits: number, gap: number, lead: number): void {
    const groups = this.#groups;
    if (groups.count === GROUP_CAPACITY) groups.dropBefore(this.#handle(groups, false));
    const index = groups.count++;
    groups.starts[index] = start;
    groups.ends[index] = end;
    groups.lengths[index] = digits;
    groups.gaps[index] = index === 0 ? GAP.NONE : gap;
    groups.leads[index] = lead;
    this.#digits += digits;
  }

  #extendGroup(end: number, digits: number): void {
    const groups = this.#groups;
    const index = groups.count - 1;
    groups.ends[index] = end;
    groups.lengths[index] = groups.length(index) + digits;
    this.#digits += digits;
  }

  /** X right behind the digits, or behind the gap that separates them; not as the start of a word. */
  #addCheckLetter(index: number, gap: number, separated: boolean): void {
    if (this.#groups.count === 0 || index >= this.#length) return;
    if (!isCheckLetter(this.#text.charCodeAt(index))) return;
    const next = index + 1 < this.#length ? this.#text.charCodeAt(index + 1) : 0x20;
    const kind = this.#table.classes[next] ?? CHAR_CLASS.OTHER;
    if (kind === CHAR_CLASS.LETTER || kind < DIGIT_LIMIT) return;
    if (separated) this.#addGroup(index, index + 1, 1, gap, NO_LEAD);
    else this.#extendGroup(index + 1, 1);
    this.#groups.endsInLetter = true;
  }

  #closeCluster(): void {
    const groups = this.#groups;
    const isLong = this.#digits >= this.#minDigits || !groups.fromStart;
    if (groups.count > 0 && isLong) this.#handle(groups, true);
    groups.clear();
    this.#digits = 0;
  }
}
