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

/**
 * Reads lists by province: `{'33': '01:01-06,08 21-27'}` = of the prefecture 01 the counties 01 to 06 and 08, of 21 to 27
 * all. Built at the first question: an engine stands in every frame of every page, most of them never scan.
 */
export function createRegions(table: Readonly<Record<string, string>>): Regions {
  let built: Prefectures | null = null;

  function build(): Prefectures {
    const prefectures = new Map<string, ReadonlySet<string> | null>();
    for (const [province, list] of Object.entries(table))
      for (const entry of list.split(' ')) {
        const [ranges = '', counties] = entry.split(':');
        const known = counties === undefined ? null : new Set(expandList(counties));
        for (const prefecture of expandList(ranges)) prefectures.set(province + prefecture, known);
      }
    return prefectures;
  }

  const prefectureOf = (code: string): ReadonlySet<string> | null | undefined =>
    (built ??= build()).get(code.slice(0, 4));

  return {
    hasProvince: (code) => Object.hasOwn(table, code.slice(0, 2)),
    hasPrefecture: (code) => prefectureOf(code) !== undefined,
    hasCounty(code) {
      const counties = prefectureOf(code);
      if (counties === undefined) return false;
      // Numbers of a prefecture without counties (东莞 4419), or given out by the prefecture itself.
      return counties === null || code.slice(4, 6) === '00' || counties.has(code.slice(4, 6));
    },
  };
}
