import type { Act, Actor, Place } from '../contracts/act.ts';
import type { Finding, Unscanned } from '../contracts/finding.ts';
import type { PlaceCondition, PolicyBundle, Rule } from '../contracts/policy.ts';
import {
  isDeliberate,
  type Severity,
  SEVERITIES,
  type VerdictAction,
  VERDICT_ACTIONS,
} from '../contracts/vocabulary.ts';
import type { Verdict, VerdictReason, VERDICT_FAILURES } from '../contracts/verdict.ts';
import { placeMatches } from './place.ts';

/** What policy looks at in a finding. Digests tell values apart without showing them. */
export type JudgedFinding = Pick<Finding, 'type' | 'confidence' | 'digest' | 'evasions'>;

export interface Judged {
  readonly act: Act;
  readonly findings: readonly JudgedFinding[];
  readonly unscanned: readonly Unscanned[];
}

const strictness = (action: VerdictAction): number => VERDICT_ACTIONS.indexOf(action);
const gravity = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** One step up; the highest stays. */
function raised(severity: Severity): Severity {
  return SEVERITIES[gravity(severity) + 1] ?? severity;
}

function inScope(scope: Rule['scope'], actor: Actor): boolean {
  const unitFits = scope.units.length === 0 || scope.units.includes(actor.unit ?? '');
  const groupFits =
    scope.groups.length === 0 || actor.groups.some((group) => scope.groups.includes(group));
  const employmentFits =
    scope.employment.length === 0 || scope.employment.includes(actor.employment);
  return unitFits && groupFits && employmentFits;
}

/** The findings a rule counts; none when it asks for none. */
function countedFindings(
  { findings: wanted }: Rule['conditions'],
  { findings }: Judged,
): readonly JudgedFinding[] {
  if (!wanted) return [];
  return findings.filter(
    ({ type, confidence }) =>
      (!wanted.types || wanted.types.includes(type)) && confidence >= wanted.minConfidence,
  );
}

function contentFits(conditions: Rule['conditions'], judged: Judged): boolean {
  const { findings: wanted, unscanned: reasons } = conditions;
  if (wanted) {
    const counted = countedFindings(conditions, judged);
    const distinct = new Set(counted.map(({ type, digest }) => `${type}:${digest}`));
    if (distinct.size < wanted.minDistinct) return false;
  }
  return !reasons || judged.unscanned.some((part) => reasons.includes(part.reason));
}

function exceptionFor(rule: Rule, act: Act, bundle: PolicyBundle): string | undefined {
  return rule.exceptions.find(
    (exception) =>
      act.at < exception.endsAt &&
      inScope(exception.scope, act.actor) &&
      placeFits(exception.destination, act.destination, bundle),
  )?.id;
}

function placeFits(
  condition: PlaceCondition | undefined,
  place: Place,
  bundle: PolicyBundle,
): boolean {
  return condition === undefined || placeMatches(condition, place, bundle.placeLists);
}

function matches(rule: Rule, judged: Judged, bundle: PolicyBundle): boolean {
  const { act } = judged;
  return (
    rule.channels.includes(act.channel) &&
    inScope(rule.scope, act.actor) &&
    placeFits(rule.conditions.source, act.source, bundle) &&
    placeFits(rule.conditions.destination, act.destination, bundle) &&
    contentFits(rule.conditions, judged)
  );
}

function clauseTitle(rule: Rule, bundle: PolicyBundle): VerdictReason['clauseTitle'] {
  const pack = bundle.packs.find((candidate) => candidate.id === rule.clause.pack);
  const clause = pack?.clauses.find((candidate) => candidate.id === rule.clause.clause);
  return clause?.title ?? rule.title;
}

/** What a reason does to the act: nothing when an exception lifted it, a record when it is simulated. */
export function effectiveAction(
  reason: Pick<VerdictReason, 'action' | 'mode' | 'exception'>,
): VerdictAction {
  if (reason.exception !== undefined) return 'allow';
  if (reason.mode === 'simulate' && strictness(reason.action) > strictness('audit')) return 'audit';
  return reason.action;
}

/**
 * Judges one act. Pure: same input, same verdict, everywhere. The strictest matching action wins and
 * all matches are told, strictest first.
 */
export function evaluate(judged: Judged, bundle: PolicyBundle): Verdict {
  const reasons = bundle.rules
    .filter((rule) => matches(rule, judged, bundle))
    .map((rule): VerdictReason => {
      const exception = exceptionFor(rule, judged.act, bundle);
      const hidden = countedFindings(rule.conditions, judged).some(({ evasions }) =>
        evasions.some(isDeliberate),
      );
      return {
        rule: rule.id,
        clause: rule.clause,
        clauseTitle: clauseTitle(rule, bundle),
        action: rule.action,
        mode: rule.mode,
        severity: hidden ? raised(rule.severity) : rule.severity,
        message: rule.message,
        alternative: rule.alternative,
        ...(exception === undefined ? {} : { exception }),
        ...(hidden ? { raisedBy: 'evasion' } : {}),
      };
    })
    .sort(
      (a, b) =>
        strictness(effectiveAction(b)) - strictness(effectiveAction(a)) ||
        gravity(b.severity) - gravity(a.severity),
    )
    .slice(0, 64);
  const first = reasons[0];
  return {
    action: first ? effectiveAction(first) : 'allow',
    severity: first?.severity ?? 'low',
    reasons,
    policyVersion: bundle.version,
  };
}

/**
 * The verdict on an act that could not be judged. With a policy, every rule in whose reach the act lies
 * (channel, people, places) says open or closed, and one `closed` closes. Without one, content in which
 * the engine found something (or could not look) stays: closed until configured.
 */
export function evaluateFailure(
  judged: Judged,
  bundle: PolicyBundle | null,
  failure: (typeof VERDICT_FAILURES)[number],
): Verdict {
  const closed = bundle
    ? bundle.rules.some(
        (rule) =>
          rule.onFailure === 'closed' &&
          rule.mode === 'enforce' &&
          matches(
            {
              ...rule,
              conditions: { ...rule.conditions, findings: undefined, unscanned: undefined },
            },
            judged,
            bundle,
          ),
      )
    : failure !== 'no-policy' || judged.findings.length > 0;
  return {
    action: closed ? 'block' : 'allow',
    severity: closed ? 'medium' : 'low',
    reasons: [],
    policyVersion: bundle?.version ?? 0,
    failure,
  };
}
