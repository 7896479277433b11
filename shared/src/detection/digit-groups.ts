import { CHAR_CLASS } from './char-table.ts';

/** Separators between two groups: a class of `CHAR_CLASS` from SPACE to BRACKET, or one of these. */
export const GAP = {
  NONE: 0,
  /** Different classes of separators in one gap. */
  MIXED: 50,
  /** No separator: digits of different kinds side by side, plain and circled or Chinese. */
  TOUCH: 51,
} as const;

/** Separators between two groups of one number, at most. Invisible characters do not count. */
export const MAX_GAP_LENGTH = 6;

/** Groups in sight at once; far more than the digits of any number, so that work stays linear. */
export const GROUP_CAPACITY = 512;

/** Adds one separator to a gap. A space adds nothing to another sign; a line or cell break outweighs all. */
export function widenGap(gap: number, kind: number): number {
  if (gap === GAP.NONE || gap === kind || gap === CHAR_CLASS.SPACE) return kind;
  if (kind === CHAR_CLASS.SPACE || gap === CHAR_CLASS.NEWLINE) return gap;
  if (kind === CHAR_CLASS.NEWLINE || kind === CHAR_CLASS.CELL) return kind;
  return gap === CHAR_CLASS.CELL ? gap : GAP.MIXED;
}

/** Groups of digits that stand close enough to be one number, in order. Reused from cluster to cluster. */
export class DigitGroups {
  readonly starts = new Int32Array(GROUP_CAPACITY);
  readonly ends = new Int32Array(GROUP_CAPACITY);
  /** Digits, check letter included. */
  readonly lengths = new Int32Array(GROUP_CAPACITY);
  /** The gap before the group. */
  readonly gaps = new Uint8Array(GROUP_CAPACITY);
  /** Value of the first digit. */
  readonly leads = new Uint8Array(GROUP_CAPACITY);
  count = 0;
  /** True when the first group here is the first of its cluster. */
  fromStart = true;
  /** True when the last group ends in the check letter. */
  endsInLetter = false;

  clear(): void {
    this.count = 0;
    this.fromStart = true;
    this.endsInLetter = false;
  }

  /** Forgets the groups before `index`, which becomes 0. */
  dropBefore(index: number): void {
    for (const column of [this.starts, this.ends, this.lengths, this.gaps, this.leads])
      column.copyWithin(0, index, this.count);
    this.count -= index;
    this.fromStart &&= index === 0;
  }

  start(index: number): number {
    return this.starts[index] ?? 0;
  }

  end(index: number): number {
    return this.ends[index] ?? 0;
  }

  length(index: number): number {
    return this.lengths[index] ?? 0;
  }

  gap(index: number): number {
    return this.gaps[index] ?? 0;
  }

  opensWithZero(index: number): boolean {
    return this.leads[index] === 0;
  }

  /** True when every gap inside the window is of one kind. */
  isUniform(first: number, last: number): boolean {
    for (let index = first + 2; index <= last; index++)
      if (this.gap(index) !== this.gap(first + 1)) return false;
    return true;
  }
}
