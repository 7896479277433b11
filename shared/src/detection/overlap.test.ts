import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { resolveOverlaps, type Rival } from './overlap.ts';

const rival = (start: number, end: number, confidence: number, specificity = 0): Rival => ({
  start,
  end,
  confidence,
  specificity,
});

const anyRival = fc
  .record({
    start: fc.nat(60),
    length: fc.integer({ min: 1, max: 20 }),
    confidence: fc.double({ min: 0.3, max: 0.99, noNaN: true }),
    specificity: fc.constantFrom(0.1, 0.4, 0.7),
  })
  .map(({ start, length, confidence, specificity }) =>
    rival(start, start + length, confidence, specificity),
  );

describe('resolveOverlaps', () => {
  it.each([
    ['the more confident', [rival(0, 5, 0.6), rival(3, 8, 0.9)], [1]],
    [
      'the harder check, against a word near by',
      [rival(0, 18, 0.95, 0.3), rival(0, 18, 0.87, 0.7)],
      [1],
    ],
    ['the longer of equals', [rival(0, 5, 0.6), rival(0, 8, 0.6)], [1]],
    ['both of neighbours', [rival(0, 5, 0.6), rival(5, 8, 0.3)], [0, 1]],
    [
      'both ends of a chain whose middle loses',
      [rival(0, 5, 0.7), rival(4, 9, 0.6), rival(8, 12, 0.7)],
      [0, 2],
    ],
    ['the middle that wins', [rival(0, 5, 0.6), rival(4, 9, 0.7), rival(8, 12, 0.6)], [1]],
    [
      'the end that a loser overlapped',
      [rival(0, 5, 0.5), rival(4, 9, 0.6), rival(8, 12, 0.7)],
      [0, 2],
    ],
  ])('keeps %s', (_name, rivals, kept) => {
    expect(resolveOverlaps(rivals)).toEqual(kept.map((index) => rivals[index]));
  });

  it('leaves an ordered set without overlaps, and drops nothing that overlaps no one', () => {
    fc.assert(
      fc.property(fc.array(anyRival, { maxLength: 30 }), (rivals) => {
        const kept = resolveOverlaps(rivals);
        for (const [index, { start }] of kept.entries())
          expect(start).toBeGreaterThanOrEqual(kept[index - 1]?.end ?? 0);
        for (const lost of rivals.filter((one) => !kept.includes(one)))
          expect(kept.some(({ start, end }) => start < lost.end && lost.start < end)).toBe(true);
      }),
    );
  });
});
