import { describe, expect, it } from 'vitest';

import { expandWords } from './word-list.ts';

describe('packed word lists', () => {
  it.each([
    ['手机~', ['手机', '手机号', '手机号码']],
    ['本机+', ['本机号', '本机号码']],
    ['phone~', ['phone', 'phone no', 'phone num', 'phone number']],
    ['part+', ['part no', 'part num', 'part number']],
    ['sj^', ['sj', 'sjh', 'sjhm']],
    ['qq,qq号', ['qq', 'qq号']],
    ['s/n,p/n', ['s/n', 'p/n']],
  ])('%s', (packed, words) => {
    expect(expandWords(packed)).toEqual(words);
  });
});
