import { expect, it } from 'vitest';

import { uuidv7Schema } from '@kedun/shared/contracts/primitives';

import { createIdMaker } from './uuidv7.ts';

it('makes valid ids that sort in the order they were made, even when the clock steps back', () => {
  let clock = 1_700_000_000_000;
  const newId = createIdMaker(() => clock);
  const ids = Array.from({ length: 10_000 }, (_, index) => {
    if (index === 5_000) clock -= 60_000;
    return newId();
  });
  expect(ids.every((id) => uuidv7Schema.safeParse(id).success)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
