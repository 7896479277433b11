import type { Language } from '@kedun/shared/contracts/vocabulary';

import type { Words } from './sites/site.ts';

export interface Line {
  readonly title: Words;
  readonly expected: 'stopped' | 'passes';
  readonly outcome: 'as expected' | 'LEAKED' | 'wrongly stopped' | 'false alarm' | 'no alert';
  readonly alertId: string | null;
  /** From the act to the alert in the open console. */
  readonly tookMs: number | null;
}

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['尝试', '预期', '结果', '告警编号', '进控制台'],
  en: ['attempt', 'expected', 'outcome', 'alert no.', 'in console'],
};
const EXPECTED: Readonly<Record<Line['expected'], Words>> = {
  stopped: { zh: '拦截', en: 'stopped' },
  passes: { zh: '放行', en: 'passes' },
};
const OUTCOMES: Readonly<Record<Line['outcome'], Words>> = {
  'as expected': { zh: '符合预期', en: 'as expected' },
  LEAKED: { zh: '泄露！', en: 'LEAKED' },
  'wrongly stopped': { zh: '误拦', en: 'wrongly stopped' },
  'false alarm': { zh: '误报', en: 'false alarm' },
  'no alert': { zh: '没有告警', en: 'no alert' },
};
/** The end of an id is what notices and people quote. */
const QUOTED = -8;

/** Columns a terminal gives to a text: Chinese characters and full-width signs take two. */
function columns(text: string): number {
  return Array.from(text).reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
}

/** What was tried and what became of it, in one language, aligned for a terminal of 100 columns. */
export function table(lines: readonly Line[], language: Language): string {
  const rows = [
    HEADS[language],
    ...lines.map((line) => [
      line.title[language],
      EXPECTED[line.expected][language],
      OUTCOMES[line.outcome][language],
      line.alertId?.slice(QUOTED) ?? '—',
      line.tookMs === null ? '—' : `${line.tookMs} ms`,
    ]),
  ];
  const widths = HEADS[language].map((_, i) =>
    Math.max(...rows.map((row) => columns(row[i] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - columns(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
