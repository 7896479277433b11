import type { Explanation } from '../contracts/finding.ts';
import type { Evasion } from '../contracts/vocabulary.ts';
import type { BoundaryPart } from './boundary.ts';
import type { CandidateForm } from './candidate.ts';
import type { ContextPart } from './context-score.ts';
import type { Check, ScorePart, Validation } from './detector.ts';

/** What speaks for and against a candidate. */
export interface Evidence {
  readonly validation: Validation;
  /** `whole` says nothing. */
  readonly form: CandidateForm;
  readonly formPoints: number;
  /** Country code that stood before; '' = none. */
  readonly prefix: string;
  readonly evasions: readonly Evasion[];
  readonly flaws: readonly BoundaryPart[];
  readonly context: ContextPart | null;
  /** What the detector has seen itself. */
  readonly own: readonly ScorePart[];
}

/** Nobody writes a country code in front of an order number. */
const PREFIX_POINTS = 0.15;
/**
 * Digits that somebody changed on purpose are meant to be a number. What programs write too says nothing (full-width
 * comes from an input method, encodings from mail and web, the rest is judged by its form), and what people write for other
 * numbers speaks against.
 */
const EVASION_POINTS: Readonly<Partial<Record<Evasion, number>>> = {
  'unicode-digits': 0.05,
  'enclosed-digits': 0.05,
  'zero-width': 0.05,
  'chinese-numerals': 0.05,
  entities: 0.05,
  thousands: -0.35,
};
const MAX_CONFIDENCE = 0.99;

type CheckAnswer = Explanation['checks'][number];
type Tell = (part: string, points: number, term?: string) => void;

function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}

function toAnswer({ name, outcome }: Check): CheckAnswer {
  if (outcome === undefined) return { name, outcome: 'unknown' };
  return { name, outcome: outcome ? 'true' : 'false' };
}

/** The one list of what counts. What speaks against counts less, the more the checks alone say. */
function tellParts(evidence: Evidence, tell: Tell): void {
  const { validation, form, context } = evidence;
  const doubt = 1 - validation.specificity;
  tell('base', validation.base);
  if (form !== 'whole' || evidence.formPoints !== 0) tell(`form.${form}`, evidence.formPoints);
  if (evidence.prefix !== '') tell('prefix', PREFIX_POINTS, evidence.prefix);
  for (const evasion of evidence.evasions)
    tell(`disguise.${evasion}`, EVASION_POINTS[evasion] ?? 0);
  for (const { part, points, term } of evidence.own) tell(part, points, term);
  for (const { flaw, points } of evidence.flaws) tell(flaw, points * doubt);
  if (context)
    tell(context.part, context.points < 0 ? context.points * doubt : context.points, context.term);
}

/** Sums up the evidence, 0 … 0.99. */
export function confidenceOf(evidence: Evidence): number {
  let sum = 0;
  tellParts(evidence, (_part, points) => {
    sum += rounded(points);
  });
  return rounded(Math.min(MAX_CONFIDENCE, Math.max(0, sum)));
}

/** The same, told part by part. Made for what is reported only: it costs more than the sum. */
export function explain(evidence: Evidence): Explanation {
  const score: ScorePart[] = [];
  tellParts(evidence, (part, points, term) => {
    const told = { part, points: rounded(points) };
    score.push(term === undefined ? told : { ...told, term });
  });
  return { checks: evidence.validation.checks.map(toAnswer), score };
}
