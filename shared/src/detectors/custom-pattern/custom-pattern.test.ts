import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { PatternRule } from '../../contracts/detection-data.ts';
import { createEngine } from '../../detection/engine.ts';
import { passesCheck } from './check-digits.ts';
import { createPatternDetectors, maskPattern, refusedRules } from './pattern-detectors.ts';

function rule(id: string, pattern: string, more: Partial<PatternRule> = {}): PatternRule {
  return { id, pattern, labels: [], needsLabel: false, dataLevel: 3, ...more };
}

function scan(text: string, ...rules: readonly PatternRule[]) {
  return createEngine({ detectors: createPatternDetectors('custom-pattern', rules) }).scan(text);
}

describe('pattern detectors', () => {
  it('tell the level of the rule that matched', () => {
    const { detections } = scan(
      'A12345 B12345',
      rule('a', 'A\\d{5}', { dataLevel: 2 }),
      rule('b', 'B\\d{5}', { dataLevel: 4 }),
    );
    expect(detections.map(({ masked, dataLevel }) => [masked, dataLevel])).toEqual([
      ['A1****', 2],
      ['B1****', 4],
    ]);
  });

  it('name the rule in the explanation, and the check that decided', () => {
    const [detection] = scan('LN12345674', rule('loan', 'LN\\d{8}', { check: 'luhn' })).detections;
    expect(detection?.explanation.checks).toEqual([
      { name: 'pattern', outcome: 'true' },
      { name: 'luhn', outcome: 'true' },
    ]);
    expect(detection?.explanation.score).toContainEqual({ part: 'rule', points: 0, term: 'loan' });
  });

  it('leave a rule out that cannot be run, and say why beforehand', () => {
    const rules = [rule('bad', '(a+)+\\1'), rule('good', 'G\\d{6}')];
    expect(refusedRules(rules)).toEqual([{ rule: 'bad', reason: 'backreference', at: 5 }]);
    expect(scan('G123456', ...rules).detections).toHaveLength(1);
  });

  it.each([
    ['\uff2b\uff28\uff11\uff12\uff13\uff14', ['full-width']],
    ['KH 12-34', ['separated']],
    ['KH\u0661\u0662\u0663\u0664', ['unicode-digits']],
    ['KH\u{1d7cf}\u{1d7d0}\u{1d7d1}\u{1d7d2}', ['unicode-digits']],
    ['KH\u4e00\u4e8c\u4e09\u56db', ['chinese-numerals']],
    ['K\u200bH12\u206034', ['zero-width']],
  ])('read %s and name the disguise', (text, evasions) => {
    const [detection] = scan(text, rule('kh', 'KH\\d{4}')).detections;
    expect(detection?.evasions).toEqual(evasions);
    expect(detection?.value.reveal()).toBe('KH1234');
    expect(detection?.span).toEqual({ start: 0, end: text.length });
  });

  it('take no emoji for a digit', () => {
    expect(scan('KH123\u{1f7d0}', rule('kh', 'KH\\d{4}')).detections).toEqual([]);
  });

  it('bear any text and stay inside it', () => {
    const detectors = createPatternDetectors('custom-pattern', [rule('x', '[A-Z0-9]{2,6}客?')]);
    const engine = createEngine({ detectors });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { span } of engine.scan(text).detections) {
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe('checks of rules', () => {
  it.each([
    ['luhn', '79927398713', true],
    ['luhn', '79927398710', false],
    ['mod10', '4006381333931', true],
    ['mod10', '4006381333932', false],
    ['mod11-2', '11010519491231002X', true],
    ['mod11-2', 'KH-07940', true],
    ['mod11-2', '110105194912310021', false],
    ['luhn', 'A1', false],
  ] as const)('%s of %s: %s', (kind, value, passes) => {
    expect(passesCheck(kind, value)).toBe(passes);
  });
});

describe('the mask of a pattern', () => {
  it.each([
    ['KH1234567890', 'KH******7890'],
    ['12345678', '12****78'],
    ['A1234', 'A1***'],
    ['A12', 'A**'],
    ['A', '*'],
    ['甲乙丙丁戊己庚辛壬癸', '甲乙****庚辛壬癸'],
  ])('%s → %s', (value, masked) => {
    expect(maskPattern(value)).toBe(masked);
  });
});
