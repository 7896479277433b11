import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createTextReader } from './read-text.ts';

const readText = createTextReader();

/** The platform decodes these sets but encodes none: the way back is looked up. */
function createEncoder(encoding: 'gb18030' | 'big5'): (text: string) => Uint8Array {
  const codes = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0xfe; lead >= 0x81; lead--)
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (Array.from(character).length === 1 && character !== '\ufffd')
        codes.set(character, [lead, trail]);
    }
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((character) => {
        const code = codes.get(character) ?? [character.charCodeAt(0)];
        if (code.length === 1 && (code[0] ?? 0) > 0x7f) throw new Error(`not in ${encoding}`);
        return code;
      }),
    );
}

function wide(text: string, width: 2 | 4, littleEndian: boolean): Uint8Array {
  const units =
    width === 2
      ? Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
      : Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(units.length * width));
  for (const [at, unit] of units.entries())
    if (width === 2) view.setUint16(at * 2, unit, littleEndian);
    else view.setUint32(at * 4, unit, littleEndian);
  return new Uint8Array(view.buffer);
}

const encodeGb = createEncoder('gb18030');
const encodeBig5 = createEncoder('big5');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const join = (...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

const ENCODERS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': utf8,
  gb18030: encodeGb,
  'utf-16le': (text) => wide(text, 2, true),
  'utf-16be': (text) => wide(text, 2, false),
  'utf-32le': (text) => wide(text, 4, true),
  'utf-32be': (text) => wide(text, 4, false),
};
const HINTS =
  'UTF-8 gbk GB2312 UTF-16 utf_16_le UTF-16BE Big5 cp936 utf-7 iso-8859-1 nothing'.split(' ');

/** Everyday words of records; each is unlike its neighbours in bytes. */
const word = fc.constantFrom(
  ...'客户 姓名 张三 手机号 ： ， 地址 北京市 身份证 已签约 请注意 查收 欧阳 的 。'.split(' '),
  '一三八',
  '１３８',
  '13812345678',
  '11010519491231002X',
  'Tel: ',
  ' ',
  '\n',
);

describe.each(Object.keys(ENCODERS))('%s', (encoding) => {
  const encode = (text: string): Uint8Array => ENCODERS[encoding]?.(text) ?? new Uint8Array();

  it('reads what was written, whatever it was called', () => {
    const text = fc
      .array(word, { minLength: 1, maxLength: 30 })
      .map((words) => `客户资料${words.join('')}`);
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, ...HINTS), (written, hint) => {
        expect(readText(encode(written), { hint })).toMatchObject({
          text: written,
          damaged: false,
        });
      }),
    );
  });

  it.each([
    '的一是在不了有和人这中大为上个国我 13812345678',
    '13812345678，',
    '手机号13812345678',
    '请将该客户的资料尽快发送给我们谢谢',
    '客户姓名王建国联系方式一三八〇〇一三八〇〇〇',
  ])('%s', (text) => {
    expect(readText(encode(text))).toEqual({ text, encoding, damaged: false });
  });
});

