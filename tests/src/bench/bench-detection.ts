/**
 * `npm run bench:detect [-- megabytes]`: how fast and how exact the text engine is, next to the regexes a developer would
 * write, packages from npm, and Hyperscan and ripgrep where they are installed. Inputs come from a seeded generator, 64 MB each
 * unless told. Speeds are CPU time, medians of five; compare the ratios, the absolute values belong to the machine.
 */
import { createEngine } from '@kedun/shared/detection/engine';
import { createBufferReader } from '@kedun/shared/detection/unit-reader';
import { createDetectors } from '@kedun/shared/detectors/registry';
import { createTextEngine } from '@kedun/shared/inspection/text-engine';

import { makeCorpus } from './detect/contender.ts';
import { FOUR_TYPES } from './detect/identifiers.ts';
import { createOwnContender } from './detect/in-process.ts';
import { createLibraryContenders } from './detect/libraries.ts';
import { createPrograms } from './detect/programs.ts';
import { createRegexContenders } from './detect/regexes.ts';
import { MEGABYTE, printCorpusTable, printMachine } from './detect/report.ts';
import { printHostile, printPastes } from './detect/short-texts.ts';
import { makeDigitText, makeMixedText } from './detect/texts.ts';

/** MB/s; 1 GB = 1024 MB. */
const AIMS = { mixed: { four: 2048, whole: 500 }, digits: { four: 600, whole: 150 } } as const;

async function main(): Promise<void> {
  const megabytes = Number(process.argv[2] ?? 64);
  if (!(megabytes > 0 && megabytes <= 1024)) throw new RangeError('megabytes: 1 to 1024');
  const all = createDetectors();
  const four = all.filter(({ id }) => FOUR_TYPES.some((type) => type === id));
  const wholeName = `Kedun, whole engine (${all.length} detectors)`;
  const fourName = `Kedun, ${four.length} detectors`;
  // As the agent reads; a page copies unit by unit.
  const readUnits = createBufferReader(Buffer);
  const wholeEngine = createTextEngine({ readUnits });
  const fourEngine = createEngine({ detectors: four, readUnits });

  printMachine();
  console.log(
    'MB = 2^20 bytes of UTF-8, CPU time, median of 5. "ours ×" = our speed with four types, divided.',
  );
  console.log(
    'Exact = every identifier found with both ends right, and nothing else of the four types.',
  );
  if (four.length < FOUR_TYPES.length) {
    const missing = FOUR_TYPES.filter((type) => four.every(({ id }) => id !== type));
    console.log(`No detector here for: ${missing.join(', ')}`);
  }

  const programs = createPrograms();
  try {
    const contenders = [
      createOwnContender(fourName, fourEngine),
      createOwnContender(wholeName, wholeEngine),
      ...createRegexContenders(),
      ...createLibraryContenders(),
      ...programs.contenders,
    ];
    let missed = 0;
    for (const [kind, make] of [
      ['mixed', makeMixedText],
      ['digits', makeDigitText],
    ] as const)
      missed += await printCorpusTable({
        corpus: makeCorpus(kind, megabytes * MEGABYTE, make),
        shorter: (sizeBytes) => makeCorpus(kind, sizeBytes, make),
        contenders,
        aims: new Map([
          [fourName, AIMS[kind].four],
          [wholeName, AIMS[kind].whole],
        ]),
      });
    missed += printPastes([
      ['four types', fourEngine],
      ['whole engine', wholeEngine],
    ]);
    missed += printHostile(wholeEngine);
    console.log(missed === 0 ? '\nAll aims met.' : `\n${missed} aims missed.`);
  } finally {
    programs.clear();
  }
}

await main();
