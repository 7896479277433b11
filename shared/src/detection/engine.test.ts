import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { explanationSchema } from '../contracts/finding.ts';
import { LIMITS } from '../contracts/vocabulary.ts';
import { ALL_VECTORS } from '../detectors/all-vectors.ts';
import { createDetectors } from '../detectors/registry.ts';
import { type Budget, createBudget } from './budget.ts';
import { createEngine } from './engine.ts';

/** Detectors that hang on nothing but the digits, whatever random prose stands around. */
const NUMBERS = new Set(['cn-mobile', 'cn-resident-id', 'bank-card']);
const engine = createEngine({
  detectors: createDetectors().filter(({ id }) => NUMBERS.has(id)),
});

const MOBILE = '13800138000';
const RESIDENT_ID = '11010519491231002X';
const CARD = '6222021234567890128';

/** How people write a number apart. */
const SEPARATORS = ['', ' ', '-', '.', '\u3000', '－', '\u200b', ' - '] as const;
const DIGIT_STYLES = ['0123456789', '０１２３４５６７８９', '⓪①②③④⑤⑥⑦⑧⑨'] as const;
/** Text that has no digits and no letter that could be the check letter. */
const prose = fc.string({
  unit: fc.constantFrom(
    '客',
    '户',
    '来',
    'a',
    'Q',
    '，',
    ' ',
    '。',
    '😀',
    '𠮷',
    '\n',
    '"',
    '<',
    '@',
  ),
  maxLength: 60,
});

/** Names of all parts of all scores. */
const partsOf = (text: string): string[] =>
  engine
    .scan(text)
    .detections.flatMap(({ explanation }) => explanation.score.map(({ part }) => part));

