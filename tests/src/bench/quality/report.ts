/** What the benchmark says: rates by type, split and technique, the aims, and the faults to work from. */
import { FINDING_TYPES, type FindingType } from '@kedun/shared/contracts/vocabulary';

import type { QualityDocument, Split } from './documents.ts';
import { type Comparison, NOTHING, type Rates, ratesOf, sum, type Tally } from './score.ts';

/** A miss or a false alarm. The texts are synthetic and may be shown. */
export interface Fault {
  readonly fault: 'missed' | 'false alarm';
  readonly type: FindingType;
  readonly split: Split;
  readonly kind: string;
  readonly value: string;
  /** The text around it, the place in brackets. */
  readonly context: string;
}

export interface Aim {
  readonly name: string;
  /** `at-least` or `at-most` the target, all as shares of 1. */
  readonly sense: 'at-least' | 'at-most';
  readonly target: number;
  readonly value: number;
  readonly met: boolean;
}

export interface DocumentCount {
  readonly documents: number;
  readonly withFalseAlarms: number;
}

export interface QualityReport {
  readonly seed: number;
  readonly perKind: number;
  readonly documents: number;
  readonly labels: number;
  readonly decoys: number;
  /** Of the hard split. */
  readonly hardLabels: number;
  readonly hardDecoys: number;
  /** Names and addresses are left out of both. */
  readonly plain: Rates;
  readonly hard: Rates;
  /** Names and addresses of the plain and the hard split. */
  readonly people: Rates;
  readonly byType: Readonly<Partial<Record<Split, Readonly<Partial<Record<FindingType, Rates>>>>>>;
  /** By kind, family and technique. */
  readonly byKind: Readonly<Record<Split, Readonly<Record<string, Rates>>>>;
  /** Documents without any customer data. */
  readonly innocent: DocumentCount;
  /** All documents of the plain and the hard split. */
  readonly whole: DocumentCount;
  readonly aims: readonly Aim[];
  readonly faults: readonly Fault[];
  readonly seconds: number;
}

export function isSoft(type: FindingType): boolean {
  return type === 'person-name' || type === 'postal-address';
}

/** Counters by split, kind and type. */
export function createCounters(): {
  add(document: QualityDocument, comparison: Comparison): void;
  total(split: Split, wanted?: (type: FindingType) => boolean, kind?: string): Rates;
  kinds(split: Split): readonly string[];
} {
  const cells = new Map<Split, Map<string, Map<FindingType, Tally>>>();

  function count(document: QualityDocument, type: FindingType, more: Partial<Tally>): void {
    const kinds = cells.get(document.split) ?? new Map<string, Map<FindingType, Tally>>();
    cells.set(document.split, kinds);
    const types = kinds.get(document.kind) ?? new Map<FindingType, Tally>();
    kinds.set(document.kind, types);
    types.set(type, sum(types.get(type) ?? NOTHING, { ...NOTHING, ...more }));
  }

  return {
    add(document, { hits, misses, falseAlarms }) {
      for (const { label, exact } of hits)
        count(document, label.type, { hits: 1, exact: exact ? 1 : 0 });
      for (const label of misses) count(document, label.type, { misses: 1 });
      for (const found of falseAlarms) count(document, found.type, { falseAlarms: 1 });
    },
    total(split, wanted = () => true, kind) {
      let tally = NOTHING;
      for (const [name, types] of cells.get(split) ?? []) {
        if (kind !== undefined && name !== kind) continue;
        for (const [type, more] of types) if (wanted(type)) tally = sum(tally, more);
      }
      return ratesOf(tally);
    },
    kinds: (split) => [...(cells.get(split)?.keys() ?? [])],
  };
}

export type Counters = ReturnType<typeof createCounters>;

export function typesOf(
  counters: Counters,
  split: Split,
): Readonly<Partial<Record<FindingType, Rates>>> {
  const rates = FINDING_TYPES.map(
    (type) => [type, counters.total(split, (one) => one === type)] as const,
  );
  return Object.fromEntries(
    rates.filter(([, { hits, misses, falseAlarms }]) => hits + misses + falseAlarms > 0),
  );
}

export function kindsOf(counters: Counters, split: Split): Readonly<Record<string, Rates>> {
  return Object.fromEntries(
    counters.kinds(split).map((kind) => [kind, counters.total(split, undefined, kind)]),
  );
}

export function aim(name: string, value: number, sense: Aim['sense'], target: number): Aim {
  return {
    name,
    value,
    sense,
    target,
    met: sense === 'at-least' ? value >= target : value <= target,
  };
}

const AROUND = 28;

export function contextOf(text: string, start: number, end: number): string {
  const written = `${text.slice(Math.max(0, start - AROUND), start)}\u3016${text.slice(start, end)}\u3017${text.slice(end, end + AROUND)}`;
  // Invisible and control characters are the point of some cases: shown as escapes.
  return written.replaceAll(
    /[\p{Cc}\p{Cf}]/gu,
    (unit) => `\\u{${(unit.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
