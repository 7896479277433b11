import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { REPORTING_CONFIDENCE } from '../detection/confidence.ts';
import { createEngine } from '../detection/engine.ts';
import { ALL_VECTORS } from '../detectors/all-vectors.ts';
import { createDetectors } from '../detectors/registry.ts';
import { redactText } from './redact-text.ts';

const engine = createEngine({ detectors: createDetectors() });
const redact = (text: string): string => redactText(text, engine.scan(text).detections);

describe('redactText', () => {
  it.each([
    ['手机号:13800138000。', '手机号:138****8000。'],
    ['😀 ①③⑧⓪⓪①③⑧⓪⓪⓪ 😀', '😀 138****8000 😀'],
    ['a 138-0013-8000, b 11010519491231002X', 'a 138****8000, b 110***********002X'],
    ['nothing here', 'nothing here'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each(ALL_VECTORS.map(({ id, text }) => [id, text] as const))(
    'leaves nothing to find in %s',
    (_id, text) => {
      const redacted = redact(text);
      const left = engine
        .scan(redacted)
        .detections.filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE)
        // A secrecy mark and a word of a dictionary are shown as they are.
        .filter(({ type }) => type !== 'secrecy-mark' && type !== 'keyword');
      expect(left).toEqual([]);
    },
  );

  it('keeps everything outside the spans', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (head, tail) => {
          const span = { start: head.length, end: head.length + 3 };
          expect(redactText(`${head}abc${tail}`, [{ span, masked: '*' }])).toBe(`${head}*${tail}`);
        },
      ),
    );
  });

  it.each([
    [
      'overlapping',
      [
        { start: 0, end: 3 },
        { start: 2, end: 4 },
      ],
    ],
    [
      'out of order',
      [
        { start: 3, end: 4 },
        { start: 0, end: 1 },
      ],
    ],
    ['beyond the end', [{ start: 3, end: 9 }]],
  ])('throws on spans that are %s, without quoting the text', (_name, spans) => {
    const run = (): string =>
      redactText(
        'SECRET',
        spans.map((span) => ({ span, masked: '*' })),
      );
    expect(run).toThrow(RangeError);
    expect(run).not.toThrow(/SECRET/);
  });
});
