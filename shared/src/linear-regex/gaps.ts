import { isNullable, type Node } from './syntax.ts';
import { ALPHANUMERIC, covers, DIGITS, type UnitSet } from './unit-set.ts';

/**
 * Lets units of `gap` stand beside the digits of a match and between letters written out: `KH\d{10}` also finds
 * `K H 1234-567890`. Not between letters of a class, which would take the word before: `[a-z]+\d` on `host db1`. Nothing is added
 * where the pattern itself takes other signs.
 */
export function withGaps(node: Node, gap: UnitSet): Node {
  const filler: Node = {
    kind: 'repeat',
    item: { kind: 'units', set: gap },
    min: 0,
    max: Infinity,
  };
  const widen = (inner: Node): Node => {
    switch (inner.kind) {
      case 'units':
      case 'assert':
        return inner;
      case 'choice':
        return { kind: 'choice', items: inner.items.map(widen) };
      case 'sequence':
        return { kind: 'sequence', items: joined(inner.items) };
      case 'repeat':
        break;
    }
    const item = widen(inner.item);
    if (inner.max < 2 || !joins(lastUnits([inner.item]), firstUnits([inner.item])))
      return { ...inner, item };
    // x{m,n} = x (gap x){m-1,n-1}, and all of it optional when m = 0.
    const rest: Node = {
      kind: 'repeat',
      item: { kind: 'sequence', items: [filler, item] },
      min: Math.max(inner.min - 1, 0),
      max: inner.max - 1,
    };
    const run: Node = { kind: 'sequence', items: [item, rest] };
    return inner.min > 0 ? run : { kind: 'repeat', item: run, min: 0, max: 1 };
  };
  const joined = (items: readonly Node[]): Node[] => {
    const wide: Node[] = [];
    items.forEach((item, index) => {
      const isJoint =
        index > 0 && joins(lastUnits(items.slice(0, index)), firstUnits(items.slice(index)));
      if (isJoint) wide.push(filler);
      wide.push(widen(item));
    });
    return wide;
  };
  return widen(node);
}

function joins(before: readonly UnitSet[], behind: readonly UnitSet[]): boolean {
  return (
    before.length > 0 &&
    behind.length > 0 &&
    [...before, ...behind].every((set) => covers(ALPHANUMERIC, set)) &&
    (before.every(isDigits) || behind.every(isDigits) || [...before, ...behind].every(isOne))
  );
}

function isDigits(set: UnitSet): boolean {
  return covers(DIGITS, set);
}

/** One letter, in either case. */
function isOne(set: UnitSet): boolean {
  return (
    set.every(([from, to]) => from === to && covers(LETTER_FORMS, [[from | 32, from | 32]])) &&
    new Set(set.map(([from]) => from | 32)).size === 1
  );
}

const LETTER_FORMS: UnitSet = [[0x61, 0x7a]];

function firstUnits(items: readonly Node[]): readonly UnitSet[] {
  return outerUnits(items, (inner) => inner);
}

function lastUnits(items: readonly Node[]): readonly UnitSet[] {
  return outerUnits(items, (inner) => inner.toReversed());
}

/** The sets that can come first when each sequence is walked in the given order. */
function outerUnits(
  items: readonly Node[],
  order: (items: readonly Node[]) => readonly Node[],
): readonly UnitSet[] {
  const sets: UnitSet[] = [];
  for (const item of order(items)) {
    if (item.kind === 'units') sets.push(item.set);
    else if (item.kind === 'choice')
      for (const way of item.items) sets.push(...outerUnits([way], order));
    else if (item.kind === 'sequence') sets.push(...outerUnits(item.items, order));
    else if (item.kind === 'repeat') sets.push(...outerUnits([item.item], order));
    if (!isNullable(item)) break;
  }
  return sets;
}
