import type { Inspection } from '@kedun/shared/inspection/inspect';

import type { Notice } from '../capabilities/user-notice/port.ts';
import { NOTE_SUFFIX } from '../quarantine/quarantine.ts';

/** Distinct masked values shown at most. */
const MAX_SHOWN = 5;

function maskedValues(inspection: Inspection): readonly string[] {
  return [...new Set(inspection.findings.map((finding) => finding.masked))];
}

/** Name of the note: the redacted name where there is one, bounded to what every file system takes (255 bytes). */
export function noteName(fileName: string | null, attempt = 0): string {
  const neutral = (fileName ?? '').replace(/[/\\:*?"<>|\p{Cc}]/gu, '_').trim();
  let stem = neutral === '' ? '文件' : neutral;
  const number = attempt === 0 ? '' : `-${attempt}`;
  while (Buffer.byteLength(stem + number + NOTE_SUFFIX) > 240)
    stem = Array.from(stem).slice(0, -1).join('');
  return stem + number + NOTE_SUFFIX;
}

/** What the employee finds where the file was: what happened, under which clause, and the way on. No raw value. */
export function noteText(inspection: Inspection, fileName: string | null): string {
  const { verdict, findings, act } = inspection;
  const [reason] = verdict.reasons;
  const values = maskedValues(inspection);
  const shown = values.slice(0, MAX_SHOWN);
  const isMore = values.length > MAX_SHOWN;
  const name = fileName ?? '—';
  const clause = reason ? `${reason.clause.clause}, ${reason.clause.pack}` : '';
  const zh = [
    '客盾：本文件含有客户信息，已被移入隔离区，没有删除。',
    `文件：${name}`,
    ...(values.length > 0
      ? [`发现：${findings.length} 处（${shown.join('、')}${isMore ? ' 等' : ''}）`]
      : ['内容无法检查。']),
    ...(reason ? [`依据：${reason.clauseTitle.zh}（${clause}）`, reason.message.zh] : []),
    `可以这样做：${reason?.alternative.zh ?? '请联系信息安全部门。'}`,
  ];
  const en = [
    'Kedun: this file holds customer data. It was moved to quarantine, not deleted.',
    `File: ${name}`,
    ...(values.length > 0
      ? [`Found: ${findings.length} (${shown.join(', ')}${isMore ? ' …' : ''})`]
      : ['Its content could not be examined.']),
    ...(reason ? [`Clause: ${reason.clauseTitle.en} (${clause})`, reason.message.en] : []),
    `What to do instead: ${reason?.alternative.en ?? 'Contact the security department.'}`,
  ];
  return [...zh, '', ...en, '', `编号 / Reference: ${act.id}`, ''].join('\n');
}

/** The same in two lines, for the screen. */
export function noticeFor(inspection: Inspection, plan: 'quarantine' | 'leave'): Notice {
  const [reason] = inspection.verdict.reasons;
  const count = inspection.findings.length;
  const title =
    plan === 'quarantine'
      ? '客盾：文件已隔离 / Kedun: file quarantined'
      : '客盾：请注意 / Kedun: please note';
  const lines = [
    `${maskedValues(inspection).slice(0, 3).join('  ')}${count > 3 ? ` (${count})` : ''}`,
    ...(reason
      ? [
          `${reason.clause.clause} ${reason.clauseTitle.zh} / ${reason.clauseTitle.en}`,
          reason.alternative.zh,
          reason.alternative.en,
        ]
      : []),
  ];
  return { title, body: lines.filter((line) => line !== '').join('\n') };
}