describe('bytes that look like another encoding', () => {
  it.each([
    ['a stray zero in UTF-8', utf8('手机\u000013812345678'), '手机\u000013812345678'],
    ['a stray zero in GBK', encodeGb('手机号\u000013812345678'), '手机号\u000013812345678'],
    [
      'a zero at the end of GBK',
      encodeGb('客户手机13812345678\u0000'),
      '客户手机13812345678\u0000',
    ],
    [
      'records apart by zeros',
      utf8('name=Zhang\u0000phone=13812345678\u0000'),
      'name=Zhang\u0000phone=13812345678\u0000',
    ],
    ['a zero in UTF-16', wide('手机\u000013812345678', 2, true), '手机\u000013812345678'],
    [
      'half a unit behind UTF-16LE',
      join(wide('手机13812345678', 2, true), [0x0a]),
      '手机13812345678',
    ],
    [
      'half a unit behind UTF-16BE',
      join(wide('手机13812345678', 2, false), [0x0a]),
      '手机13812345678',
    ],
    [
      'a UTF-16 mark before UTF-8',
      join([0xff, 0xfe], utf8('手机号：13812345678')),
      '手机号：13812345678',
    ],
    [
      'a UTF-16 mark before GBK',
      join([0xfe, 0xff], encodeGb('手机号：13812345678')),
      '手机号：13812345678',
    ],
    [
      'a UTF-8 mark before GBK',
      join([0xef, 0xbb, 0xbf], encodeGb('手机号：13812345678')),
      '手机号：13812345678',
    ],
    ['a mark of UTF-32LE', wide('\ufeff手机13812345678', 4, true), '手机13812345678'],
    ['a mark of UTF-32BE', wide('\ufeff手机13812345678', 4, false), '手机13812345678'],
    [
      'a mark of GB18030',
      join([0x84, 0x31, 0x95, 0x33], encodeGb('手机13812345678')),
      '手机13812345678',
    ],
    [
      'Big5',
      encodeBig5('客戶姓名：王建國，手機號碼13812345678。'),
      '客戶姓名：王建國，手機號碼13812345678。',
    ],
    ['UTF-7', utf8('+YktnOlP3/xo-13812345678'), '手机号：13812345678'],
    ['UTF-7 whose digits are encoded', utf8('+ADEAMwA4ADEAMgAzADQANQA2ADcAOA-'), '13812345678'],
    ['HZ', utf8('~{JV;z~}:13812345678'), '手机:13812345678'],
  ])('%s', (_name, bytes, text) => {
    const result = readText(bytes);
    expect('text' in result && result.text.replace(/^\ufeff/u, '')).toBe(text);
  });

  it.each([
    '拨打+8613812345678',
    '+8613812345678',
    '+86 138 1234 5678',
    'https://example.com/?q=a+b+c&phone=13812345678',
    'MIIB+jCCAWOgAwIBAgIJAK+ZXyfwyMPmMA0G',
    '~{home}~ 13812345678',
    'Kb:g 13812345678',
  ])('stays UTF-8: %s', (text) => {
    expect(readText(utf8(text))).toEqual({ text, encoding: 'utf-8', damaged: false });
  });

  it('a hint decides between GBK and Big5 where two characters could be either', () => {
    const bytes = encodeBig5('客戶');
    expect(readText(bytes, { hint: 'Big5' })).toMatchObject({ text: '客戶' });
    expect(readText(encodeGb('客户'), { hint: 'GBK' })).toMatchObject({ text: '客户' });
    expect(readText(encodeGb('客户'))).toMatchObject({ text: '客户' });
  });

  it('a UTF-16 hint is believed where ASCII would be as good', () => {
    const bytes = wide('手机', 2, true);
    expect(readText(bytes, { hint: 'utf-16' })).toMatchObject({ text: '手机' });
    expect(readText(bytes)).toMatchObject({ text: 'Kb:g' });
    expect(readText(utf8('13812345678 '), { hint: 'utf-16' })).toMatchObject({ encoding: 'utf-8' });
  });

  it('GBK that begins with much ASCII is not judged by the ASCII', () => {
    const bytes = join(utf8('id,phone\n'.repeat(20_000)), encodeGb('手机号：13812345678'));
    expect(readText(bytes)).toMatchObject({ encoding: 'gb18030', damaged: false });
  });

  it('digits survive in a file of two encodings', () => {
    const bytes = join(utf8('客户手机13812345678\n'), encodeGb('客户手机13912345678\n'));
    const result = readText(bytes);
    expect('text' in result && result.text.match(/13[89]12345678/gu)).toHaveLength(2);
  });
});

it('never throws, and any bytes are either text or told', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.constantFrom(...HINTS), (bytes, hint) => {
      const result = readText(bytes, { hint });
      expect('text' in result || result.unscanned.reason === 'unsupported-type').toBe(true);
    }),
    { numRuns: 2000 },
  );
});
