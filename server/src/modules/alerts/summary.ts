import { type AlertSummary, alertSummarySchema } from '@kedun/shared/contracts/api/alerts';
import type { Place } from '@kedun/shared/contracts/act';
import type { Finding } from '@kedun/shared/contracts/finding';
import type { Violation } from '@kedun/shared/contracts/violation';
import type { FindingType } from '@kedun/shared/contracts/vocabulary';

import type { AlertRow } from '../../store/tables.ts';

const MASKED_SHOWN = 3;

/** Host, mount point, or `local`. */
function describePlace(place: Place): string {
  if (place.kind === 'web') return place.host;
  return place.kind === 'volume' ? place.mountPoint : 'local';
}

/** Types with their counts, the most sensitive first, then the most frequent. */
function countTypes(findings: readonly Finding[]): AlertSummary['types'] {
  const counted = new Map<FindingType, { count: number; level: number }>();
  for (const { type, dataLevel } of findings) {
    const { count, level } = counted.get(type) ?? { count: 0, level: 0 };
    counted.set(type, { count: count + 1, level: Math.max(level, dataLevel) });
  }
  return [...counted]
    .sort(([, a], [, b]) => b.level - a.level || b.count - a.count)
    .map(([type, { count }]) => ({ type, count }));
}

export interface AlertOrigin {
  readonly alertId: string;
  readonly endpointId: string;
  readonly receivedAt: number;
  /** Known by assignment; the violation's own actor counts first. */
  readonly employeeId: string | undefined;
}

/** The alert of one violation. */
export function toAlertRow(violation: Violation, origin: AlertOrigin): AlertRow {
  const { act, verdict, findings } = violation;
  const reason = verdict.reasons[0];
  const masked = [...new Set(findings.map((finding) => finding.masked))].slice(0, MASKED_SHOWN);
  return {
    id: origin.alertId,
    state: 'open',
    severity: verdict.severity,
    action: verdict.action,
    outcome: violation.enforcement.outcome,
    channel: act.channel,
    clause: reason ? JSON.stringify(reason.clause) : null,
    clause_title: reason ? JSON.stringify(reason.clauseTitle) : null,
    endpoint_id: origin.endpointId,
    person: act.actor.employeeId ?? origin.employeeId ?? act.actor.osUser ?? null,
    destination: describePlace(act.destination),
    types: JSON.stringify(countTypes(findings)),
    masked: JSON.stringify(masked),
    finding_count: violation.findingCount,
    customer_count: violation.customerCount,
    violation_count: 1,
    occurred_at: violation.occurredAt,
    received_at: origin.receivedAt,
  };
}

const parseOrNull = (json: string | null): unknown => (json === null ? null : JSON.parse(json));

/** Throws when a row does not keep the contract: that is a bug, not input. */
export function toAlertSummary(row: AlertRow, endpointName: string): AlertSummary {
  return alertSummarySchema.parse({
    id: row.id,
    state: row.state,
    severity: row.severity,
    action: row.action,
    outcome: row.outcome,
    channel: row.channel,
    clause: parseOrNull(row.clause),
    clauseTitle: parseOrNull(row.clause_title),
    endpointId: row.endpoint_id,
    endpointName,
    person: row.person,
    destination: row.destination,
    types: JSON.parse(row.types),
    masked: JSON.parse(row.masked),
    findingCount: row.finding_count,
    customerCount: row.customer_count,
    violationCount: row.violation_count,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
  });
}
