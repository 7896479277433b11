import { describe, expect, it } from 'vitest';

import { REPORTING_CONFIDENCE } from '../detection/confidence.ts';
import { createEngine } from '../detection/engine.ts';
import { ALL_VECTORS } from './all-vectors.ts';
import { createDetectors } from './registry.ts';

const engine = createEngine({ detectors: createDetectors() });

const PREFIXES: Readonly<Record<string, string>> = {
  'cn-mobile': 'mobile',
  'cn-resident-id': 'id',
  'bank-card': 'card',
};

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
  it.each(createDetectors().map((detector) => [detector.id, detector] as const))(
    '%s has at least 15 true and 15 false vectors',
    (id) => {
      const own = ALL_VECTORS.filter((vector) => vector.id.startsWith(`${PREFIXES[id] ?? id}/`));
      const quiet = own.filter(({ expected }) => expected.length === 0);
      expect(quiet.length).toBeGreaterThanOrEqual(15);
      expect(own.length - quiet.length).toBeGreaterThanOrEqual(15);
    },
  );

  it.each(
    ALL_VECTORS.flatMap(({ id, text, expected }) => expected.map((e) => [id, text, e] as const)),
  )(
    'the masked form of %s shows a small part of the value',
    (_id, text, { start, end, masked }) => {
      const digits = text
        .slice(start, end)
        .normalize('NFKC')
        .replaceAll(/[^0-9]/g, '');
      expect(masked.replaceAll('*', '').length).toBeLessThanOrEqual(8);
      if (digits.length > 8) expect(masked).not.toContain(digits.slice(4, -4));
    },
  );
});
