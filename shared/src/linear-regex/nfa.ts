import { type Node, PatternError, type Test } from './syntax.ts';
import type { UnitSet } from './unit-set.ts';

/** One state of the automaton. */
export type NfaState =
  /** Takes a unit of `set` and goes on at `next`. */
  | { readonly kind: 'units'; readonly set: UnitSet; readonly next: number }
  | { readonly kind: 'split'; readonly ways: readonly number[] }
  | { readonly kind: 'assert'; readonly test: Test; readonly next: number }
  | { readonly kind: 'match' };

export interface Nfa {
  readonly states: readonly NfaState[];
  readonly start: number;
}

/** A state can be on the way of every unit of a text. */
const MAX_STATES = 1500;

/**
 * Thompson, "Regular expression search algorithm" (CACM 11, 1968). `reversed` reads the pattern from its end. Throws
 * `PatternError` when the pattern unfolds to too many states.
 */
export function buildNfa(node: Node, reversed: boolean): Nfa {
  const states: NfaState[] = [];
  const add = (state: NfaState): number => {
    if (states.length >= MAX_STATES) throw new PatternError('too-large', 0);
    states.push(state);
    return states.length - 1;
  };

  /** Built from the end: returns the state that `inner` is entered by when `next` follows it. */
  function build(inner: Node, next: number): number {
    switch (inner.kind) {
      case 'units':
        return add({ kind: 'units', set: inner.set, next });
      case 'assert':
        return add({ kind: 'assert', test: inner.test, next });
      case 'choice':
        return add({ kind: 'split', ways: inner.items.map((item) => build(item, next)) });
      case 'sequence': {
        const order = reversed ? inner.items : inner.items.toReversed();
        return order.reduce((entry, item) => build(item, entry), next);
      }
      case 'repeat':
        break;
    }
    return buildRepeat(inner.item, inner.min, inner.max, next);
  }

  function buildRepeat(item: Node, min: number, max: number, next: number): number {
    let entry = next;
    if (max === Infinity) {
      const loop = add({ kind: 'split', ways: [] });
      const body = build(item, loop);
      states[loop] = { kind: 'split', ways: [body, next] };
      entry = loop;
    } else
      for (let count = min; count < max; count++)
        entry = add({ kind: 'split', ways: [build(item, entry), next] });
    for (let count = 0; count < min; count++) entry = build(item, entry);
    return entry;
  }

  const entry = build(node, add({ kind: 'match' }));
  // Nothing leads back to the start: whoever is there has not begun a match.
  return { states, start: add({ kind: 'split', ways: [entry] }) };
}
