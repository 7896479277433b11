import { describe, expect, it } from 'vitest';

import { createDetectors } from '../detectors/registry.ts';
import { createEngine } from './engine.ts';

const engine = createEngine({ detectors: createDetectors() });

/** What is said of the number that stands as 13800138000 in the text: confidence, and the word that spoke. */
function judge(text: string): { confidence: number; word: string | undefined } {
  const found = engine
    .scan(text)
    .detections.find(({ span, value }) => value.reveal() === '13800138000' && span.end > 0);
  return {
    confidence: found?.confidence ?? 0,
    word: found?.explanation.score.find(({ term }) => term !== undefined)?.term,
  };
}

describe('words near by', () => {
  it.each([
    ['手机号:13800138000', '手机号', 'a label'],
    ['手机号码是 13800138000', '手机号码', 'the longest word'],
    ['ＰＨＯＮＥ：13800138000', 'phone', 'full-width letters'],
    ['PHONE_NO=13800138000', 'phone no', 'a variable'],
    ['customerPhone: 13800138000', 'phone', 'a hump'],
    ['phoneNumber: 13800138000', 'phone number', 'two humps'],
    ['phones: 13800138000', 'phone', 'a plural'],
    ['手\u200b机:13800138000', '手机', 'invisible characters inside the word'],
    ['联系电话\n13800138000', '联系电话', 'a label on the line above'],
    ['订单号 20240115001234 手机 13800138000', '手机', 'the nearest word'],
    ['手机 13700137000、13900139000、13800138000', '手机', 'a list after one label'],
    ['电话(微信同号)13800138000', '微信', 'a word in brackets'],
  ])('%j: %s speaks for it (%s)', (text, word) => {
    expect(judge(text)).toEqual({ confidence: expect.toSatisfy((c: number) => c >= 0.85), word });
  });

  it.each([
    ['订单号:13800138000', '订单号'],
    ['手机型号:13800138000', '手机型号'],
    ['orderId=13800138000', 'order id'],
    ['Tracking number 13800138000', 'tracking number'],
    ['手机 13900139000 订单号 13800138000', '订单号'],
    ['金额 13800138000', '金额'],
  ])('%j: %s speaks against it', (text, word) => {
    expect(judge(text)).toEqual({ confidence: expect.toSatisfy((c: number) => c < 0.5), word });
  });

  it.each([
    ['hotel 13800138000', 'a word that only ends like a label'],
    ['telex 13800138000', 'a word that only starts like a label'],
    ['disorder 13800138000', 'a look-alike inside a word'],
    ['13800138000 订单号:5', 'a word that names what follows'],
    [`手机${'某'.repeat(60)}13800138000`, 'a word too far away'],
  ])('%j says nothing (%s)', (text) => {
    expect(judge(text)).toEqual({ confidence: 0.65, word: undefined });
  });

  it('counts less across the end of a sentence', () => {
    expect(judge('请核对订单号。客户在等 13800138000').confidence).toBeGreaterThanOrEqual(0.5);
    expect(judge('请留下手机。13800138000').confidence).toBeGreaterThan(0.65);
  });

  it('gives a word to the number it names', () => {
    expect(judge('订单号 20240115001234,客户 13800138000').confidence).toBeGreaterThanOrEqual(0.6);
  });

  it('takes the name of another identifier as a doubt', () => {
    expect(judge('银行账号 13800138000').confidence).toBeLessThan(0.6);
  });
});

describe('what touches the number', () => {
  it.each([
    ['tel13800138000', 0.95, 'a label'],
    ['model13800138000', 0, 'a word that is no label'],
    ['13800138000kg', 0, 'a word behind'],
    ['tel-13800138000', 0.95, 'a label and a dash'],
    ['ORD-13800138000', 0.34, 'a code and a dash'],
    ['/item/13800138000', 0.52, 'a path'],
    ['/mobile/13800138000', 0.95, 'a path with a label'],
    ['13800138000.50', 0, 'a fraction'],
    ['13800138000.', 0.65, 'a full stop'],
    ['¥13800138000', 0, 'a currency'],
    ['13800138000 元', 0, 'a unit'],
    ['2024-13800138000', 0.43, 'another field'],
    ['13900139000-13800138000', 0.65, 'a number of the same kind'],
    ['**13800138000**', 0.65, 'markup'],
  ])('%j has %d (%s)', (text, confidence) => {
    expect(judge(text).confidence).toBe(confidence);
  });
});
