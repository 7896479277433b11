import { expect, it } from 'vitest';

import { foldUnit, formsOf } from './char-table.ts';

it('formsOf is the inverse of foldUnit, for every unit there is', () => {
  const formsByFolding = new Map<number, number[]>();
  for (let unit = 0; unit < 0x10000; unit++) {
    const folded = foldUnit(unit);
    formsByFolding.set(folded, [...(formsByFolding.get(folded) ?? []), unit]);
  }
  for (const [folded, forms] of formsByFolding)
    if (
      formsOf(folded)
        .toSorted((a, b) => a - b)
        .join() !== forms.join()
    )
      expect([folded, formsOf(folded)]).toEqual([folded, forms]);
  // 26 capitals, 94 full-width forms, the ideographic space.
  expect(formsByFolding.size).toBe(0x10000 - 26 - 94 - 1);
});
