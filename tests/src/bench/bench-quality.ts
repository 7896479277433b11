/**
 * How well the text engine recognises: precision, recall and F1 by type, split and technique of disguise, over texts from
 * a seeded generator. Two seeds side by side: one to work with, one held out.
 *
 * Run: `node tests/src/bench/bench-quality.ts [options]`
 *   --seed N       development seed, default 1
 *   --held-out N   second seed, default 1000003; 0 = none
 *   --per-kind N   documents of each kind and family, default 100
 *   --split S, --kind K   only faults of this split, of this kind, with --show
 *   --show N       print N misses and false alarms of the development seed (synthetic, so in plain)
 *   --json         the reports as JSON
 *   --check        exit 1 when an aim is missed
 */
import { parseArgs } from 'node:util';

import { printFaults, printReports } from './quality/print-report.ts';
import { runQuality } from './quality/run-quality.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    'held-out': { type: 'string', default: '1000003' },
    'per-kind': { type: 'string', default: '100' },
    split: { type: 'string' },
    kind: { type: 'string' },
    show: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
});

function wholeNumber(name: 'seed' | 'held-out' | 'per-kind' | 'show', least: number): number {
  const value = Number(values[name]);
  if (Number.isSafeInteger(value) && value >= least) return value;
  console.error(`--${name} takes a whole number from ${least} on, not ${values[name]}`);
  return process.exit(2);
}

const seed = wholeNumber('seed', 0);
const heldOut = wholeNumber('held-out', 0);
const perKind = wholeNumber('per-kind', 1);
const show = wholeNumber('show', 0);

const reports = (heldOut === 0 ? [seed] : [seed, heldOut]).map((one) =>
  runQuality({ seed: one, perKind }),
);

if (values.json) console.log(JSON.stringify(reports, null, 2));
else {
  console.log(printReports(reports));
  if (show > 0) {
    const faults = (reports[0]?.faults ?? []).filter(
      ({ split, kind }) => (values.split ?? split) === split && (values.kind ?? kind) === kind,
    );
    console.log(`\n${faults.length} faults\n${printFaults(faults, show)}`);
  }
}

const missed = reports.flatMap(({ aims }) => aims).filter(({ met }) => !met);
if (values.check && missed.length > 0) process.exitCode = 1;
