import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decodeUtf7 } from './utf-7.ts';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** RFC 2152: every character but those of `direct` in a run of its own. */
function encodeUtf7(text: string, direct: RegExp): string {
  return Array.from(text, (character) => {
    if (character === '+') return '+-';
    if (direct.test(character)) return character;
    const bits = Array.from({ length: character.length }, (_, at) =>
      character.charCodeAt(at).toString(2).padStart(16, '0'),
    ).join('');
    const digits = bits.replace(/.{1,6}/gu, (six) => BASE64[parseInt(six.padEnd(6, '0'), 2)] ?? '');
    return `+${digits}-`;
  }).join('');
}

describe('decodeUtf7', () => {
  it.each([
    // RFC 2152, examples.
    ['A+ImIDkQ.', 'A\u2262\u0391.'],
    ['Hi Mom -+Jjo--!', 'Hi Mom -\u263a-!'],
    ['+ZeVnLIqe-', '\u65e5\u672c\u8a9e'],
    ['Item 3 is +AKM-1.', 'Item 3 is \u00a31.'],
    // As Python and Java write it: the run ends with the first character that is no base64.
    ['+YktnOg:13812345678', '手机:13812345678'],
    ['+ADEAMwA4-', '138'],
    ['1+-1=2 +T2A-', '1+1=2 你'],
    ['+2D3eAA-', '😀'],
  ])('%s', (encoded, text) => {
    expect(decodeUtf7(encoded)).toBe(text);
  });

  it.each([
    ['no run', '13812345678'],
    ['only a plus sign', '1+-1'],
    ['a phone number', '+86 13812345678'],
    ['a sum', 'a + b'],
    ['a URL', 'q=a+b&x=1'],
    ['bits that fill nothing up', '+T2B-'],
    ['half a surrogate pair', '+2D0-'],
    ['text beyond ASCII', '你 +T2A-'],
    ['nothing', ''],
  ])('is none: %s', (_name, text) => {
    expect(decodeUtf7(text)).toBeNull();
  });

  it('gives back whatever was encoded, with few or many characters written directly', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }),
        fc.constantFrom(/[A-Za-z0-9 ]/u, /[0-9]/u, /[^\s\S]/u),
        (text, direct) => {
          const encoded = encodeUtf7(text, direct);
          const decoded = decodeUtf7(encoded);
          expect(decoded).toBe(encoded.replaceAll('+-', '').includes('+') ? text : null);
        },
      ),
    );
  });
});
