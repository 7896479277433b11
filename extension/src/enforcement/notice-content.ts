import type { Place } from '@kedun/shared/contracts/act';
import type { Inspection } from '@kedun/shared/inspection/inspect';

import type { NoticeContent } from '../messages/background-message.ts';

const MASKED_SHOWN = 4;

const hostOf = (place: Place): string => (place.kind === 'web' ? place.host : '');

/** What the employee is told about an inspection: masked, bounded. */
export function toNoticeContent(
  inspection: Inspection,
  files: readonly string[] = [],
): NoticeContent {
  const { act, findings, verdict } = inspection;
  const reason = verdict.reasons[0];
  const seen = new Map(findings.map((finding) => [finding.digest, finding]));
  return {
    id: act.id,
    channel: act.channel,
    action: verdict.action,
    severity: verdict.severity,
    destination: hostOf(act.destination),
    source: hostOf(act.source),
    ...(verdict.failure === undefined ? {} : { failure: verdict.failure }),
    types: [...new Set(findings.map((finding) => finding.type))],
    customerCount: new Set(findings.map((finding) => finding.record)).size,
    findingCount: seen.size,
    masked: [...seen.values()]
      .slice(0, MASKED_SHOWN)
      .map((finding) => ({ type: finding.type, text: finding.masked })),
    ...(reason
      ? {
          clause: { id: reason.clause.clause, title: reason.clauseTitle },
          message: reason.message,
          alternative: reason.alternative,
        }
      : {}),
    files: files.slice(0, 20),
  };
}
