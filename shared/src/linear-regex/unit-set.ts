/** A set of UTF-16 code units: ascending inclusive ranges that neither touch nor overlap. */
export type UnitSet = readonly (readonly [from: number, to: number])[];

export const LAST_UNIT = 0xffff;

export function setOf(...ranges: readonly (readonly [number, number])[]): UnitSet {
  const ordered = [...ranges].sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of ordered) {
    const last = merged.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

export function union(...sets: readonly UnitSet[]): UnitSet {
  return setOf(...sets.flat());
}

export function negate(set: UnitSet): UnitSet {
  const rest: [number, number][] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) rest.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= LAST_UNIT) rest.push([next, LAST_UNIT]);
  return rest;
}

export function has(set: UnitSet, unit: number): boolean {
  return set.some(([from, to]) => from <= unit && unit <= to);
}

/** True when every unit of `inner` is in `outer`. */
export function covers(outer: UnitSet, inner: UnitSet): boolean {
  return inner.every(([from, to]) => outer.some(([low, high]) => low <= from && to <= high));
}

const CASE_DISTANCE = 32;

function shifted(set: UnitSet, from: number, to: number, by: number): UnitSet {
  return set.flatMap(([low, high]): (readonly [number, number])[] => {
    const first = Math.max(low, from);
    const last = Math.min(high, to);
    return first <= last ? [[first + by, last + by]] : [];
  });
}

/** With the other case of its ASCII letters. */
export function ignoreCase(set: UnitSet): UnitSet {
  return union(
    set,
    shifted(set, 0x41, 0x5a, CASE_DISTANCE),
    shifted(set, 0x61, 0x7a, -CASE_DISTANCE),
  );
}

/** With the units that `aliases` read its members' other forms as: a pattern may be written full-width itself. */
export function withAliases(set: UnitSet, aliases: readonly Alias[]): UnitSet {
  return union(
    set,
    ...aliases.map(({ from, count, reads }) => shifted(set, from, from + count - 1, reads - from)),
  );
}

/** With the units that read as its members. */
export function withForms(set: UnitSet, aliases: readonly Alias[]): UnitSet {
  return union(
    set,
    ...aliases.map(({ from, count, reads }) =>
      shifted(set, reads, reads + count - 1, from - reads),
    ),
  );
}

/** `count` units from `from` on read as those from `reads` on: full-width forms, digits of other scripts. */
export interface Alias {
  readonly from: number;
  readonly count: number;
  readonly reads: number;
}

export const DIGITS: UnitSet = [[0x30, 0x39]];
export const ALPHANUMERIC: UnitSet = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
];
export const WORD: UnitSet = union(ALPHANUMERIC, [[0x5f, 0x5f]]);
export const LINE_BREAKS: UnitSet = [
  [0x0a, 0x0a],
  [0x0d, 0x0d],
  [0x2028, 0x2029],
];
/** White space of ECMA-262. */
export const SPACES: UnitSet = setOf(
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
);
/** Unified ideographs of the basic plane. */
export const HAN: UnitSet = [
  [0x3007, 0x3007],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
];
