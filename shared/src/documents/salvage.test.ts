import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createTextReader } from './read-text.ts';
import { salvageAscii } from './salvage.ts';

const readText = createTextReader();
const NUMBER = '13812345678';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string, isLittle: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return new Uint8Array(view.buffer);
};
const WIDTHS = [utf8, (text: string) => wide(text, true), (text: string) => wide(text, false)];
const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

it.each([
  ['narrow', utf8('abc 123'), 'abc 123'],
  ['wide', wide('1', true), '1'],
  ['narrow, then wide', join(utf8('phone'), [0x0a], wide('138', true)), 'phone\n138'],
  ['wide, then narrow', join(wide('138', false), utf8('phone')), '138\nphone'],
  ['bytes that chance made ASCII', [0x81, 0x31, 0x90, 0x32, 0xff], ''],
  ['nothing', [], ''],
])('%s', (_name, bytes, text) => {
  expect(salvageAscii(Uint8Array.from(bytes))).toBe(text);
});

describe('a file of several widths', () => {
  const before = fc.constantFrom('id,phone\n', '客户资料如下：\n', 'name;tel\r\n'.repeat(50), '客');
  const after = fc.constantFrom(
    `手机${NUMBER}`,
    ` ${NUMBER}\n`,
    `客户姓名：王建国，手机号${NUMBER}，请查收。`,
  );
  const encoder = fc.constantFrom(...WIDTHS);
  const pad = fc.constantFrom([], [0], [0x0a], [0xff]);

  it('never looks clean: the number is there, or the bytes are told as unread', () => {
    fc.assert(
      fc.property(
        before,
        encoder,
        pad,
        after,
        encoder,
        (head, encodeHead, between, tail, encodeTail) => {
          const result = readText(join(encodeHead(head), between, encodeTail(tail)));
          if ('text' in result) expect(result.text).toContain(NUMBER);
          else expect(result.unscanned.reason).toBe('unsupported-type');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is told as damaged; an honest one is not', () => {
    const mixed = readText(join(wide('客户资料如下：\n'.repeat(8), true), utf8(`phone ${NUMBER}`)));
    expect(mixed).toMatchObject({ damaged: true });
    for (const honest of [
      '龘龗燚 ✓✓✓✓✓✓',
      '────────────',
      '고객 전화번호 목록입니다',
      '😀😀😀😀😀😀',
      'ابجد هوز حطي',
    ])
      expect(readText(wide(`${honest} ${NUMBER}`, true))).toEqual({
        text: `${honest} ${NUMBER}`,
        encoding: 'utf-16le',
        damaged: false,
      });
  });
});
