/**
 * Makes `issuers.data.ts` from the npm package `bankcardinfo`. Run by hand after an update of it:
 * `node tests/src/tables/build-issuers.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { packSteps } from './pack-steps.mjs';

const require = createRequire(import.meta.url);

/** Shorter ones (103, 888, 9111) would make a card of any number; 9558 is the oldest range of ICBC. */
const MIN_PREFIX = 5;
const SHORT_PREFIXES = new Set(['9558']);
/** `contracts/detection-data.ts`: longest card number. */
const MAX_LENGTH = 19;
/** Ranges of banks that the package lacks, by length of the card number; general knowledge. */
const MORE = {
  16: '621286 621483 621485 621486 622580 622588 622609 622630 622660 622690 622698 622516 622521',
  19:
    '620058 621281 621284 621284 621700 622202 622280 622700 623668 621256 621330 621660 621661 621663 621666 621668 ' +
    '621785 621790 622840 622845 622848 623052 622260 622261 622262 621462 622568 623259',
};

function readRanges() {
  const source = readFileSync(require.resolve('bankcardinfo/index.js'), 'utf8');
  const groups = new Map();
  for (const [, list = '', rest] of source.matchAll(/reg: \/\^\(([\d|]+)\)\\d\{(\d+)\}\$\//g))
    for (const prefix of list.split('|')) {
      const length = prefix.length + Number(rest);
      if (length > MAX_LENGTH) continue;
      if (prefix.length < MIN_PREFIX && !SHORT_PREFIXES.has(prefix)) continue;
      const known = groups.get(length) ?? new Set();
      groups.set(length, known.add(Number(prefix)));
    }
  for (const [length, list] of Object.entries(MORE))
    for (const prefix of list.split(' ')) groups.get(Number(length)).add(Number(prefix));
  return groups;
}

function wrap(text) {
  const lines = text.match(/.{1,116}/g) ?? [];
  return lines.map((line) => `    '${line}'`).join(' +\n');
}

const entries = [...readRanges()]
  .toSorted(([a], [b]) => a - b)
  .map(([key, set]) => {
    const numbers = [...set].toSorted((a, b) => a - b);
    return `  ${key}:\n${wrap(packSteps(numbers))},`;
  });
writeFileSync(
  path.resolve(import.meta.dirname, '../../../shared/src/detectors/bank-card/issuers.data.ts'),
  `/**
 * Number ranges of Chinese banks (BIN) by length of the card number, packed as \`number-steps.ts\` reads them. Made by
 * build-issuers.mjs from bankcardinfo (ISC) and general knowledge.
 */
export const BANK_PREFIXES: Readonly<Record<string, string>> = {
${entries.join('\n')}
}; // prettier-ignore
`,
);
