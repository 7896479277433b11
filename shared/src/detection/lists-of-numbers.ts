import { CHAR_CLASS } from './char-table.ts';
import type { DigitGroups } from './digit-groups.ts';

/** Groups `first` to `last`, both included. */
export interface GroupRange {
  readonly groups: DigitGroups;
  readonly first: number;
  readonly last: number;
}

/** `2302585.092994046`, `184.057 480.37`: pairs with a point, and other signs between the pairs. */
export function isDecimals({ groups, first, last }: GroupRange): boolean {
  if ((last - first) % 2 === 0) return false;
  for (let index = first + 1; index <= last; index++) {
    const isInner = (index - first) % 2 === 1;
    if (isInner !== (groups.gap(index) === CHAR_CLASS.DOT)) return false;
  }
  return true;
}

/** `2019-04-28`, `2019/4`, `28.04.2019`: told by the lengths and first digits, for a version or other dates stand beside it. */
export function isDateAt({ groups, first, last }: GroupRange, year: number): boolean {
  const lead = groups.leads[year];
  if (groups.length(year) !== 4 || (lead !== 1 && lead !== 2)) return false;
  const isPart = (index: number, gap: number): boolean =>
    index >= first &&
    index <= last &&
    groups.length(index) === 2 &&
    (groups.leads[index] ?? 9) <= 3 &&
    groups.gap(gap) !== CHAR_CLASS.SPACE;
  const [next, before] = [groups.gap(year + 1), groups.gap(year)];
  // Year first; the whole is more than its three parts, or a number in dashes would be one.
  if (isPart(year + 1, year + 1) && (groups.leads[year + 1] ?? 9) <= 1) {
    const isFull = isPart(year + 2, year + 2) && groups.gap(year + 2) === next;
    const isEnd = year + 1 === last || groups.gap(year + 2) !== next;
    // `1.3.0 - 2016-03-01`: the wider gap parts what the narrow ones join.
    const isApart = before !== next || gapWidth(groups, year) !== gapWidth(groups, year + 1);
    if (isFull || isEnd) return year === first || isApart;
  }
  const isDayFirst = isPart(year - 1, year) && isPart(year - 2, year - 1);
  return isDayFirst && groups.gap(year - 1) === before && year - 2 > first;
}

/** `\041-\071\073`: three digits each. */
export function isOctal({ groups, first, last }: GroupRange): boolean {
  for (let index = first; index <= last; index++)
    if (groups.length(index) !== 3 || (groups.leads[index] ?? 9) > 3) return false;
  return true;
}

function gapWidth(groups: DigitGroups, index: number): number {
  return groups.start(index) - groups.end(index - 1);
}
