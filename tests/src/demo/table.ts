import type { Words } from './sites/site.ts';

export interface Line {
  readonly title: Words;
  readonly expected: 'stopped' | 'passes';
  readonly outcome: 'as expected' | 'LEAKED' | 'wrongly stopped' | 'false alarm' | 'no alert';
  readonly alertId: string | null;
  /** From the act to the alert in the open console. */
  readonly tookMs: number | null;
}

const EXPECTED = { stopped: '拦截 / stopped', passes: '放行 / passes' };
const OUTCOMES: Readonly<Record<Line['outcome'], string>> = {
  'as expected': '符合 / as expected',
  LEAKED: '泄露 / LEAKED',
  'wrongly stopped': '误拦 / wrongly stopped',
  'false alarm': '误报 / false alarm',
  'no alert': '无告警 / no alert',
};

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

/** What was tried and what became of it, aligned for a terminal. */
export function table(lines: readonly Line[]): string {
  const rows = [
    [
      '尝试 / attempt',
      '预期 / expected',
      '结果 / outcome',
      '告警 / alert',
      '进控制台 / in console',
    ],
    ...lines.map((line) => [
      `${line.title.zh} / ${line.title.en}`,
      EXPECTED[line.expected],
      OUTCOMES[line.outcome],
      line.alertId ?? '-',
      line.tookMs === null ? '-' : `${line.tookMs} ms`,
    ]),
  ];
  const widths =
    rows[0]?.map((_, i) => Math.max(...rows.map((row) => columns(row[i] ?? '')))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - columns(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
