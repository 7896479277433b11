import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Detection } from '@kedun/shared/detection/detection';
import { createTextEngine } from '@kedun/shared/inspection/text-engine';
import { ALL_VECTORS } from '@kedun/shared/detectors/all-vectors';

import { displayWidth, fitInto, showable } from './display-width.ts';
import { createPaint } from './paint.ts';
import { renderReport } from './report.ts';

const engine = createTextEngine();
const plain = createPaint(false);

it.each([
  ['abc', 3],
  ['手机号', 6],
  ['１３８', 6],
  ['号段 ✓', 6],
  ['😀', 2],
  ['𠮷', 2],
  ['e\u0301\u200b', 1],
  ['', 0],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

it('what is cut fits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) => {
      expect(displayWidth(fitInto(text, width))).toBeLessThanOrEqual(width);
    }),
  );
});

it('shows what a terminal would obey', () => {
  expect(showable('a\u001b[31m\u202e\u0007b\n')).toBe('a·[31m··b·');
});

describe.each(['zh', 'en'] as const)('the report in %s', (language) => {
  const text = ALL_VECTORS.map((vector) => vector.text).join('\n\n');
  const [first, ...rest] = engine.scan(text).detections;
  const disguised: Detection[] = first
    ? [
        {
          ...first,
          masked: `1*${'字'.repeat(63)}`,
          evasions: ['full-width', 'utf-7', 'number-words', 'cells', 'reversed'],
        },
      ]
    : [];
  const result = {
    detections: [...disguised, ...rest],
    unscanned: [{ reason: 'too-large' as const }],
  };

  it.each([60, 80, 120])('keeps within %i columns', (width) => {
    const report = renderReport(result, { language, width, paint: plain });
    const widths = report.split('\n').map(displayWidth);
    expect(widths.length).toBeGreaterThan(50);
    expect(Math.max(...widths)).toBeLessThanOrEqual(width);
  });

  it('colours change nothing but colours', () => {
    const coloured = renderReport(result, { language, width: 80, paint: createPaint(true) });
    const uncoloured = renderReport(result, { language, width: 80, paint: plain });
    // oxlint reads control characters in patterns as mistakes.
    const escape = String.fromCharCode(27);
    const stripped = coloured
      .split(escape)
      .map((part, at) => (at === 0 ? part : part.slice(part.indexOf('m') + 1)))
      .join('');
    expect(stripped).toBe(uncoloured);
  });

  it('says so when there is nothing, and what was not listed', () => {
    const options = { language, width: 80, paint: plain };
    expect(renderReport({ detections: [], unscanned: [] }, options)).toContain('60%');
    const weak = disguised.map((each) => ({ ...each, confidence: 0.4 }));
    expect(renderReport({ detections: weak, unscanned: [] }, options).split('\n')).toHaveLength(3);
  });
});
