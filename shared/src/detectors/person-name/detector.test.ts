import { faker } from '@faker-js/faker/locale/zh_CN';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { REPORTING_CONFIDENCE } from '../../detection/confidence.ts';
import { createPersonNameDetector } from './detector.ts';
import { QUIET_PROSE } from './testdata/quiet-prose.vectors.ts';
import { readSoft, sceneOf, tableOf } from './testdata/scene-of.ts';
import { VECTORS } from './vectors.ts';

const detector = createPersonNameDetector();

function reported(text: string): string[] {
  return readSoft(detector, text)
    .filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE)
    .map((told) => told.text);
}

describe('person names', () => {
  it.each(VECTORS.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const wanted = vector.expected.filter(({ type }) => type === 'person-name');
    const told = readSoft(detector, vector.text).filter(
      ({ confidence }) => confidence >= REPORTING_CONFIDENCE,
    );
    expect(told.map(({ text }) => text)).toEqual(
      wanted.map(({ start, end }) => vector.text.slice(start, end)),
    );
    expect(told.map(({ value }) => detector.mask(value))).toEqual(
      wanted.map(({ masked }) => masked),
    );
    for (const [index, { confidence }] of told.entries()) {
      expect(confidence).toBeGreaterThanOrEqual(wanted[index]?.minConfidence ?? 1);
      expect(confidence).toBeLessThanOrEqual(0.9);
    }
  });

  it('says nothing about prose without personal data', () => {
    expect(QUIET_PROSE.length).toBeGreaterThan(190);
    expect(QUIET_PROSE.flatMap(reported)).toEqual([]);
    expect(reported(QUIET_PROSE.join('\n'))).toEqual([]);
    expect(reported(QUIET_PROSE.join('。'))).toEqual([]);
  });

  it('finds nearly all names of another generator, behind a label and beside a number', () => {
    faker.seed(20240101);
    let labelled = 0;
    let beside = 0;
    const count = 400;
    for (let index = 0; index < count; index++) {
      const name = faker.person.fullName();
      if (reported(`客户姓名：${name}，等级：A`).includes(name)) labelled++;
      if (reported(`${name} 13800138000`).includes(name)) beside++;
    }
    expect(labelled / count).toBeGreaterThan(0.97);
    expect(beside / count).toBeGreaterThan(0.93);
  });

  it('reads every name of a column, and none under a header that names things', () => {
    const people = '姓名,城市\n张三,杭州\n王小明,温州\n,宁波\nZhang San,x';
    expect(readSoft(detector, people, [tableOf(people, ',')]).map(({ text }) => text)).toEqual([
      '张三',
      '王小明',
      'Zhang San',
    ]);
    const goods = 'name,price\n黄金戒指,3\n方便面,2\n李子,5\n白菜,1';
    expect(readSoft(detector, goods, [tableOf(goods, ',')])).toEqual([]);
    const phones = '联系人电话,级别\n马上,高级\n李四,普通';
    expect(readSoft(detector, phones, [tableOf(phones, ',')])).toEqual([]);
  });

  it('takes the surnames of a policy bundle instead of its own', () => {
    const own = createPersonNameDetector(['孬']);
    expect(readSoft(own, '申请人张三，联系人孬明').map(({ text }) => text)).toEqual(['孬明']);
    expect(reported('联系人孬明')).toEqual([]);
  });

  it('counts a further identifier beside', () => {
    const text = '赵敏 KH0000000001';
    expect(readSoft(detector, text)).toEqual([]);
    const [told] = readSoft(
      detector,
      text,
      [],
      [{ type: 'customer-number', start: 3, end: 15, confidence: 0.9 }],
    );
    expect(told?.text).toBe('赵敏');
  });

  it('reads any text: spans inside, ordered, apart, and no more work than the text is long', () => {
    const pieces = fc.constantFrom(
      '姓名',
      '张',
      '三',
      '：',
      ' ',
      '·',
      '先生',
      '客户',
      '13800138000',
      'name',
      'Li',
      '、',
      '\n',
      '*',
      '欧阳',
      '(',
      '为',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const want of detector.wants)
          if (want.kind === 'soft')
            for (const reading of want.read(sceneOf(text, want.anchors))) {
              expect(reading.start).toBeGreaterThanOrEqual(end);
              expect(reading.end).toBeGreaterThan(reading.start);
              expect(reading.end).toBeLessThanOrEqual(text.length);
              end = reading.end;
            }
      }),
      { numRuns: 300 },
    );
  });

  it.each(['姓名', '张三先生', '姓名：张', 'name:', '张·', '姓名：张三、'])(
    'work on %s again and again is linear',
    (piece) => {
      const text = piece.repeat(150_000 / piece.length);
      for (const want of detector.wants)
        if (want.kind === 'soft') {
          const scene = sceneOf(text, want.anchors);
          want.read(scene);
          const from = performance.now();
          want.read(scene);
          // Milliseconds in truth, minutes for quadratic work.
          expect(performance.now() - from).toBeLessThan(10_000);
        }
    },
  );
});
