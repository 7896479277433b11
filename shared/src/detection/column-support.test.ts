import { describe, expect, it } from 'vitest';

import { createDetectors } from '../detectors/registry.ts';
import { createCharTable } from './char-table.ts';
import { columnSupport } from './column-support.ts';
import { createContextTerms } from './context-score.ts';
import { createTableFinder } from './find-tables.ts';

const table = createCharTable();
const terms = createContextTerms(table, createDetectors());

/** Names of the parts for every match of `pattern`, as if those had passed the checks of a card. */
function partsOf(text: string, pattern: RegExp): (string | undefined)[] {
  const members = Array.from(text.matchAll(pattern), (match) => ({
    type: 'bank-card' as const,
    start: match.index,
    end: match.index + match[0].length,
  }));
  return columnSupport(createTableFinder(table, terms, text), members).map((part) => part?.part);
}

const rows = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n');

describe('columnSupport', () => {
  it.each([
    ['most cells pass', rows(6, (at) => `${at},6222021234567890`), 'column-support'],
    [
      'four of five',
      rows(5, (at) => `${at},${at === 2 ? '-' : '6222021234567890'}`),
      'column-support',
    ],
    [
      'as chance has it',
      rows(10, (at) => `${at},${at === 3 ? '6222' : '7333'}021234567890`),
      'column-doubt',
    ],
    ['half of them', rows(6, (at) => `${at},${at % 2 ? '6222' : '7333'}021234567890`), undefined],
    ['few rows', rows(4, (at) => `${at},6222021234567890`), undefined],
    // Landlines and mails beside it: nothing there looks like a card.
    [
      'few, but others are of other lengths',
      rows(10, (at) => `${at},${at === 3 ? '6222021234567890' : 'a@b.cn'}`),
      undefined,
    ],
    ['a list', rows(10, (at) => `${at === 3 ? '6222' : '7333'}021234567890`), 'column-doubt'],
    ['part of a text', rows(6, () => `1,call 6222021234567890 tomorrow at ten`), undefined],
    ['no table', '6222021234567890', undefined],
  ])('%s', (_name, text, expected) => {
    const parts = partsOf(text, /6222021234567890/g);
    expect(parts.length).toBeGreaterThan(0);
    expect(new Set(parts)).toEqual(new Set([expected]));
  });

  it.each([
    [
      'in a table of numbers',
      rows(8, (at) => `${at === 3 ? '6222' : '1000'} 0212 3456 7890`),
      'row-doubt',
    ],
    ['in every row', rows(8, () => '6222 0212 3456 7890'), 'column-support'],
    ['in one row of two', 'a\tb\tc\td\n6222\t0212\t3456\t7890\n1\t2\t3\t4\n', undefined],
  ])('a number across cells %s', (_name, text, expected) => {
    const parts = partsOf(text, /6222.0212.3456.7890/g);
    expect(new Set(parts)).toEqual(new Set([expected]));
  });

  it('counts the top of a long table', () => {
    const text = rows(2000, (at) => `${at},${at < 256 ? '6222' : '7333'}021234567890`);
    expect(partsOf(text, /6222021234567890/g)[0]).toBe('column-support');
  });
});
