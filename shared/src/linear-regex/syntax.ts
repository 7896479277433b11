import type { UnitSet } from './unit-set.ts';

/** What an assertion tests between two units, without taking any. */
export type Test =
  /** `\b` */
  | 'word-edge'
  /** `\B` */
  | 'no-word-edge'
  /** `^` by line */
  | 'line-start'
  /** `$` by line */
  | 'line-end'
  /** Not between two of A-Z, a-z, 0-9: what is found is not a part of a longer code. */
  | 'code-edge';

/** A parsed pattern. */
export type Node =
  | { readonly kind: 'units'; readonly set: UnitSet }
  | { readonly kind: 'sequence'; readonly items: readonly Node[] }
  | { readonly kind: 'choice'; readonly items: readonly Node[] }
  /** `max` may be Infinity. */
  | { readonly kind: 'repeat'; readonly item: Node; readonly min: number; readonly max: number }
  | { readonly kind: 'assert'; readonly test: Test };

/** Why a pattern is refused. */
export type PatternFault =
  | 'syntax'
  | 'backreference'
  | 'look-around'
  | 'possessive'
  | 'unsupported-group'
  | 'unsupported-escape'
  | 'unsupported-class'
  | 'repeat-too-large'
  | 'too-large'
  | 'matches-empty';

export interface Refusal {
  readonly ok: false;
  readonly reason: PatternFault;
  /** UTF-16 code unit of the pattern where the fault was seen. */
  readonly at: number;
}

/** Thrown inside this folder only; `parsePattern` and `compileRegex` turn it into a `Refusal`. */
export class PatternError extends Error {
  readonly reason: PatternFault;
  readonly at: number;

  constructor(reason: PatternFault, at: number) {
    super(reason);
    this.reason = reason;
    this.at = at;
  }
}

export function isNullable(node: Node): boolean {
  switch (node.kind) {
    case 'units':
      return false;
    case 'assert':
      return true;
    case 'repeat':
      return node.min === 0 || isNullable(node.item);
    case 'choice':
      return node.items.some(isNullable);
    case 'sequence':
      break;
  }
  return node.items.every(isNullable);
}
