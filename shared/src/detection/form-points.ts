import type { CandidateForm } from './candidate.ts';
import { CHAR_CLASS } from './char-table.ts';
import type { DigitWant } from './detector.ts';
import { type DigitGroups, GAP } from './digit-groups.ts';
import { isDateAt, isDecimals, isOctal } from './lists-of-numbers.ts';

/** A run of groups that may be one number. */
export interface GroupWindow {
  readonly groups: DigitGroups;
  readonly first: number;
  readonly last: number;
  /** True when a country code stands in the group before. */
  readonly prefixed: boolean;
  readonly want: DigitWant;
}

/** Points of a form. A usual grouping or none says nothing; the others look less like a number somebody wrote. */
const FORM_POINTS = {
  irregular: -0.3,
  /** The same with nothing else near by, where few numbers pass the checks by chance. */
  irregularAlone: -0.1,
  /** Three or more groups as on the card or in the phone book, and nothing else near by. */
  usual: 0.05,
  /** `138-0013 8000`: nobody changes the separator inside one number, except to hide it. */
  mixedGaps: -0.05,
  /** A comma, a cell or a line break separates numbers; it rarely stands inside one. */
  listGaps: -0.15,
  listGapsAlone: -0.05,
  /** The pieces stand in cells or lines of a table with more numbers. */
  acrossCells: -0.4,
  /** A row of single digits with more numbers around it: a table of digits. */
  digitsInTable: -0.2,
  /** The grouping goes on before or behind: a row of a table, not a number. */
  insideRow: -0.4,
  /** `192.168.100.12` */
  address: -0.7,
  /** `1-800-629-0689`: as North America writes its numbers. */
  foreign: -0.5,
} as const;

/** Separators that stand alone where people mean them; a comma has a space behind it, a cell blanks around. */
const SIGNS: ReadonlySet<number> = new Set([
  CHAR_CLASS.DASH,
  CHAR_CLASS.DOT,
  CHAR_CLASS.SLASH,
  CHAR_CLASS.BRACKET,
  GAP.MIXED,
]);

const MAX_ROW_GROUP = 10;
/** Of an issuer's range together with a check digit. */
const TELLING_SPECIFICITY = 0.35;
/** Gaps of a number, and kinds of them, that nobody writes without intent. */
const DELIBERATE_GAPS = 4;
const DELIBERATE_KINDS = 3;
/** More pairs than these are no lottery. */
const MAX_PAIRS = 7;
/** Line breaks inside one number. */
const MAX_BREAKS = 4;

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
  if (!tails || last > groups.count - 2 || !tails.includes(groups.length(last + 1))) return false;
  const gap = groups.gap(last + 1);
  // `0755-20237217-8012 020-58089772`: the next number begins behind another separator.
  if (last < groups.count - 2 && (gap !== CHAR_CLASS.DASH || groups.gap(last + 2) === gap))
    return false;
  return gap === CHAR_CLASS.DASH || gap === CHAR_CLASS.SPACE || gap === CHAR_CLASS.BRACKET;
}

/** True when no other digits stand in the cluster. */
function isAlone({ groups, first, last, prefixed }: GroupWindow): boolean {
  return first === (prefixed ? 1 : 0) && groups.fromStart && last === groups.count - 1;
}

/** A group of a row; a longer one is a number of its own. */
function isShort(groups: DigitGroups, index: number): boolean {
  return groups.length(index) <= MAX_ROW_GROUP;
}

/** True when the groups before or behind go on in the same manner. */
export function isInsideRow({ groups, first, last, prefixed, want }: GroupWindow): boolean {
  if (first === last) return false;
  const gap = innerGap(groups, first, last);
  if (first > 0 && !prefixed && groups.gap(first) === gap && isShort(groups, first - 1))
    return true;
  const goesOn = last + 1 < groups.count && groups.gap(last + 1) === gap;
  return goesOn && isShort(groups, last + 1) && !hasTail(groups, last, want);
}

function isAcrossCells({ groups, first, last }: GroupWindow): boolean {
  for (let index = first + 1; index <= last; index++) {
    const gap = groups.gap(index);
    if (gap === CHAR_CLASS.CELL || gap === CHAR_CLASS.NEWLINE) return true;
  }
  return false;
}

/** What separators between the items of a list say when they stand inside one number. */
function listPoints(window: GroupWindow, gap: number): number {
  // `199⇥20220713`: two cells are no number, unless a label says so.
  const isPair = window.last - window.first === 1 && gap !== CHAR_CLASS.NEWLINE;
  if (isAlone(window) && !isPair) return isListGap(gap) ? FORM_POINTS.listGapsAlone : 0;
  if (isAcrossCells(window)) return FORM_POINTS.acrossCells;
  return isListGap(gap) ? FORM_POINTS.listGaps : 0;
}

