import {
  type Evasion,
  EVASIONS,
  type Language,
  type UnscannedReason,
} from '@kedun/shared/contracts/vocabulary';

import { en as consoleEn } from '../../../server/console/src/i18n/en.ts';
import { zh as consoleZh } from '../../../server/console/src/i18n/zh.ts';

/** Words of the report. Types, checks, parts of the score and evasions are the console's: one name for one thing. */
export interface ReportWords {
  readonly type: Readonly<Record<string, string>>;
  readonly check: Readonly<Record<string, string>>;
  readonly score: Readonly<Record<string, string>>;
  readonly evasion: Readonly<Record<Evasion, string>>;
  readonly reason: Readonly<Record<UnscannedReason, string>>;
  readonly heads: {
    readonly type: string;
    readonly span: string;
    readonly masked: string;
    readonly confidence: string;
  };
  readonly checks: string;
  readonly parts: string;
  readonly evasions: string;
  readonly noChecks: string;
  readonly unscanned: string;
  readonly whole: string;
  readonly quote: readonly [string, string];
  found(findings: number, records: number): string;
  nothing(percent: number): string;
  weaker(count: number, percent: number): string;
}

function evasionWords(
  score: Readonly<Record<`disguise.${Evasion}`, string>>,
): Readonly<Record<Evasion, string>> {
  const words = EVASIONS.map((evasion) => [evasion, score[`disguise.${evasion}`]] as const);
  return Object.fromEntries(words) as Record<Evasion, string>;
}

const zh: ReportWords = {
  type: consoleZh.finding,
  check: consoleZh.explain.check,
  score: consoleZh.explain.score,
  evasion: evasionWords(consoleZh.explain.score),
  reason: {
    'unsupported-type': '不是可读的文本',
    encrypted: '已加密',
    'too-large': '超过大小上限',
    'too-deep': '嵌套过深',
    broken: '部分字节已损坏',
    'timed-out': '检测超时',
    unreadable: '无法读取',
  },
  heads: { type: '类型', span: '位置', masked: '脱敏值', confidence: '置信度' },
  checks: '校验',
  parts: '得分',
  evasions: '规避',
  noChecks: '无可做的校验',
  unscanned: '未检查',
  whole: '全部内容',
  quote: ['「', '」'],
  found: (findings, records) => `发现 ${findings} 处客户信息，涉及 ${records} 位客户`,
  nothing: (percent) => `没有置信度达到 ${percent}% 的客户信息`,
  weaker: (count, percent) => `另有 ${count} 处置信度不足 ${percent}%，未列出`,
};

const en: ReportWords = {
  type: consoleEn.finding,
  check: consoleEn.explain.check,
  score: consoleEn.explain.score,
  evasion: evasionWords(consoleEn.explain.score),
  reason: {
    'unsupported-type': 'no readable text',
    encrypted: 'encrypted',
    'too-large': 'beyond the size limit',
    'too-deep': 'nested too deep',
    broken: 'some bytes are broken',
    'timed-out': 'scan timed out',
    unreadable: 'cannot be read',
  },
  heads: { type: 'Type', span: 'Span', masked: 'Masked', confidence: 'Confidence' },
  checks: 'checks',
  parts: 'score',
  evasions: 'evasion',
  noChecks: 'none to make',
  unscanned: 'Not scanned',
  whole: 'whole content',
  quote: [' \u201c', '\u201d'],
  found: (findings, records) =>
    `${findings} ${findings === 1 ? 'finding' : 'findings'}, ${records} ${records === 1 ? 'customer' : 'customers'}`,
  nothing: (percent) => `Nothing with a confidence of ${percent}% or more`,
  weaker: (count, percent) => `${count} more below ${percent}%, not listed`,
};

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = { zh, en };
