import type { Act } from '../contracts/act.ts';
import type { Finding, Unscanned } from '../contracts/finding.ts';
import type { PolicyBundle } from '../contracts/policy.ts';
import type { Verdict } from '../contracts/verdict.ts';
import type { Enforcement, Violation } from '../contracts/violation.ts';
import { LIMITS } from '../contracts/vocabulary.ts';
import type { Detection, Engine, ScanResult } from '../detection/detection.ts';
import { evaluate, evaluateFailure } from '../policy/evaluate.ts';
import type { Digester } from '../redaction/digest.ts';

/** What an endpoint knows when it judges. `bundle` null = not configured yet. */
export interface InspectionContext {
  readonly engine: Engine;
  readonly digester: Digester;
  readonly bundle: PolicyBundle | null;
}

export interface Inspection {
  readonly act: Act;
  /** With raw values; stays in the process. */
  readonly detections: readonly Detection[];
  readonly findings: readonly Finding[];
  readonly unscanned: readonly Unscanned[];
  readonly verdict: Verdict;
}

function toFinding(detection: Detection, digester: Digester): Finding {
  const { value, evasions, ...rest } = detection;
  return { ...rest, evasions: [...evasions], digest: digester.digest(detection.type, value) };
}

/**
 * Judges what a scan found in the content of an act. The one place where engine and policy meet, for page,
 * agent and server alike. `extra` carries what a reader could not read.
 */
export function judge(
  act: Act,
  scan: ScanResult,
  context: InspectionContext,
  extra: readonly Unscanned[] = [],
): Inspection {
  const findings = scan.detections.map((detection) => toFinding(detection, context.digester));
  const unscanned = [...scan.unscanned, ...extra];
  const judged = { act, findings, unscanned };
  const verdict = context.bundle
    ? evaluate(judged, context.bundle)
    : evaluateFailure(judged, null, 'no-policy');
  return { act, detections: scan.detections, findings, unscanned, verdict };
}

/** Scans and judges one text. An engine fault is not a silent pass: each rule's fail-open or fail-closed decides. */
export function inspectText(
  act: Act,
  text: string,
  context: InspectionContext,
  extra: readonly Unscanned[] = [],
): Inspection {
  let scan: ScanResult;
  try {
    scan = context.engine.scan(text);
  } catch {
    // The fault may quote the content; it is told as a code only.
    const unscanned: Unscanned[] = [{ reason: 'broken' }, ...extra];
    const verdict = evaluateFailure(
      { act, findings: [], unscanned },
      context.bundle,
      'engine-fault',
    );
    return { act, detections: [], findings: [], unscanned, verdict };
  }
  return judge(act, scan, context, extra);
}

/** An `allow` without a match is nobody's business; everything else is reported. */
export function isReportable(verdict: Verdict): boolean {
  return verdict.action !== 'allow' || verdict.reasons.length > 0 || verdict.failure !== undefined;
}

/** The event for the outbox: masked, digested, bounded. */
export function toViolation(
  inspection: Inspection,
  enforcement: Enforcement,
  digestKeyId: string,
): Violation {
  const { act, findings, unscanned, verdict } = inspection;
  return {
    kind: 'violation',
    id: act.id,
    occurredAt: act.at,
    act,
    findings: findings.slice(0, LIMITS.findingsPerViolation),
    findingCount: findings.length,
    customerCount: new Set(findings.map((finding) => finding.record)).size,
    unscanned: unscanned.slice(0, 50),
    verdict,
    enforcement,
    digestKeyId,
  };
}
