import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createBufferReader, readUnits } from '@kedun/shared/detection/unit-reader';

it('copies what reading unit by unit copies, halves of pairs included, and no more than fits', () => {
  const fast = createBufferReader(Buffer);
  const text = fc.string({ unit: fc.constantFrom('a', '\u4e2d', '\ud835', '\udfcf', '\u{1d7cf}') });
  fc.assert(
    fc.property(text, fc.nat(12), (content, start) => {
      const [slowly, quickly] = [new Uint16Array(7).fill(9), new Uint16Array(7).fill(9)];
      readUnits(content, start, slowly);
      fast(content, start, quickly);
      expect(quickly).toEqual(slowly);
    }),
  );
});
