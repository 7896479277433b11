import type { Explanation } from '../contracts/finding.ts';
import type { BoundaryPart } from './boundary.ts';
import type { Candidate } from './candidate.ts';
import type { ContextPart } from './context-score.ts';
import type { Validation } from './detector.ts';

/** What speaks for and against a candidate. */
export interface Evidence {
  readonly candidate: Candidate;
  readonly validation: Validation;
  readonly flaws: readonly BoundaryPart[];
  readonly context: ContextPart | null;
}

export interface Weight {
  readonly confidence: number;
  readonly explanation: Explanation;
}

/** Nobody writes a country code in front of an order number. */
const PREFIX_POINTS = 0.15;
/** Digits that somebody changed on purpose are meant to be a number. */
const DISGUISE_POINTS = 0.05;
const MAX_CONFIDENCE = 0.99;

type ScorePart = Explanation['score'][number];

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}

/** Sums up the evidence, 0 … 0.99. What speaks against counts less, the more the checks alone say. */
export function weigh({ candidate, validation, flaws, context }: Evidence): Weight {
  const doubt = 1 - validation.specificity;
  const score: ScorePart[] = [{ part: 'base', points: rounded(validation.base) }];
  const add = (part: string, points: number, term?: string): void => {
    score.push({ part, points: rounded(points), ...(term === undefined ? {} : { term }) });
  };
  if (candidate.form !== 'whole') add(`form.${candidate.form}`, candidate.formPoints);
  if (candidate.prefix !== '') add('prefix', PREFIX_POINTS, candidate.prefix);
  for (const disguise of candidate.disguises)
    add(`disguise.${disguise}`, disguise === 'full-width' ? 0 : DISGUISE_POINTS);
  for (const { flaw, points } of flaws) add(flaw, points * doubt);
  if (context)
    add(context.part, context.points < 0 ? context.points * doubt : context.points, context.term);
  const sum = score.reduce((total, part) => total + part.points, 0);
  const checks = validation.checks.map(({ name, outcome }) => ({
    name,
    outcome:
      outcome === undefined
        ? ('unknown' as const)
        : outcome
          ? ('true' as const)
          : ('false' as const),
  }));
  return {
    confidence: rounded(Math.min(MAX_CONFIDENCE, Math.max(0, sum))),
    explanation: { checks, score },
  };
}
