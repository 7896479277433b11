import { unpackSteps } from '../number-steps.ts';
import { PACKED_REGIONS } from './regions.data.ts';

/** What a table of administrative divisions says of the first digits of a resident ID. */
export interface Regions {
  hasProvince(code: string): boolean;
  /** Four digits. */
  hasPrefecture(code: string): boolean;
  /** Six digits; true as well where the table names the prefecture alone. */
  hasCounty(code: string): boolean;
}

/** Counties by prefecture; null = all. */
type Prefectures = ReadonlyMap<string, ReadonlySet<string> | null>;

const two = (value: number): string => String(value).padStart(2, '0');

/** `01-03,07` as its numbers, two digits each. */
function expandList(list: string): string[] {
  return list.split(',').flatMap((range) => {
    const [from = '', to = from] = range.split('-');
    const all: string[] = [];
    for (let code = Number(from); code <= Number(to); code++) all.push(two(code));
    return all;
  });
}

/** The built-in table, see `regions.data.ts`. */
function readPacked(): Prefectures {
  const prefectures = new Map<string, ReadonlySet<string> | null>();
  for (const list of PACKED_REGIONS.split(';')) {
    let last = 0;
    for (const entry of list.slice(3).split(',')) {
      const [, step, counties = ''] = /^(\d*)(.*)/.exec(entry) ?? [];
      last += step ? Number(step) : 1;
      const known = counties === '' ? null : new Set(unpackSteps(counties).map(two));
      prefectures.set(list.slice(0, 2) + two(last), known);
    }
  }
  return prefectures;
}

function readTable(table: Readonly<Record<string, string>>): Prefectures {
  const prefectures = new Map<string, ReadonlySet<string> | null>();
  for (const [province, list] of Object.entries(table))
    for (const entry of list.split(' ')) {
      const [ranges = '', counties] = entry.split(':');
      const known = counties === undefined ? null : new Set(expandList(counties));
      for (const prefecture of expandList(ranges)) prefectures.set(province + prefecture, known);
    }
  return prefectures;
}

/**
 * Reads lists by province: `{'33': '01:01-06,08 21-27'}` = of the prefecture 01 the counties 01 to 06 and 08, of 21 to 27
 * all; without any the built-in table. Built at the first question: an engine stands in every frame of every page, most of
 * them never scan.
 */
export function createRegions(table?: Readonly<Record<string, string>>): Regions {
  let built: Prefectures | null = null;
  let provinces: ReadonlySet<string> | null = null;
  const prefecturesOf = (): Prefectures => (built ??= table ? readTable(table) : readPacked());
  const prefectureOf = (code: string): ReadonlySet<string> | null | undefined =>
    prefecturesOf().get(code.slice(0, 4));

  return {
    hasProvince(code) {
      provinces ??= new Set(Array.from(prefecturesOf().keys(), (known) => known.slice(0, 2)));
      return provinces.has(code.slice(0, 2));
    },
    hasPrefecture: (code) => prefectureOf(code) !== undefined,
    hasCounty(code) {
      const counties = prefectureOf(code);
      if (counties === undefined) return false;
      // Numbers of a prefecture without counties (东莞 4419), or given out by the prefecture itself.
      return counties === null || code.slice(4, 6) === '00' || counties.has(code.slice(4, 6));
    },
  };
}
