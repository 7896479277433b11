/** Compares what was found with what is there. */
import type { Span } from '@kedun/shared/contracts/finding';
import type { FindingType } from '@kedun/shared/contracts/vocabulary';

import type { Label } from './piece.ts';

export interface Found extends Span {
  readonly type: FindingType;
}

export interface Comparison {
  readonly hits: readonly { readonly label: Label; readonly exact: boolean }[];
  readonly misses: readonly Label[];
  readonly falseAlarms: readonly Found[];
}

/** `overlap`: one unit in common is a hit, for disguises. `span`: intersection over union of a half and more. */
export type Measure = 'span' | 'overlap';

const MIN_IOU = 0.5;

function common(a: Span, b: Span): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
}

function iou(a: Span, b: Span): number {
  const both = common(a, b);
  return both <= 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

function fit(label: Label, found: Found, measure: Measure): number {
  if (label.type !== found.type) return 0;
  const wide = label.wide ?? label;
  if (measure === 'overlap') return common(label, found) > 0 ? 1 : 0;
  return Math.max(iou(label, found), iou(wide, found));
}

/** Each finding answers for one label at most; what lies over an optional label counts neither way. */
export function compare(
  labels: readonly Label[],
  findings: readonly Found[],
  measure: Measure,
): Comparison {
  const free = new Set(findings);
  const hits: { label: Label; exact: boolean }[] = [];
  const misses: Label[] = [];
  for (const label of labels) {
    if (label.optional === true) continue;
    let best: Found | null = null;
    let bestFit = 0;
    for (const found of free) {
      const fits = fit(label, found, measure);
      if (fits > bestFit) [best, bestFit] = [found, fits];
    }
    if (best === null || (measure === 'span' && bestFit < MIN_IOU)) {
      misses.push(label);
      continue;
    }
    free.delete(best);
    hits.push({ label, exact: same(label, best) || same(label.wide ?? label, best) });
  }
  const optional = labels.filter((label) => label.optional === true);
  const falseAlarms = [...free].filter(
    (found) => !optional.some((label) => label.type === found.type && common(label, found) > 0),
  );
  return { hits, misses, falseAlarms };
}

/** Counts of one type, split or technique. */
export interface Tally {
  readonly hits: number;
  readonly exact: number;
  readonly misses: number;
  readonly falseAlarms: number;
}

export interface Rates extends Tally {
  /** 0 … 1; 1 when there was nothing to count. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly exactRate: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

export function ratesOf(tally: Tally): Rates {
  const { hits, misses, falseAlarms, exact } = tally;
  return {
    ...tally,
    precision: share(hits, hits + falseAlarms),
    recall: share(hits, hits + misses),
    f1: share(2 * hits, 2 * hits + misses + falseAlarms),
    exactRate: share(exact, hits),
  };
}

export const NOTHING: Tally = { hits: 0, exact: 0, misses: 0, falseAlarms: 0 };

export function sum(a: Tally, b: Tally): Tally {
  return {
    hits: a.hits + b.hits,
    exact: a.exact + b.exact,
    misses: a.misses + b.misses,
    falseAlarms: a.falseAlarms + b.falseAlarms,
  };
}
