import type { CandidateForm } from './candidate.ts';
import { CHAR_CLASS } from './char-table.ts';
import type { DigitWant } from './detector.ts';
import { type DigitGroups, GAP } from './digit-groups.ts';

/** Points of a form. A usual grouping or none says nothing; the others look less like a number somebody wrote. */
const FORM_POINTS = {
  irregular: -0.3,
  /** Three or more groups as on the card or in the phone book, and nothing else near by. */
  usual: 0.05,
  /** `138-0013 8000`: nobody changes the separator inside one number, except to hide it. */
  mixedGaps: -0.05,
  /** A comma, a cell or a line break separates numbers; it rarely stands inside one. */
  listGaps: -0.15,
  /** The grouping goes on before or behind: a row of a table, not a number. */
  insideRow: -0.4,
} as const;

/** A gap that separates the items of a list, a row or a text. */
export function isListGap(gap: number): boolean {
  return gap === CHAR_CLASS.COMMA || gap === CHAR_CLASS.CELL || gap === CHAR_CLASS.NEWLINE;
}

/** The kind of all gaps of a window; `GAP.MIXED` when they differ. */
export function innerGap(groups: DigitGroups, first: number, last: number): number {
  if (first === last) return GAP.NONE;
  return groups.isUniform(first, last) ? groups.gap(first + 1) : GAP.MIXED;
}

/** True when the cluster's last group is something of its own behind the number, an extension. */
export function hasTail(groups: DigitGroups, last: number, { tails }: DigitWant): boolean {
  if (!tails || last !== groups.count - 2 || !tails.includes(groups.length(last + 1))) return false;
  const gap = groups.gap(last + 1);
  return gap === CHAR_CLASS.DASH || gap === CHAR_CLASS.SPACE || gap === CHAR_CLASS.BRACKET;
}

/** Points of a window that is one group or a usual grouping. */
export function shapedPoints(
  groups: DigitGroups,
  first: number,
  last: number,
  prefixed: boolean,
  want: DigitWant,
): number {
  if (first === last) return want.wholePoints ?? 0;
  const gap = innerGap(groups, first, last);
  const goesOnBefore = first > 0 && !prefixed && groups.gap(first) === gap;
  const goesOnBehind =
    last + 1 < groups.count && groups.gap(last + 1) === gap && !hasTail(groups, last, want);
  let points: number = goesOnBefore || goesOnBehind ? FORM_POINTS.insideRow : 0;
  if (gap === GAP.MIXED) points += FORM_POINTS.mixedGaps;
  if (isListGap(gap)) points += FORM_POINTS.listGaps;
  const isAlone = first === (prefixed ? 1 : 0) && groups.fromStart && last === groups.count - 1;
  return points === 0 && isAlone && last - first >= 2 ? FORM_POINTS.usual : points;
}

/** Points of a window that is a whole run of groups, in no usual grouping. */
export function runPoints(
  groups: DigitGroups,
  first: number,
  last: number,
  form: CandidateForm,
  irregularPoints: number | undefined,
): number {
  // A row of single digits as long as a number is no accident; anything else is a grouping nobody uses.
  const gap = innerGap(groups, first, last);
  // A line may break anywhere, once.
  const isWrapped = gap === CHAR_CLASS.NEWLINE && last === first + 1;
  const isIrregular = form === 'irregular' && !isWrapped;
  let points = isIrregular ? (irregularPoints ?? FORM_POINTS.irregular) : 0;
  if (gap === GAP.MIXED) points += FORM_POINTS.mixedGaps;
  if (isListGap(gap)) points += FORM_POINTS.listGaps;
  return points;
}
