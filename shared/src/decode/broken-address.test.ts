import { describe, expect, it } from 'vitest';

import { createBudget } from '../detection/budget.ts';
import { createBrokenAddressDecoder } from './broken-address.ts';
import { findHits } from './decode-vectors.ts';

const budget = createBudget({ maxSteps: Infinity, now: () => 0 });

function read(text: string): readonly string[] {
  const decoder = createBrokenAddressDecoder();
  return decoder.decode(text, findHits(text, decoder.triggers), budget).map((view) => view.text);
}

describe('breaks of a page', () => {
  it.each([
    ['邮箱 768391159@qq<br>.c<br/>om 谢谢', '邮箱 768391159@qq.com 谢谢'],
    ['xuq<br>ian<BR />g@sohu.<br>com，', 'xuqiang@sohu.com，'],
  ])('inside of an address are taken out: %s', (text, plain) => {
    expect(read(text)).toEqual([plain]);
  });

  it.each([
    'a@b.com<br>c@d.com',
    'name<br>zhang.san@qq.com',
    'zhang.san@qq.com<br>tel<br>139',
    'one<br>two<br>three',
    'zhang@<br> qq.com',
    'zhang@qq<br',
    'zhang@qq<br<br<br>',
    '<br><br>@<br>',
  ])('elsewhere stay: %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
