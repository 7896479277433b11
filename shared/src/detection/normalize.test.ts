import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CHAR_CLASS, createCharTable, digitOfClass, DIGIT_LIMIT } from './char-table.ts';
import { normalizeText } from './normalize.ts';
import { DECIMAL_DIGIT_STARTS } from './unicode-digits.ts';

const table = createCharTable();
const normalize = (text: string): string => normalizeText(table, text).text;
/** Any UTF-16, lone surrogates too, with many of the characters that matter. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom(
        '\u200b',
        '\u202e',
        '１',
        '𝟏',
        '①',
        'Ｘ',
        '－',
        '\ud835',
        '\udfcf',
        'é',
        '\u0301',
      ),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('normalizeText', () => {
  it.each([
    ['１３８', '138', 'full-width digits'],
    ['𝟏𝟯𝟖', '138', 'mathematical digits'],
    ['١٣٨', '138', 'Arabic-Indic digits'],
    ['①③⑧⓪', '1380', 'circled digits'],
    ['⒈⒊₈⁰', '1380', 'digits with a stop, lowered, raised'],
    ['ＴＥＬ：', 'TEL:', 'full-width letters and signs'],
    ['138\u200b00\u202e13\ufeff', '1380013', 'zero-width and bidi characters'],
    ['1\ufe0f\u20e33\ufe0f\u20e3', '13', 'keycaps'],
    ['1\u03363\u0336', '13', 'struck-through digits'],
    ['a\u3000b\u00a0c', 'a b c', 'spaces'],
    ['1－2–3—4', '1-2-3-4', 'dashes'],
    ['a_b~c', 'a_b~c', 'signs that are no dashes'],
    ['a\u2028b', 'a\nb', 'line separators'],
    ['😀𠮷手机', '😀𠮷手机', 'what is no digit stays'],
  ])('%j is %j (%s)', (text, expected) => {
    expect(normalize(text)).toBe(expected);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalize(text);
        expect(normalize(once)).toBe(once);
      }),
    );
  });

  it('maps every part back to where it came from', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const normalized = normalizeText(table, text);
        const size = normalized.text.length + 1;
        const [from, to] = [a % size, b % size].sort((x, y) => x - y) as [number, number];
        const { start, end } = normalized.originalSpan(from, to);
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
        // What the span covers means the same; a span never cuts a pair in half.
        const part = normalized.text.slice(from, to);
        if (!/[\ud800-\udfff\ufffd]/.test(part))
          expect(normalize(text.slice(start, end))).toBe(part);
      }),
    );
  });

  it('gives an empty span for an empty range', () => {
    expect(normalizeText(table, '\u200b12').originalSpan(1, 1)).toEqual({ start: 2, end: 2 });
    expect(normalizeText(table, '').originalSpan(0, 0)).toEqual({ start: 0, end: 0 });
  });
});

describe('the table of characters', () => {
  it('knows every decimal digit the runtime knows', () => {
    const known = new Set(DECIMAL_DIGIT_STARTS);
    for (let point = 0; point <= 0x1_ff_ff; point++) {
      const character = String.fromCodePoint(point);
      if (point >= 0xd800 && point <= 0xdfff) continue;
      if (/\p{Nd}/u.test(character) && !/\p{Nd}/u.test(String.fromCodePoint(point - 1)))
        expect([known.has(point), point.toString(16)]).toEqual([true, point.toString(16)]);
    }
  });

  it('gives each digit its value', () => {
    for (const start of DECIMAL_DIGIT_STARTS)
      for (let digit = 0; digit < 10; digit++) {
        const character = String.fromCodePoint(start + digit);
        const kind =
          character.length === 2
            ? table.classOfPair(character, 0)
            : (table.classes[character.charCodeAt(0)] ?? CHAR_CLASS.OTHER);
        expect(kind).toBeLessThan(DIGIT_LIMIT);
        expect(digitOfClass(kind)).toBe(digit);
      }
  });
});
