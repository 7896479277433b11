import { describe, expect, it } from 'vitest';

import { readText } from './read-text.ts';

const SAMPLE = '姓名,手机号\n张三,13800138000\n';

/** "姓名" … in GB18030, written out: there is no encoder in the platform. */
const GB_SAMPLE = Uint8Array.from([
  0xd0,
  0xd5,
  0xc3,
  0xfb,
  0x2c,
  0xca,
  0xd6,
  0xbb,
  0xfa,
  0xba,
  0xc5,
  0x0a,
  0xd5,
  0xc5,
  0xc8,
  0xfd,
  0x2c,
  ...new TextEncoder().encode('13800138000\n'),
]);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(units.length * 2));
  for (let index = 0; index < units.length; index++)
    view.setUint16(index * 2, units.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}

const concat = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

describe('readText', () => {
  it.each([
    ['UTF-8', utf8(SAMPLE), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${SAMPLE}`), 'utf-8'],
    ['GB18030', GB_SAMPLE, 'gb18030'],
    ['UTF-16LE with a mark', utf16(SAMPLE, true, true), 'utf-16le'],
    ['UTF-16BE with a mark', utf16(SAMPLE, false, true), 'utf-16be'],
    ['UTF-16LE', utf16(SAMPLE, true, false), 'utf-16le'],
    ['UTF-16BE', utf16(SAMPLE, false, false), 'utf-16be'],
  ])('%s', (_name, bytes, encoding) => {
    expect(readText(bytes)).toEqual({ text: SAMPLE, encoding, damaged: false });
  });

  it.each([
    ['two characters of GBK', [0xcd, 0xf5, 0xce, 0xe5], '王五'],
    ['one character of GBK', [0xca, 0xd6], '手'],
    ['four bytes of GB18030', [0x95, 0x32, 0x82, 0x36, 0x31], '𠀀1'],
    ['GBK and a number', [0xb5, 0xe7, 0xbb, 0xb0, ...utf8('13800138000')], '电话13800138000'],
  ])('%s', (_name, bytes, text) => {
    expect(readText(Uint8Array.from(bytes))).toEqual({ text, encoding: 'gb18030', damaged: false });
  });

  it.each([
    ['UTF-8', utf8('电话1380013800手').subarray(0, -1), '电话1380013800', 'utf-8'],
    ['GB18030', concat(GB_SAMPLE, [0xca]), SAMPLE, 'gb18030'],
    ['UTF-16LE', utf16(SAMPLE, true, true).subarray(0, -1), SAMPLE.slice(0, -1), 'utf-16le'],
  ])('leaves out a character that is cut off at the end: %s', (_name, bytes, text, encoding) => {
    expect(readText(bytes)).toEqual({ text, encoding, damaged: false });
  });

  it('reads the rest of a text with a broken byte: one bad byte must not hide a file', () => {
    const result = readText(concat(utf8(SAMPLE), [0xff], utf8(SAMPLE)));
    expect(result).toMatchObject({ damaged: true });
    expect('text' in result && result.text).toContain('13800138000');
  });

  it('reads a log in two encodings', () => {
    const result = readText(concat(utf8(SAMPLE.repeat(3)), GB_SAMPLE, [0xff], utf8(SAMPLE)));
    expect('text' in result && result.text.match(/13800138000/g)).toHaveLength(5);
  });

  it('an empty file is an empty text', () => {
    expect(readText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', damaged: false });
  });

  const noise = Uint8Array.from(
    { length: 4096 },
    (_, index) => (index * 167 + (index >> 3)) & 0xff,
  );
  it.each([
    ['a zip', concat(utf8('PK\u0003\u0004'), noise)],
    ['a PDF', utf8('%PDF-1.7\n1 0 obj')],
    ['a PNG', concat([0x89], utf8('PNG\r\n\u001a\n'), noise)],
    ['bytes without order', noise],
    ['zeros', new Uint8Array(100)],
    ['text among zeros on both sides', utf8('a\u0000\u0000b\u0000c\u0000\u0000\u0000')],
    ['control characters', utf8('\u0001\u0002\u0003abc'.repeat(20))],
  ])('%s is told as unsupported', (_name, bytes) => {
    expect(readText(bytes)).toEqual({ unscanned: { reason: 'unsupported-type' } });
  });

  it('a file beyond the limit is not read', () => {
    expect(readText(utf8(SAMPLE), { maxBytes: 10 })).toEqual({
      unscanned: { reason: 'too-large' },
    });
    expect(readText(utf8('1234567890'), { maxBytes: 10 })).toMatchObject({ text: '1234567890' });
  });
});
