import { describe, expect, it } from 'vitest';

import { REPORTING_CONFIDENCE } from '../detection/confidence.ts';
import { createEngine } from '../detection/engine.ts';
import { ALL_VECTORS, VECTORS_BY_TYPE } from './all-vectors.ts';
import { createDetectors } from './registry.ts';
import { VECTOR_DATA } from './vector-data.ts';

const engine = createEngine({ detectors: createDetectors(VECTOR_DATA) });

describe('vectors', () => {
  it.each(ALL_VECTORS.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const { detections, unscanned } = engine.scan(vector.text);
    const told = detections
      .filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE)
      .map(({ type, span, masked, confidence }) => ({ type, ...span, masked, confidence }));
    expect(told).toEqual(
      vector.expected.map(({ minConfidence, ...expected }) => ({
        ...expected,
        confidence: expect.toSatisfy((confidence: number) => confidence >= minConfidence),
      })),
    );
    expect(unscanned).toEqual([]);
  });

  it('have an id each', () => {
    expect(new Set(ALL_VECTORS.map(({ id }) => id)).size).toBe(ALL_VECTORS.length);
  });
});

describe('detectors', () => {
  it.each(createDetectors().map(({ id }) => id))(
    '%s has at least 10 true and 10 false vectors',
    (id) => {
      const own = VECTORS_BY_TYPE[id] ?? [];
      const quiet = own.filter(({ expected }) => expected.length === 0);
      expect(quiet.length).toBeGreaterThanOrEqual(10);
      expect(own.length - quiet.length).toBeGreaterThanOrEqual(10);
    },
  );

  it.each(
    ALL_VECTORS.flatMap(({ id, text, expected }) => expected.map((e) => [id, text, e] as const)),
  )(
    'the masked form of %s keeps back what tells one value from the next',
    (_id, text, expected) => {
      const { type, start, end, masked } = expected;
      if (type === 'secrecy-mark' || type === 'keyword') return;
      const plain = text
        .slice(start, end)
        .normalize('NFKC')
        .replaceAll(/[^0-9A-Za-z]/g, '');
      const shown = masked.replaceAll(/[^0-9A-Za-z]/g, '');
      expect(shown.length).toBeLessThanOrEqual(Math.max(10, plain.length - 3));
      if (plain.length > 5) expect(masked).not.toContain(plain);
    },
  );
});