describe('scan', () => {
  it('never throws, keeps spans in order, inside and off the halves of pairs', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 8 }),
            fc.stringMatching(/^[0-9 .Xx-]{0,20}$/),
            fc.constantFrom(
              MOBILE,
              RESIDENT_ID,
              CARD,
              '手机',
              '\u200b',
              '\ud835',
              '①',
              '\n',
              ',',
              '"',
            ),
          ),
          { maxLength: 30 },
        ),
        (parts) => {
          const text = parts.join('');
          let end = 0;
          for (const { span, confidence, masked, explanation, value } of engine.scan(text)
            .detections) {
            expect(span.start).toBeGreaterThanOrEqual(end);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(text.length);
            expect(confidence).toBeGreaterThanOrEqual(0.3);
            expect(confidence).toBeLessThan(1);
            expect(value.reveal()).toMatch(/^[0-9]+X?$/);
            expect(masked).toMatch(/^[0-9]{3,4}\*+[0-9]{3,4}X?$/);
            expect(explanationSchema.safeParse(explanation).success).toBe(true);
            end = span.end;
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds a planted number at its exact place, whatever surrounds it and however it is written', () => {
    fc.assert(
      fc.property(
        prose,
        fc.constantFrom(MOBILE, RESIDENT_ID, CARD),
        fc.constantFrom(...SEPARATORS),
        fc.constantFrom(...DIGIT_STYLES),
        fc.boolean(),
        prose,
        (head, value, separator, style, digitByDigit, tail) => {
          const styled = Array.from(value, (digit) =>
            digit === 'X' ? digit : style.charAt(Number(digit)),
          );
          const usual = value === MOBILE ? [3, 4, 4] : value === CARD ? [4, 4, 4, 4, 3] : [6, 8, 4];
          let from = 0;
          const groups = usual.map((size) => styled.slice(from, (from += size)).join(''));
          const written = (digitByDigit ? styled : groups).join(separator);
          // A sentence end on both sides: what touches a number is the vectors' business.
          const before = `${head}「`;
          const { detections } = engine.scan(`${before}${written}」${tail}`);
          expect(detections.map(({ span, value: found }) => [span, found.reveal()])).toEqual([
            [{ start: before.length, end: before.length + written.length }, value],
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds nothing in digits that a number is only a part of', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(MOBILE, CARD),
        fc.stringMatching(/^[0-9]{5,40}$/),
        fc.stringMatching(/^[0-9]{5,40}$/),
        (value, head, tail) => {
          expect(engine.scan(head + value + tail).detections).toEqual([]);
        },
      ),
    );
  });

  it('says the same twice', () => {
    for (const { text } of ALL_VECTORS) expect(engine.scan(text)).toEqual(engine.scan(text));
  });

  it('tells the dictionary word, never text of the content', () => {
    const detection = engine
      .scan('机密客户王小明的手机号:13800138000')
      .detections.find(({ type }) => type === 'cn-mobile');
    expect(detection?.explanation.score).toEqual([
      { part: 'base', points: 0.65 },
      { part: 'label', points: 0.3, term: '手机号' },
    ]);
    expect(JSON.stringify(detection?.explanation)).not.toMatch(/王小明|13800138000/);
  });

  it('names the disguise', () => {
    expect(partsOf('1\u200b3800138000')).toContain('disguise.zero-width');
    expect(partsOf('①③⑧⓪⓪①③⑧⓪⓪⓪')).toContain('disguise.enclosed-digits');
    expect(partsOf('𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎')).toContain('disguise.unicode-digits');
    expect(partsOf('1 3 8 0 0 1 3 8 0 0 0')).toContain('form.separated');
  });
});

describe('identifiers that count with their label only', () => {
  /** Fifteen digits: resident ID of the first generation, or anything. */
  const OLD_ID = '110105491231002';
  const typesIn = (text: string): string[] =>
    engine
      .scan(text)
      .detections.filter(({ confidence }) => confidence >= 0.6)
      .map(({ type }) => type);

  it.each([
    ['before', `\u8eab\u4efd\u8bc1\u53f7\uff1a${OLD_ID}`, ['cn-resident-id']],
    ['nowhere', `\u8bb0\u5f55 ${OLD_ID}`, []],
    ['far away', `\u8eab\u4efd\u8bc1${'\u3002\u7565'.repeat(60)} ${OLD_ID}`, []],
    [
      'above, as the name of its column',
      `\u59d3\u540d\t\u8eab\u4efd\u8bc1\u53f7\n${'\u67d0\u7532\t\u7565\n'.repeat(40)}\u67d0\u4e59\t${OLD_ID}\n`,
      ['cn-resident-id'],
    ],
  ])('%s', (_name, text, expected) => {
    expect(typesIn(text)).toEqual(expected);
  });
});

describe('bounds', () => {
  it('reads the start of a text that is too long, and says so', () => {
    const text = `手机 ${MOBILE} `.padEnd(LIMITS.textLength + 1, '文') + MOBILE;
    const { detections, unscanned } = engine.scan(text);
    expect(detections).toHaveLength(1);
    expect(unscanned).toEqual([{ reason: 'too-large' }]);
  });

  it('stops counting findings at some point, and says so', () => {
    const { detections, unscanned } = engine.scan(`${MOBILE},`.repeat(60_000));
    expect(detections).toHaveLength(50_000);
    expect(unscanned).toEqual([{ reason: 'too-large' }]);
  });

  it('says when the time is up, and keeps what it found', () => {
    let clock = 0;
    const timed = createEngine({
      detectors: createDetectors(),
      startBudget: () => createBudget({ maxSteps: Infinity, budgetMs: 5, now: () => clock++ }),
    });
    const { detections, unscanned } = timed.scan(`${MOBILE}。`.repeat(20_000));
    expect(detections.length).toBeGreaterThan(0);
    expect(detections.length).toBeLessThan(20_000);
    expect(unscanned).toEqual([{ reason: 'timed-out' }]);
  });

  const hostile: readonly (readonly [string, string])[] = [
    ['base64', btoa('customer 13800138000 '.repeat(4000))],
    ['one digit', '1'.repeat(100_000)],
    ['separated digits', '1 '.repeat(50_000)],
    ['dots', 'a.a.'.repeat(25_000)],
    ['at signs', '@'.repeat(100_000)],
    ['labels', '手机号'.repeat(33_000)],
    ['threes', '138 '.repeat(25_000)],
    ['mobiles', `${MOBILE} `.repeat(8_000)],
    ['labelled mobiles', `电话${MOBILE}`.repeat(7_000)],
    ['a header and one endless row', `手机,姓名\n${`${MOBILE},`.repeat(8_000)}`],
    ['quotes', `手机,姓名\n${`"${MOBILE},\n`.repeat(6_000)}`],
    ['line breaks', `1\n`.repeat(50_000)],
  ];

  it.each(hostile)('work grows in step with the length: %s', (_name, text) => {
    const budgets: Budget[] = [];
    const metered = createEngine({
      detectors: createDetectors(),
      startBudget: () => {
        const budget = createBudget({ maxSteps: Infinity, now: () => 0 });
        budgets.push(budget);
        return budget;
      },
    });
    metered.scan(text);
    metered.scan(text + text);
    const [once = 0, twice = 0] = budgets.map(({ spent }) => spent);
    // A text is told to be too much work at twice that.
    expect(once).toBeLessThanOrEqual(24 * text.length);
    expect(twice).toBeLessThanOrEqual(2 * once + 1000);
  });
});
