import { CITIES, DISTRICT_FILTER, PREFECTURES, PROVINCES } from './divisions.data.ts';
import { createNameFilter } from '../name-filter.ts';

/** Province and prefecture names, with and without their suffix, and the districts. */
export interface Divisions {
  /** Short names of provinces and prefectures: 浙江, 杭州, 延边. */
  readonly names: readonly string[];
  /** Index behind the province or prefecture that stands at `at`, suffix included; `at` = none, or the name of a road. */
  skipMain(text: string, at: number): number;
  /** Length of the known district (with 区 or 市) that ends at `end`; 0 = none. */
  districtEnding(text: string, end: number): number;
}

/** Of the filter of districts. */
export const DISTRICT_HASHES = 3;

const SUFFIXES = [
  '特别行政区',
  '壮族自治区',
  '回族自治区',
  '维吾尔自治区',
  '自治区',
  '地区',
  '省',
  '市',
  '盟',
];
const SUFFIX_HEADS = '特壮回维自地省市盟';
const ROADS = '路街巷';

/** The peoples in the name of an autonomous prefecture and its ending: 延边(朝鲜族自治州). */
const AUTONOMOUS =
  /(?:蒙古族?|朝鲜族|土家族|藏族|羌族|彝族|布依族|苗族|侗族|壮族|傣族|景颇族|傈僳族?|白族|哈尼族|哈萨克|柯尔克孜|回族)*自治州$/;

function shortName(full: string): string {
  if (full.endsWith('自治州')) return full.replace(AUTONOMOUS, '');
  const suffix = SUFFIXES.find((ending) => full.endsWith(ending));
  return suffix ? full.slice(0, -suffix.length) : full;
}

export function createDivisions(): Divisions {
  const full = [...PROVINCES.split(' '), ...PREFECTURES.split(' ')];
  const shorts = new Set([...full.map(shortName), ...CITIES.split(' ')]);
  shorts.delete('');
  /** All ways to write them, the longest first, by their first two characters. */
  const byHead = new Map<string, { readonly name: string; readonly isWhole: boolean }[]>();
  for (const name of new Set([...full, ...shorts])) {
    const isWhole = !shorts.has(name);
    const group = [...(byHead.get(name.slice(0, 2)) ?? []), { name, isWhole }];
    byHead.set(
      name.slice(0, 2),
      group.sort((one, other) => other.name.length - one.name.length),
    );
  }
  const isDistrict = createNameFilter(DISTRICT_FILTER, DISTRICT_HASHES);

  return {
    names: [...shorts],
    skipMain(text, at) {
      const found = byHead
        .get(text.slice(at, at + 2))
        ?.find(({ name }) => text.startsWith(name, at));
      if (!found) return at;
      const end = at + found.name.length;
      if (found.isWhole) return end;
      const next = text.charAt(end);
      if (SUFFIX_HEADS.includes(next || ' ')) {
        const suffix = SUFFIXES.find((each) => text.startsWith(each, end));
        if (suffix !== undefined) return end + suffix.length;
      }
      // 南京路, 南京东路, 朝阳区: a road or a district of that name.
      const isOther = next === '区' || ROADS.includes(next || ' ');
      return isOther || ROADS.includes(text.charAt(end + 1) || ' ') ? at : end;
    },
    districtEnding(text, end) {
      for (const length of [3, 4])
        if (end >= length && isDistrict(text.slice(end - length, end - 1))) return length;
      return 0;
    },
  };
}
