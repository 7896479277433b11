import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readLocalNumbers } from './cn-landline/local-number.ts';
import { readPlateText } from './cn-plate/plate-text.ts';
import { codesAt } from './read-code.ts';

/** The codes of nine characters around the first run of digits. */
function codesIn(text: string, length = 9): string[] {
  const start = text.search(/[0-9\uff10-\uff19]/);
  let end = start;
  while (end < text.length && /[0-9\uff10-\uff19]/.test(text.charAt(end))) end++;
  return codesAt({ text, start, end }, [length]).map(({ value }) => value);
}

describe('codes of letters and digits', () => {
  it.each([
    ['E12345678', ['E12345678']],
    ['护照E12345678入境', ['E12345678']],
    ['e12345678', ['E12345678']],
    ['E 1234 5678', ['E12345678']],
    ['E\u200b12345678', ['E12345678']],
    ['\uff2512345678', ['E12345678']],
    ['E1234567\u0668', ['E12345678']],
    ['E1234567\u2467', ['E12345678']],
    ['E1234567\ud835\udfd6', ['E12345678']],
    // Part of a longer word, two separators, another length.
    ['XE12345678', []],
    ['E12345678F', []],
    ['E--12345678', []],
    ['E1234567', []],
  ])('%j', (text, values) => {
    expect(codesIn(text)).toEqual(values);
  });

  it('tells how the code was disguised', () => {
    const [code] = codesAt({ text: '\uff25\u200b12345678', start: 2, end: 10 }, [9]);
    expect(code?.evasions.toSorted((a, b) => a.localeCompare(b))).toEqual([
      'full-width',
      'zero-width',
    ]);
  });

  it('reads both ends of a long row of numbers', () => {
    const row = '1234 '.repeat(40);
    const text = `E12345678 ${row}12345678 G87654321`;
    const place = { text, start: 1, end: text.lastIndexOf(' G') };
    expect(codesAt(place, [9]).map(({ value }) => value)).toContain('E12345678');
  });

  it('never leaves the text, whatever stands in it', () => {
    const noise = fc.array(
      fc.constantFrom(
        'E',
        '1',
        '12345678',
        ' ',
        '-',
        '\u200b',
        '\ud835',
        '\udfce',
        '护',
        '\ud835\udfce',
        '①',
        '\uff11',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(noise, fc.nat(), fc.nat(), (parts, a, b) => {
        const text = parts.join('');
        const start = a % (text.length + 1);
        const end = start + (b % (text.length - start + 1));
        for (const code of codesAt({ text, start, end }, [9, 11, 18])) {
          expect(code.start).toBeGreaterThanOrEqual(0);
          expect(code.end).toBeLessThanOrEqual(text.length);
          expect(code.value).toMatch(/^[0-9A-Z]+$/);
          expect(
            codesAt({ text: code.value, start: 0, end: code.value.length }, [code.value.length]),
          ).toHaveLength(1);
        }
      }),
    );
  });
});

describe('hostile texts', () => {
  /**
   * A place is looked at with constant work, so a text full of places costs milliseconds; work in step with the square of its
   * length would take minutes.
   */
  const elapsed = (work: () => void): number => {
    const before = performance.now();
    work();
    return performance.now() - before;
  };

  it.each([
    ['letters and digits', 'A1234567 '.repeat(12_000)],
    ['one word', 'A1'.repeat(50_000)],
    ['invisible characters', `A${'\u200b'.repeat(100_000)}1234567`],
    ['high surrogates', '\ud835'.repeat(100_000)],
  ])('%s', (_name, text) => {
    const places = Array.from({ length: 100_000 }, (_, at) => at);
    const ms = elapsed(() => {
      for (const start of places) codesAt({ text, start, end: start + 7 }, [9, 18]);
    });
    expect(ms).toBeLessThan(10_000);
  });

  it('plates and labels', () => {
    const plates = '京A'.repeat(50_000);
    const labels = '座机:'.repeat(33_000);
    const anchors = Array.from({ length: 33_000 }, (_, at) => ({
      anchor: '座机',
      start: at * 3,
      end: at * 3 + 2,
    }));
    const ms = elapsed(() => {
      for (let at = 1; at < plates.length; at += 2) readPlateText(plates, at);
      readLocalNumbers({ text: labels, anchors, tables: [], findings: [] });
    });
    expect(ms).toBeLessThan(10_000);
  });
});

describe('local numbers in tables', () => {
  it('counts in a column that names them and nowhere else', () => {
    const text = '87654321\t12345678\t8765-4321';
    const cells = [
      { row: 0, column: 0, start: 0, end: 8 },
      { row: 0, column: 1, start: 9, end: 17 },
      { row: 0, column: 2, start: 18, end: 27 },
    ];
    const table = {
      start: 0,
      end: text.length,
      headers: ['办公电话', '座机', 'order_no'],
      cellAt: () => null,
      rows: () => [cells],
    };
    const found = readLocalNumbers({ text, anchors: [], tables: [table], findings: [] });
    expect(found.map(({ value }) => value)).toEqual(['87654321']);
  });
});