/** Points of a window that is one group or a usual grouping. */
export function shapedPoints(window: GroupWindow): number {
  const { groups, first, last, want } = window;
  if (first === last) return want.wholePoints ?? 0;
  const alone = isAlone(window);
  const gap = innerGap(groups, first, last);
  let points: number = isInsideRow(window) ? FORM_POINTS.insideRow : 0;
  // `44767115.96450998`; fixed lines are written `021.62345678`.
  if (gap === CHAR_CLASS.DOT && last === first + 1 && !groups.opensWithZero(first))
    points += FORM_POINTS.irregular;
  if (gap === GAP.MIXED) points += FORM_POINTS.mixedGaps;
  points += listPoints(window, gap);
  return points === 0 && alone && last - first >= 2 ? FORM_POINTS.usual : points;
}

/** Points of a window that is a whole run of groups, in no usual grouping. */
export function runPoints(
  window: GroupWindow,
  form: CandidateForm,
  { irregularPoints }: DigitWant,
  specificity: number,
): number {
  const { groups, first, last } = window;
  const gap = innerGap(groups, first, last);
  const alone = isAlone(window);
  // A row of single digits as long as a number is no accident.
  if (form === 'separated') return alone || !isListGap(gap) ? 0 : FORM_POINTS.digitsInTable;
  if (gap === GAP.TOUCH) return 0;
  // Has points of its own, as the evasion it may be.
  if (isThousands(window)) return 0;
  if (isAddress(window, gap)) return FORM_POINTS.address;
  if (isNorthAmerican(window)) return FORM_POINTS.foreign;
  const list = listPoints(window, gap);
  // A line may break anywhere, in a number that stands alone more than once.
  const breaks = last - first;
  if (gap === CHAR_CLASS.NEWLINE && breaks <= (alone ? MAX_BREAKS : 1)) return list;
  if (alone && !isRowOfPairs(window) && isDeliberate(window)) return 0;
  if (alone && !isListGap(gap) && specificity >= TELLING_SPECIFICITY)
    return FORM_POINTS.irregularAlone;
  const points = irregularPoints ?? FORM_POINTS.irregular;
  return points + list;
}

/** `13,800,138,000`: an amount, unless a label says otherwise. */
export function isThousands({ groups, first, last }: GroupWindow): boolean {
  if (last === first || groups.length(first) > 3) return false;
  for (let index = first + 1; index <= last; index++)
    if (groups.length(index) !== 3 || groups.gap(index) !== CHAR_CLASS.COMMA) return false;
  return true;
}

/** Numbers of up to three digits with dots between: an IPv4 address, or a version. 021 and 325 are in neither. */
function isAddress({ groups, first, last }: GroupWindow, gap: number): boolean {
  if (gap !== CHAR_CLASS.DOT || last - first < 2 || last - first > 4) return false;
  for (let index = first; index <= last; index++) {
    const length = groups.length(index);
    if (length > 3 || (length > 1 && groups.opensWithZero(index))) return false;
    if (length === 3 && (groups.leads[index] ?? 0) > 2) return false;
  }
  return true;
}

function isNorthAmerican({ groups, first, last }: GroupWindow): boolean {
  const lengths = [1, 3, 3, 4];
  return last - first === 3 && lengths.every((length, at) => groups.length(first + at) === length);
}

/** `05 15 25 09 23 04`: numbers of a lottery, hours, a row of counts. */
function isRowOfPairs({ groups, first, last }: GroupWindow): boolean {
  if (last - first >= MAX_PAIRS) return false;
  for (let index = first; index <= last; index++) if (groups.length(index) !== 2) return false;
  return true;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * No list of numbers: a group opens with a zero, or the separators are repeated, or many of many kinds; but no dates,
 * decimals or octal codes either.
 */
function isDeliberate(window: GroupWindow): boolean {
  const { groups, first, last } = window;
  if (isDecimals(window)) return false;
  let signs = 0;
  let points = 0;
  let lists = 0;
  let kinds = 0;
  for (let index = first; index <= last; index++) {
    if (isDateAt(window, index)) return false;
    if (index === first) continue;
    const gap = groups.gap(index);
    kinds |= 1 << (gap & 31);
    if (gap === CHAR_CLASS.DOT) points++;
    if (isListGap(gap)) lists++;
    if (groups.length(index) > 1 && groups.opensWithZero(index)) signs++;
    if (groups.start(index) - groups.end(index - 1) > 1 && SIGNS.has(gap)) signs++;
  }
  if (last - first >= DELIBERATE_GAPS && countBits(kinds) >= DELIBERATE_KINDS) return true;
  // Cells, lines or items with a decimal among them.
  if (points > 0 && lists > 0) return false;
  return signs > 0 && !isOctal(window);
}
