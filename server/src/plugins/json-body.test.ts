import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { jsonDepth } from './json-body.ts';

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

describe('depth of a JSON text', () => {
  it('is the depth of the value, whatever its strings hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        expect(jsonDepth(Buffer.from(JSON.stringify(value)))).toBe(depthOf(value));
      }),
    );
  });

  it.each([
    ['["]}\\"[[["]', 1],
    ['[[', 2],
    ['', 0],
    ['"\\\\"[', 1],
  ])('%s: %i', (text, depth) => {
    expect(jsonDepth(Buffer.from(text))).toBe(depth);
  });
});
