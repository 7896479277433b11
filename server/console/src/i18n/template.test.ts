import { expect, it } from 'vitest';

import { splitTemplate } from './template.ts';

it.each([
  [
    '{person} 在 {endpoint} 上',
    [{ part: 'person' }, { text: ' 在 ' }, { part: 'endpoint' }, { text: ' 上' }],
  ],
  ['没有空位', [{ text: '没有空位' }]],
  ['{a}{b}', [{ part: 'a' }, { part: 'b' }]],
  ['一个 { 括号 }', [{ text: '一个 { 括号 }' }]],
  ['', []],
])('splits %s', (template, pieces) => {
  const plain = splitTemplate(template).map(({ at: _at, ...piece }) => piece);
  expect(plain).toEqual(pieces);
});
