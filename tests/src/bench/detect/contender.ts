import type { Span } from '@kedun/shared/contracts/finding';

import type { BenchText } from './texts.ts';

/** An input, in parts that one scan of the engine takes (its bound is 16,000,000 units a text). */
export interface Corpus {
  readonly name: string;
  readonly parts: readonly BenchText[];
  readonly sizeBytes: number;
  readonly identifiers: number;
}

export function makeCorpus(
  name: string,
  sizeBytes: number,
  make: (seed: number, sizeBytes: number) => BenchText,
): Corpus {
  const partBytes = Math.min(sizeBytes, 8 << 20);
  const count = Math.ceil(sizeBytes / partBytes);
  const parts = Array.from({ length: count }, (_, seed) => make(seed + 1, partBytes));
  const sum = (size: (part: BenchText) => number): number =>
    parts.reduce((total, part) => total + size(part), 0);
  return {
    name,
    parts,
    sizeBytes: sum((part) => part.sizeBytes),
    identifiers: sum((part) => part.truths.length),
  };
}

export interface Accuracy {
  readonly found: number;
  readonly false: number;
}

export interface Measurement {
  /** CPU milliseconds for the whole corpus. */
  readonly cpuMs: number;
  /** Null where the engine tells no places. */
  readonly accuracy: Accuracy | null;
  /** What else there is to say: findings of other types, places not told. */
  readonly note?: string;
}

/** An engine of the benchmark. */
export interface Contender {
  readonly name: string;
  /** Slow ones get the beginning only. */
  readonly largestBytes?: number;
  /** Throws, or returns why it could not run here. */
  measure(corpus: Corpus): Promise<Measurement | string>;
}

/** Right = both ends as they are; `spans` in any order, the same one twice counts as false. */
export function judge(spans: readonly Span[], truths: readonly Span[]): Accuracy {
  const wanted = new Map(truths.map(({ start, end }) => [start, end]));
  let found = 0;
  for (const { start, end } of spans) {
    if (wanted.get(start) !== end) continue;
    wanted.delete(start);
    found++;
  }
  return { found, false: spans.length - found };
}

export function addUp(accuracies: readonly Accuracy[]): Accuracy {
  return accuracies.reduce(
    (sum, one) => ({ found: sum.found + one.found, false: sum.false + one.false }),
    { found: 0, false: 0 },
  );
}
