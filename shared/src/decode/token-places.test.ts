import { describe, expect, it } from 'vitest';

import { createBudget } from '../detection/budget.ts';
import { ByteText } from './byte-text.ts';
import { createTokenDecoder, createTokenReaders } from './token-decoder.ts';

const decoder = createTokenDecoder(createTokenReaders(new ByteText()));
const budget = createBudget({ maxSteps: 1e12, now: () => 0 });
const MOBILE = '13800138000';
/** Looks repeat after so many units: a disguise may begin anywhere between. */
const STRIDE = 11;

function reads(text: string, plain: string): boolean {
  return decoder.decode(text, [], budget).some((view) => view.text.includes(plain));
}

/** Offsets at which the disguise is passed over in text that begins and ends with the surroundings. */
function missed(disguise: string, plain = MOBILE): string[] {
  const offsets: string[] = [];
  for (const surroundings of ['\u4e2d\u3002', 'the cat ', '12,345.67\t', ', '])
    for (let offset = 0; offset < STRIDE * 2; offset++) {
      const before = `${surroundings.repeat(9).slice(0, offset)}\n`;
      const text = `${before}${disguise}\n${surroundings.repeat(9)}`;
      if (!reads(text, plain)) offsets.push(`${surroundings}${offset}`);
    }
  return offsets;
}

function grouped(lengths: readonly number[], filler: string): string {
  let at = 0;
  return lengths.map((length) => MOBILE.slice(at, (at += length))).join(filler);
}

describe('disguises without a sign of their own are met wherever they begin', () => {
  it.each([
    ['base64', 'MTM4MDAxMzgwMDA='],
    ['base64 without padding', 'MTM4MDAxMzgwMDA'],
    ['base64 of a sentence', '5omL5py65Y+377yaMTM4MDAxMzgwMDA='],
    ['hex', '3133383030313338303030'],
    ['pairs', '31 33 38 30 30 31 33 38 30 30 30'],
    ['pairs with dashes', '31-33-38-30-30-31-33-38-30-30-30'],
    ['letters', 'l38OOl38OOO'],
    ['one letter', '1380013800O'],
  ])('%s', (_name, disguise) => {
    expect(missed(disguise)).toEqual([]);
  });

  it('letters in groups', () => {
    expect(missed('l38 OO13 8OOO', '138 0013 8000')).toEqual([]);
    expect(missed('138-0013-8OOO', '138-0013-8000')).toEqual([]);
    expect(missed('138 0013 800O', '138 0013 8000')).toEqual([]);
  });

  it('base64 of an address', () => {
    expect(missed('emhhbmd3ZWlAcXEuY29t', 'zhangwei@qq.com')).toEqual([]);
  });

  it('an ID backwards', () => {
    expect(missed('X20013219491501011', '11010519491231002X')).toEqual([]);
  });

  const groupings = [
    [3, 4, 4],
    [4, 4, 3],
    [3, 3, 5],
    [2, 2, 2, 2, 3],
    [1, 2, 2, 2, 2, 2],
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  ];
  it.each(
    groupings.flatMap((lengths) =>
      ['a', '\u54c8', 'ab', '\u54c8\u54c8', '\ud83d\ude00', 'abc', 'abcd', '%'].map(
        (filler) => [lengths, filler] as const,
      ),
    ),
  )('groups of %j with %s between', (lengths, filler) => {
    expect(missed(grouped(lengths, filler))).toEqual([]);
  });
});
