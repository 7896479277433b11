import fc from 'fast-check';
import { expect, it } from 'vitest';

import { decodeFileName, encodeFileName } from './file-name-bytes.ts';

it.each([
  ['客户.csv', Buffer.from('客户.csv')],
  // GBK for 客户; its two middle bytes happen to be a letter in UTF-8.
  ['\udcbf\u037b\udca7.csv', Buffer.from([0xbf, 0xcd, 0xbb, 0xa7, 0x2e, 0x63, 0x73, 0x76])],
  ['a\ufffdb', Buffer.from('a\ufffdb')],
  ['a\u{1f600}\udcff', Buffer.concat([Buffer.from('a\u{1f600}'), Buffer.from([0xff])])],
  ['\ufeffa', Buffer.from('\ufeffa')],
])('%j stands for exactly its bytes', (text, bytes) => {
  expect(decodeFileName(bytes)).toBe(text);
  expect(Buffer.from(encodeFileName(text))).toEqual(bytes);
});

it('gives every name back byte for byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (array) => {
      const bytes = Buffer.from(array);
      expect(Buffer.from(encodeFileName(decodeFileName(bytes)))).toEqual(bytes);
    }),
  );
});
