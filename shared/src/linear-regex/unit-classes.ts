import {
  type Alias,
  ALPHANUMERIC,
  has,
  LAST_UNIT,
  LINE_BREAKS,
  type UnitSet,
  WORD,
} from './unit-set.ts';

/** What assertions ask of a unit, as bits. The edge of the text is a line break. */
export const TRAIT = { WORD: 1, CODE: 2, BREAK: 4 } as const;
/** Number of combinations of traits. */
export const TRAITS = 8;

/** The class of units that are as good as not there: zero-width characters. */
export const SKIPPED = 0;

/** Units that no pattern tells apart share a class. */
export interface UnitClasses {
  readonly count: number;
  /** `page[unit >> 8] << 8 | unit & 255` leads to the class in `classes`. */
  readonly page: Uint8Array;
  readonly classes: Uint8Array;
  /** Bits of `TRAIT` of each class. */
  readonly traits: Uint8Array;
  /** A unit of each class. */
  readonly samples: Uint16Array;
}

const MAX_CLASSES = 255;

/** Null when the sets tell more than 255 classes apart. */
export function classifyUnits(
  sets: readonly UnitSet[],
  aliases: readonly Alias[],
  skipped: UnitSet,
): UnitClasses | null {
  const all = [...sets, ALPHANUMERIC, WORD, LINE_BREAKS];
  const cuts = new Set<number>([0, LAST_UNIT + 1]);
  for (const set of all) for (const [from, to] of set) cuts.add(from).add(to + 1);
  const ordered = Uint32Array.from(cuts).sort();
  const members = membersOf(all, ordered);
  const unitClass = new Uint8Array(LAST_UNIT + 1);
  const byMembers = new Map<string, number>();
  const samples: number[] = [0];
  for (let index = 0; index + 1 < ordered.length; index++) {
    const from = ordered[index] ?? 0;
    const key = members[index] ?? '';
    const known = byMembers.get(key) ?? samples.push(from) - 1;
    byMembers.set(key, known);
    if (known > MAX_CLASSES) return null;
    unitClass.fill(known, from, ordered[index + 1]);
  }
  for (const { from, count, reads } of aliases)
    for (let index = 0; index < count; index++)
      unitClass[from + index] = unitClass[reads + index] ?? 0;
  for (const [from, to] of skipped) unitClass.fill(SKIPPED, from, to + 1);
  const traits = samples.map((unit, index) => (index === SKIPPED ? 0 : traitsOf(unit)));
  return {
    count: samples.length,
    ...paged(unitClass),
    traits: Uint8Array.from(traits),
    samples: Uint16Array.from(samples),
  };
}

/** For each interval between two cuts the sets it belongs to. */
function membersOf(sets: readonly UnitSet[], cuts: Uint32Array): string[] {
  const index = new Map<number, number>();
  for (let at = 0; at < cuts.length; at++) index.set(cuts[at] ?? 0, at);
  const members = Array.from(cuts, () => '');
  for (const [name, set] of sets.entries())
    for (const [from, to] of set)
      for (let at = index.get(from) ?? 0; (cuts[at] ?? Infinity) <= to; at++)
        members[at] = `${members[at] ?? ''},${name}`;
  return members;
}

function traitsOf(unit: number): number {
  return (
    (has(WORD, unit) ? TRAIT.WORD : 0) |
    (has(ALPHANUMERIC, unit) ? TRAIT.CODE : 0) |
    (has(LINE_BREAKS, unit) ? TRAIT.BREAK : 0)
  );
}

function isUniform(units: Uint8Array): boolean {
  const first = units[0];
  for (let index = 1; index < units.length; index++) if (units[index] !== first) return false;
  return true;
}

/** Equal pages are kept once: an automaton lives as long as its frame, and there are many of both. */
function paged(unitClass: Uint8Array): { page: Uint8Array; classes: Uint8Array } {
  const page = new Uint8Array(256);
  const known = new Map<string, number>();
  const pages: Uint8Array[] = [];
  for (let high = 0; high < 256; high++) {
    const units = unitClass.subarray(high << 8, (high + 1) << 8);
    const key = isUniform(units) ? `all ${units[0] ?? 0}` : units.join();
    const index = known.get(key) ?? pages.push(units) - 1;
    known.set(key, index);
    page[high] = index;
  }
  const classes = new Uint8Array(pages.length << 8);
  pages.forEach((units, index) => classes.set(units, index << 8));
  return { page, classes };
}
