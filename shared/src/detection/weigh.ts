import type { Explanation } from '../contracts/finding.ts';
import type { BoundaryPart } from './boundary.ts';
import type { Candidate, Disguise } from './candidate.ts';
import type { ContextPart } from './context-score.ts';
import type { Check, Validation } from './detector.ts';

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
/** Digits that somebody changed on purpose are meant to be a number; full-width ones come from an input method. */
const DISGUISE_POINTS: Readonly<Record<Disguise, number>> = {
  'full-width': 0,
  'unicode-digits': 0.05,
  'enclosed-digits': 0.05,
  'zero-width': 0.05,
};
const MAX_CONFIDENCE = 0.99;

type ScorePart = Explanation['score'][number];
type CheckAnswer = Explanation['checks'][number];

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}

function toAnswer({ name, outcome }: Check): CheckAnswer {
  if (outcome === undefined) return { name, outcome: 'unknown' };
  return { name, outcome: outcome ? 'true' : 'false' };
}

/** Sums up the evidence, 0 … 0.99. What speaks against counts less, the more the checks alone say. */
export function weigh({ candidate, validation, flaws, context }: Evidence): Weight {
  const doubt = 1 - validation.specificity;
  const score: ScorePart[] = [{ part: 'base', points: rounded(validation.base) }];
  if (candidate.form !== 'whole' || candidate.formPoints !== 0)
    score.push({ part: `form.${candidate.form}`, points: rounded(candidate.formPoints) });
  if (candidate.prefix !== '')
    score.push({ part: 'prefix', points: PREFIX_POINTS, term: candidate.prefix });
  for (const disguise of candidate.disguises)
    score.push({ part: `disguise.${disguise}`, points: DISGUISE_POINTS[disguise] });
  for (const { flaw, points } of flaws) score.push({ part: flaw, points: rounded(points * doubt) });
  if (context) {
    const points = context.points < 0 ? context.points * doubt : context.points;
    score.push({ part: context.part, points: rounded(points), term: context.term });
  }
  let sum = 0;
  for (const { points } of score) sum += points;
  return {
    confidence: rounded(Math.min(MAX_CONFIDENCE, Math.max(0, sum))),
    explanation: { checks: validation.checks.map(toAnswer), score },
  };
}
