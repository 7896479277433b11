import { describe, expect, it } from 'vitest';

import { findPlanted } from '../harness/planted.ts';

const ID = '11010519491231002X';
const NAME = '欧阳文轩';

/** The search the leak tests rest on must itself find what hides. */
describe('the search for planted values', () => {
  it.each<[string, Buffer | string]>([
    ['plain', `{"a":"${ID}"}`],
    ['UTF-16', Buffer.from(`x${ID}`, 'utf16le')],
    ['hex', `\\x${Buffer.from(ID).toString('hex')}`],
    ['base64, at the start', Buffer.from(`${ID} and more`).toString('base64')],
    ['base64, shifted by one', Buffer.from(`a${ID}!`).toString('base64')],
    ['base64, shifted by two', Buffer.from(`ab${ID}`).toString('base64')],
    ['base64url in a JWS', Buffer.from(`{"text":"${ID}"}`).toString('base64url')],
    [
      'full-width',
      '11010519491231002X'.replace(/\d/gu, (d) => String.fromCharCode(0xff10 + Number(d))),
    ],
    ['grouped', '1101 0519 4912 3100 2X'],
  ])('finds a resident ID written as %s', (_name, haystack) => {
    expect(findPlanted([ID], { haystack })).not.toEqual([]);
  });

  it.each([
    ['plain', `客户 ${NAME}`],
    ['percent-encoded', `/q?n=${encodeURIComponent(NAME)}`],
    [
      'JSON escapes',
      NAME.replace(/./gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ],
    ['base64', Buffer.from(`name=${NAME}`).toString('base64')],
  ])('finds a name written as %s', (_name, haystack) => {
    expect(findPlanted([NAME], { haystack })).not.toEqual([]);
  });

  it('says where, and nothing where there is nothing', () => {
    const found = findPlanted([ID], { log: `x${ID}`, wire: '110105 •••••••• 002X' });
    expect(found).toEqual([{ value: ID, encoding: 'utf-8', where: 'log' }]);
  });
});
