import { describe, expect, it } from 'vitest';

import { toNoticeContent } from '../enforcement/notice-content.ts';
import { makeInspection } from '../testing/events.ts';
import { composeNotice } from './notice-words.ts';

const reason = {
  rule: 'r1',
  clause: { pack: 'p', clause: 'T1' },
  clauseTitle: { zh: '不违规复制', en: 'no copying' },
  action: 'block',
  mode: 'enforce',
  severity: 'high',
  message: { zh: '不行。', en: 'No.' },
  alternative: { zh: '改为脱敏粘贴。', en: 'Paste it masked.' },
} as const;

describe('a notice says what happened, why, what now', () => {
  it.each([
    [
      'zh',
      'block',
      '粘贴已拦下',
      '这段内容含1位客户的手机号，按《不违规复制》不能粘贴到chat.example。',
      '改为脱敏粘贴。',
    ],
    [
      'en',
      'block',
      'Paste held back',
      'This text holds the mobile number of 1 customer and cannot be pasted into chat.example (“no copying”).',
      'Paste it masked.',
    ],
    [
      'zh',
      'warn',
      '粘贴前请说明原因',
      '这段内容含1位客户的手机号，按《不违规复制》一般不粘贴到chat.example。',
      '确有需要，请写明原因再继续。',
    ],
    [
      'zh',
      'approve',
      '粘贴已拦下',
      '这段内容含1位客户的手机号，按《不违规复制》不能粘贴到chat.example。',
      '可以申请授权。改为脱敏粘贴。',
    ],
  ] as const)('%s, %s', (language, action, title, why, now) => {
    const content = toNoticeContent(makeInspection({ action, reasons: [reason] }));
    expect(composeNotice(content, language)).toEqual({ title, why, now });
  });

  it('before the first policy it says so, and blames nobody', () => {
    const content = toNoticeContent(makeInspection({ failure: 'no-policy' }));
    expect(composeNotice(content, 'zh').why).toContain('还没有收到本单位的策略');
    expect(composeNotice(content, 'en').why).toContain('no policy of your organisation yet');
  });

  it('names the files of a set by their redacted names', () => {
    const inspection = makeInspection({ reasons: [reason] }, { channel: 'upload.file' });
    const content = toNoticeContent(inspection, ['139****5678.csv', 'b.csv']);
    expect(composeNotice(content, 'zh').why).toContain('“139****5678.csv”等2个文件');
  });
});

it('never carries more than masked values', () => {
  const text = JSON.stringify(toNoticeContent(makeInspection({ reasons: [reason] })));
  expect(text).not.toContain('13912345678');
  expect(text).not.toContain('A'.repeat(43));
});

it.each([
  [
    ['cn-mobile', 'person-name'],
    '含2位客户的手机号、姓名，',
    'holds the mobile number and name of 2 customers ',
  ],
  [
    ['cn-mobile', 'person-name', 'bank-card', 'email'],
    '含2位客户的手机号、姓名、银行卡号等，',
    'holds the mobile number, name, bank card and more of 2 customers ',
  ],
  [
    ['uscc', 'secrecy-mark', 'keyword'],
    '含2位客户的统一社会信用代码，以及密级标志、关键词，',
    'holds the social credit code of 2 customers, and a secrecy mark and a keyword ',
  ],
  [['credential'], '含口令或密钥，', 'holds a credential '],
] as const)('names what was found: %j', (types, zh, en) => {
  const content = {
    ...toNoticeContent(makeInspection({ reasons: [reason] })),
    types: [...types],
    customerCount: 2,
  };
  expect(composeNotice(content, 'zh').why).toContain(zh);
  expect(composeNotice(content, 'en').why).toContain(en);
});
