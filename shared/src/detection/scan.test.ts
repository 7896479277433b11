import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createBankCardDetector } from '../detectors/bank-card/detector.ts';
import { createCnMobileDetector } from '../detectors/cn-mobile/detector.ts';
import { createBudget } from './budget.ts';
import { createCharTable } from './char-table.ts';
import type { DigitGroups } from './digit-groups.ts';
import { createDigitPlan } from './digit-plan.ts';
import { scanDigitClusters } from './scan.ts';

const table = createCharTable();
const plan = createDigitPlan([createCnMobileDetector(), createBankCardDetector()]);

interface Seen {
  readonly clusters: string[][];
  readonly steps: number;
}

/** The groups of each cluster as they stand in the text. */
function scan(text: string): Seen {
  const budget = createBudget({ maxSteps: Infinity, now: () => 0 });
  const clusters: string[][] = [];
  let open: string[] = [];
  scanDigitClusters(table, plan, text, text.length, budget, (groups: DigitGroups, final) => {
    const done = final ? groups.count : groups.count - plan.maxDigits - 1;
    for (let index = groups.fromStart ? 0 : 1; index < done; index++)
      open.push(text.slice(groups.start(index), groups.end(index)));
    if (final) {
      clusters.push(open);
      open = [];
    }
    return Math.max(done - 1, 0);
  });
  return { clusters, steps: budget.spent };
}

describe('scanDigitClusters', () => {
  it.each([
    ['tel 13800138000.', [['13800138000']], 'one run'],
    ['138-0013-8000', [['138', '0013', '8000']], 'groups'],
    ['(+86) 138 0013 8000', [['86', '138', '0013', '8000']], 'a bracket and a space'],
    ['13800 ------ 138000', [], 'a gap too wide'],
    ['1\u200b3800\u200b138000', [['1\u200b3800\u200b138000']], 'invisible characters'],
    ['①13800138000', [['①', '13800138000']], 'a circled digit before a plain one'],
    ['𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎', [['𝟏𝟑𝟖𝟎𝟎𝟏𝟑𝟖𝟎𝟎𝟎']], 'digits beyond the basic plane'],
    ['11010519491231002x,', [['11010519491231002x']], 'the check letter'],
    ['1101051949123100 2 X', [['1101051949123100', '2', 'X']], 'a separated check letter'],
    ['11010519491231002xy', [['11010519491231002']], 'a letter that starts a word'],
    ['1380013', [], 'fewer digits than any number'],
    ['13800138000😀13900139000', [['13800138000'], ['13900139000']], 'an emoji between'],
  ])('%j', (text, expected) => {
    expect(scan(text).clusters).toEqual(expected);
  });

  it('misses no run of enough digits, wherever it stands', () => {
    const noise = fc.string({
      unit: fc.constantFrom('a', ' ', '中', '\u200b', '-', '😀', '.', '\n'),
    });
    fc.assert(
      fc.property(noise, fc.stringMatching(/^[0-9]{11,19}$/), noise, (head, digits, tail) => {
        const { clusters } = scan(`${head}中${digits}中${tail}`);
        expect(clusters.flat()).toContain(digits);
      }),
    );
  });

  it('loses no group of a cluster that is longer than its memory', () => {
    const numbers = Array.from({ length: 5000 }, (_, index) => String(index));
    expect(scan(numbers.join(' ')).clusters).toEqual([numbers]);
  });
});

describe('work', () => {
  const size = 100_000;
  const hostile: readonly (readonly [string, (length: number) => string])[] = [
    ['one digit', (length) => '1'.repeat(length)],
    ['separated digits', (length) => '1 '.repeat(length / 2)],
    ['dots', (length) => 'a.'.repeat(length / 2)],
    ['at signs', (length) => '@'.repeat(length)],
    ['spaces', (length) => ' '.repeat(length)],
    ['invisible characters', (length) => '\u200b'.repeat(length)],
    ['digits in invisible characters', (length) => `1${'\u200b'.repeat(10)}`.repeat(length / 11)],
    ['halves of pairs', (length) => '\ud835'.repeat(length)],
    ['threes', (length) => '138 '.repeat(length / 4)],
    ['letters X', (length) => '1X'.repeat(length / 2)],
  ];

  it.each(hostile)('grows in step with the length: %s', (_name, make) => {
    const once = scan(make(size)).steps;
    const fourTimes = scan(make(4 * size)).steps;
    expect(once).toBeLessThanOrEqual(2 * size);
    expect(fourTimes).toBeLessThanOrEqual(4 * once + 1000);
  });
});
