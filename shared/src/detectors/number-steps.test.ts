import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { unpackSteps } from './number-steps.ts';

/** One step as it is written, from its meaning. */
function write(distance: number, more: number): string {
  const head = distance >= 26 ? String.fromCharCode(97 + Math.floor(distance / 26)) : '';
  const last = distance % 26;
  return `${head}${String.fromCharCode(65 + last)}${more > 0 ? more : ''}`;
}

describe('numbers packed as steps', () => {
  it.each([
    ['BC2', [1, 3, 4, 5]],
    ['bA', [26]],
    ['A1', [0, 1]],
    ['', []],
  ])('%s', (packed, numbers) => {
    expect(unpackSteps(packed)).toEqual(numbers);
  });

  it('reads what was written, whatever the steps', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 2, max: 675 }), fc.nat(30)));
    fc.assert(
      fc.property(steps, (list) => {
        const numbers: number[] = [];
        let last = 0;
        for (const [distance, more] of list) {
          last += distance;
          for (let left = more; left >= 0; left--) numbers.push(last + more - left);
          last += more;
        }
        expect(unpackSteps(list.map(([distance, more]) => write(distance, more)).join(''))).toEqual(
          numbers,
        );
      }),
    );
  });
});
