import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createNameFilter } from '../name-filter.ts';
import { buildNameTables, stopWords } from './build-name-tables.ts';
import { packCharacters, unpackCharacters } from './character-set.ts';
import { STOP_HASHES } from './han-name.ts';
import { STOP_FILTER } from './name-tables.data.ts';
import { COMMON_SURNAMES, SINGLE_SURNAMES } from './name-words.data.ts';
import { builtInSurnames, COMMON_COUNT } from './surnames.data.ts';

it('the committed tables are what the lists make', async () => {
  await expect(buildNameTables()).toMatchFileSnapshot('./name-tables.data.ts');
});

it('a set of characters comes back whole', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 1100 }), { maxLength: 19 });
  fc.assert(
    fc.property(gaps, (distances) => {
      let code = 0x4dff;
      const characters = distances.map((distance) => String.fromCharCode((code += distance)));
      expect(unpackCharacters(packCharacters(characters))).toEqual(characters);
    }),
  );
});

it('the common surnames come first', () => {
  const common = new Set(SINGLE_SURNAMES.slice(0, COMMON_SURNAMES));
  expect(new Set(builtInSurnames().slice(0, COMMON_COUNT))).toEqual(common);
  expect(new Set(builtInSurnames().filter(({ length }) => length === 1))).toEqual(
    new Set(SINGLE_SURNAMES),
  );
});

it('knows every stop word, and few words that are none', () => {
  const isStop = createNameFilter(STOP_FILTER, STOP_HASHES);
  expect(stopWords().filter((word) => !isStop(word))).toEqual([]);
  let taken = 0;
  for (let code = 0; code < 10_000; code++)
    if (isStop(String.fromCharCode(0x9000 - code, 0x4e00 + code))) taken++;
  expect(taken).toBeLessThan(20);
});
