import { describe, expect, it } from 'vitest';

import { createCnMobileDetector } from '../detectors/cn-mobile/detector.ts';
import { createBankCardDetector } from '../detectors/bank-card/detector.ts';
import { createDetectors } from '../detectors/registry.ts';
import { createContextTerms } from './context-score.ts';
import { createCharTable } from './char-table.ts';
import type { Detector, DigitWant } from './detector.ts';
import { createDigitPlan, shapeCode } from './digit-plan.ts';

function detectorWanting(want: Partial<DigitWant>): Detector {
  const base: DigitWant = { kind: 'digits', lengths: [11], shapes: [], leads: '1' };
  return { ...createCnMobileDetector(), wants: [{ ...base, ...want }] };
}

describe('createDigitPlan', () => {
  it('takes the stride from the shortest number and the reach from the longest with its prefix', () => {
    expect(createDigitPlan([createCnMobileDetector(), createBankCardDetector()])).toMatchObject({
      minDigits: 11,
      maxDigits: 19,
    });
    const plan = createDigitPlan([detectorWanting({ lengths: [7, 8], prefixes: ['0086'] })]);
    expect(plan).toMatchObject({ minDigits: 7, maxDigits: 12 });
  });

  it('tells shapes apart', () => {
    const codes = createDetectors()
      .flatMap(({ wants }) => wants.flatMap((want) => (want.kind === 'digits' ? want.shapes : [])))
      .map((shape) => `${shape.join('-')} ${shapeCode(shape)}`);
    const byCode = new Map(codes.map((code) => code.split(' ').toReversed() as [string, string]));
    expect(byCode.size).toBe(new Set(codes).size);
  });

  it.each([
    ['another sum', [3, 4]],
    ['too many groups', [1, 1, 1, 1, 1, 1, 5]],
  ])('refuses a shape of %s', (_name, shape) => {
    expect(() => createDigitPlan([detectorWanting({ shapes: [shape] })])).toThrow(/shape/);
  });
});

describe('createContextTerms', () => {
  it('refuses a word of one character: it would speak everywhere', () => {
    const detector = { ...createCnMobileDetector(), context: { for: ['机'] } };
    expect(() => createContextTerms(createCharTable(), [detector])).toThrow(/two characters/);
  });
});
