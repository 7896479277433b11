/**
 * Makes `issuers.data.ts` from the npm package `bankcardinfo`. Run by hand after an update of it:
 * `node tests/src/tables/build-issuers.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Shorter ones (103, 888, 9111) would make a card of any number; 9558 is the oldest range of ICBC. */
const MIN_PREFIX = 5;
const SHORT_PREFIXES = new Set(['9558']);
/** `contracts/detection-data.ts`: longest card number. */
const MAX_LENGTH = 19;

function readRanges() {
  const source = readFileSync(require.resolve('bankcardinfo/index.js'), 'utf8');
  const groups = new Map();
  for (const [, list = '', rest] of source.matchAll(/reg: \/\^\(([\d|]+)\)\\d\{(\d+)\}\$\//g))
    for (const prefix of list.split('|')) {
      const length = prefix.length + Number(rest);
      if (length > MAX_LENGTH) continue;
      if (prefix.length < MIN_PREFIX && !SHORT_PREFIXES.has(prefix)) continue;
      const key = `${length}/${prefix.length}`;
      const known = groups.get(key) ?? new Set();
      groups.set(key, known.add(Number(prefix)));
    }
  return groups;
}

/** Ascending numbers as the steps between them in base 36; `*n` = n more that follow one by one. */
function pack(numbers) {
  const steps = [];
  let last = 0;
  let run = 0;
  const closeRun = () => {
    if (run > 0) steps[steps.length - 1] += `*${run.toString(36)}`;
    run = 0;
  };
  for (const number of numbers) {
    if (number === last + 1 && steps.length > 0) run++;
    else {
      closeRun();
      steps.push((number - last).toString(36));
    }
    last = number;
  }
  closeRun();
  return steps.join(' ');
}

function wrap(text) {
  const lines = text.match(/.{1,108}(?: |$)/g) ?? [];
  return lines.map((line) => `    '${line}'`).join(' +\n');
}

const entries = [...readRanges()]
  .toSorted(([a], [b]) => a.localeCompare(b))
  .map(([key, set]) => {
    const numbers = [...set].toSorted((a, b) => a - b);
    return `  '${key}':\n${wrap(pack(numbers))},`;
  });
writeFileSync(
  path.resolve(import.meta.dirname, '../../../shared/src/detectors/bank-card/issuers.data.ts'),
  `/**
 * Number ranges of Chinese banks (BIN), by length of the card number and of the prefix: the steps between the prefixes in base
 * 36, \`*n\` = n more that follow one by one. Made by build-issuers.mjs from bankcardinfo (ISC). Read by issuers.ts.
 */
export const BANK_PREFIXES: Readonly<Record<string, string>> = {
${entries.join('\n')}
}; // prettier-ignore
`,
);
