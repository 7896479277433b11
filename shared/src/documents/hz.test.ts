import { expect, it } from 'vitest';

import { decodeHz } from './hz.ts';

it.each([
  ['~{JV;z~}:13812345678', '手机:13812345678'],
  ['~{JV~}~~~{;z~}', '手~机'],
  ['a~\nb~{JV~}', 'ab手'],
  ['~{JV\n~{;z~}', '手\n机'],
])('%j', (encoded, text) => {
  expect(decodeHz(encoded)).toBe(text);
});

it.each(['', '~/home', '~{abc~}', '~{手~}', '手~{JV~}', 'a~~b', '~{J ~}'])(
  'is none: %j',
  (text) => {
    expect(decodeHz(text)).toBeNull();
  },
);

it('reads a hostile text once, not once per escape', () => {
  const start = performance.now();
  decodeHz('~{JV~}'.repeat(200_000));
  decodeHz('~{JV\n'.repeat(200_000));
  expect(performance.now() - start).toBeLessThan(10_000);
});
