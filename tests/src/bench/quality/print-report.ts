/** The report as text, runs of several seeds side by side. */
import { FINDING_TYPES } from '@kedun/shared/contracts/vocabulary';

import type { Split } from './documents.ts';
import type { Aim, Fault, QualityReport } from './report.ts';
import type { Rates } from './score.ts';

const percent = (value: number): string => (value * 100).toFixed(2).padStart(6);

/** Columns on a terminal: Chinese takes two. */
function pad(text: string, width: number): string {
  const taken = Array.from(text).reduce((sum, letter) => sum + (letter > '\u2E7F' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - taken));
}

function cells(rates: Rates | undefined): string {
  if (!rates) return pad('-', 46);
  const { precision, recall, f1, exactRate, hits, misses, falseAlarms } = rates;
  const counts = `${hits}/${hits + misses}${falseAlarms > 0 ? ` +${falseAlarms}` : ''}`;
  return pad(
    `${percent(precision)} ${percent(recall)} ${percent(f1)} ${percent(exactRate)}  ${counts}`,
    46,
  );
}

const HEAD = 'precis. recall     F1  exact  found/all +false';

function typeLines(reports: readonly QualityReport[], split: Split): readonly string[] {
  const types = FINDING_TYPES.filter((type) =>
    reports.some(({ byType }) => byType[split]?.[type] !== undefined),
  );
  return types.map(
    (type) =>
      `  ${pad(type, 28)}${reports.map(({ byType }) => cells(byType[split]?.[type])).join('| ')}`,
  );
}

function kindLines(reports: readonly QualityReport[], split: Split): readonly string[] {
  const kinds = [...new Set(reports.flatMap(({ byKind }) => Object.keys(byKind[split])))];
  return kinds.map(
    (kind) =>
      `  ${pad(kind, 28)}${reports.map(({ byKind }) => cells(byKind[split][kind])).join('| ')}`,
  );
}

/** Disguises are counted by cases: found or not. */
function techniqueLines(
  reports: readonly QualityReport[],
  split: 'must' | 'should',
): readonly string[] {
  const techniques = Object.keys(reports[0]?.byKind[split] ?? {});
  return techniques.map((technique) => {
    const rates = reports.map(({ byKind }) => byKind[split][technique]);
    const columns = rates.map((rate) =>
      rate
        ? pad(
            `${percent(rate.recall)} %  ${rate.hits}/${rate.hits + rate.misses}${rate.falseAlarms > 0 ? ` +${rate.falseAlarms}` : ''}`,
            26,
          )
        : pad('-', 26),
    );
    return `  ${pad(technique, 28)}${columns.join('| ')}`;
  });
}

function totalLine(name: string, rates: readonly Rates[]): string {
  return `${pad(name, 30)}${rates.map(cells).join('| ')}`;
}

function aimLine(name: string, aims: readonly Aim[]): string {
  const [first] = aims;
  if (!first) return name;
  const values = aims
    .map(({ value, met }) => `${percent(value)} % ${met ? 'met   ' : 'MISSED'}`)
    .join('  ');
  return `  ${pad(name, 30)}${first.sense === 'at-least' ? '>=' : '<='} ${percent(first.target)} %   ${values}`;
}

function documentLines(reports: readonly QualityReport[]): readonly string[] {
  const rate = (of: (report: QualityReport) => { documents: number; withFalseAlarms: number }) =>
    reports
      .map(of)
      .map(
        ({ documents, withFalseAlarms }) =>
          `${withFalseAlarms}/${documents} (${percent(withFalseAlarms / Math.max(1, documents)).trim()} %)`,
      )
      .join('  |  ');
  return [
    'Documents with false alarms',
    `  ${pad('without customer data', 28)}${rate(({ innocent }) => innocent)}`,
    `  ${pad('all, plain and hard', 28)}${rate(({ whole }) => whole)}`,
  ];
}

/** All tables; `reports` are runs of the same size with different seeds. */
export function printReports(reports: readonly QualityReport[]): string {
  const seeds = reports.map(
    ({ seed, documents, labels, decoys, hardLabels, hardDecoys, seconds }) =>
      `seed ${seed}: ${documents} documents, ${labels} findings, ${decoys} look-alikes (hard split: ${hardLabels} and ${hardDecoys}), ${seconds.toFixed(1)} s`,
  );
  const head = `${pad('', 30)}${reports.map(() => pad(HEAD, 46)).join('| ')}`;
  const names = reports[0]?.aims.map(({ name }) => name) ?? [];
  return [
    ...seeds,
    '',
    head,
    totalLine(
      'Plain texts',
      reports.map(({ plain }) => plain),
    ),
    ...typeLines(reports, 'plain'),
    '',
    totalLine(
      'Hard texts',
      reports.map(({ hard }) => hard),
    ),
    ...typeLines(reports, 'hard'),
    '  by family',
    ...kindLines(reports, 'hard'),
    '',
    totalLine(
      'Names and addresses',
      reports.map(({ people }) => people),
    ),
    '',
    'Must-evasions, found of all (+ false alarms)',
    ...techniqueLines(reports, 'must'),
    '',
    'Should-evasions',
    ...techniqueLines(reports, 'should'),
    '',
    ...documentLines(reports),
    '',
    'Aims',
    ...names.map((name) =>
      aimLine(
        name,
        reports.flatMap(({ aims }) => aims.filter((one) => one.name === name)),
      ),
    ),
  ].join('\n');
}

/** The first `limit` faults of each split, spread over the kinds. */
export function printFaults(faults: readonly Fault[], limit: number): string {
  const byKind = Map.groupBy(
    faults,
    ({ split, kind, fault, type }) => `${split}/${kind}/${fault}/${type}`,
  );
  const queues = [...byKind.values()];
  const shown: Fault[] = [];
  for (let round = 0; shown.length < limit && queues.some((queue) => round < queue.length); round++)
    for (const queue of queues) {
      const fault = queue[round];
      if (fault && shown.length < limit) shown.push(fault);
    }
  return shown
    .map(
      ({ fault, type, split, kind, context }) =>
        `${fault.padEnd(11)} ${type.padEnd(16)} ${split}/${kind}: ${context}`,
    )
    .join('\n');
}
