import { faker } from '@faker-js/faker/locale/zh_CN';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { REPORTING_CONFIDENCE } from '../../detection/confidence.ts';
import { QUIET_PROSE } from '../person-name/testdata/quiet-prose.vectors.ts';
import { readSoft, sceneOf, tableOf } from '../person-name/testdata/scene-of.ts';
import { createPostalAddressDetector } from './detector.ts';
import { VECTORS } from './vectors.ts';

const detector = createPostalAddressDetector();

function reported(text: string): string[] {
  return readSoft(detector, text)
    .filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE)
    .map((told) => told.text);
}

describe('postal addresses', () => {
  it.each(VECTORS.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const wanted = vector.expected.filter(({ type }) => type === 'postal-address');
    const told = readSoft(detector, vector.text).filter(
      ({ confidence }) => confidence >= REPORTING_CONFIDENCE,
    );
    expect(told.map(({ text }) => text)).toEqual(
      wanted.map(({ start, end }) => vector.text.slice(start, end)),
    );
    expect(told.map(({ value }) => detector.mask(value))).toEqual(
      wanted.map(({ masked }) => masked),
    );
    for (const [index, { confidence }] of told.entries())
      expect(confidence).toBeGreaterThanOrEqual(wanted[index]?.minConfidence ?? 1);
  });

  it('says nothing about prose without personal data', () => {
    expect(QUIET_PROSE.flatMap(reported)).toEqual([]);
    expect(reported(QUIET_PROSE.join('\n'))).toEqual([]);
    expect(reported(QUIET_PROSE.join('。'))).toEqual([]);
  });

  it('finds the addresses of another generator behind a label, whole', () => {
    faker.seed(20240102);
    let street = 0;
    let withCity = 0;
    const count = 300;
    for (let index = 0; index < count; index++) {
      const plain = faker.location.streetAddress(true);
      if (reported(`收货地址：${plain}，张三收`).includes(plain)) street++;
      const city = `${faker.location.state()}${faker.location.city()}${faker.location.streetAddress()}`;
      if (reported(`地址: ${city}`).includes(city)) withCity++;
    }
    expect(street / count).toBeGreaterThan(0.95);
    expect(withCity / count).toBeGreaterThan(0.95);
  });

  it('a bare place behind a label is kept, below the reporting confidence', () => {
    expect(readSoft(detector, '地址:杭州市西湖区')).toEqual([
      { text: '杭州市西湖区', value: '杭州市西湖区', confidence: 0.5 },
    ]);
  });

  it('gives one value for one address, however it is spaced and typed', () => {
    const written = ['地址:杭州市西湖区文三路478号', '地址：杭州市 西湖区 文三路４７８号'];
    expect(new Set(written.map((text) => readSoft(detector, text)[0]?.value)).size).toBe(1);
  });

  it('reads a column of addresses', () => {
    const text = 'id,收货地址\n1,文三路478号\n2,杭州市西湖区文三路\n3,无\n4,阳光花园3栋';
    expect(
      readSoft(detector, text, [tableOf(text, ',')]).map((told) => [told.text, told.confidence]),
    ).toEqual([
      ['文三路478号', 0.75],
      ['杭州市西湖区文三路', 0.65],
      ['阳光花园3栋', 0.75],
    ]);
    const hosts = 'ip地址,备注\n文三路478号,x';
    expect(
      readSoft(detector, hosts, [tableOf(hosts, ',')]).every(({ confidence }) => confidence < 0.6),
    ).toBe(true);
  });

  it('keeps at most province and city in the masked form', () => {
    for (const { expected } of VECTORS)
      for (const { masked } of expected) expect(masked.length).toBeLessThanOrEqual(11);
    expect(detector.mask('新疆维吾尔自治区乌鲁木齐市天山区解放南路1号')).toBe(
      '新疆维吾尔自治区***',
    );
    expect(detector.mask('北京朝阳区建国路93号')).toBe('北京***');
    expect(detector.mask('南京东路300号')).toBe('***');
  });

  it('reads any text: spans inside, ordered, apart', () => {
    const pieces = fc.constantFrom(
      '地址',
      '：',
      '杭州市',
      '西湖区',
      '文三',
      '路',
      '478',
      '号',
      ' ',
      ',',
      '(',
      ')',
      '3',
      '单元',
      '室',
      '村',
      'address',
      'No. 5',
      ' Road',
      '\n',
      '一',
      '的',
      '-',
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
              expect(reading.end - reading.start).toBeLessThanOrEqual(800);
              end = reading.end;
            }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '路1号',
    '省市区',
    '杭州',
    '1号',
    '地址',
    '地址：杭州市西湖区',
    '(路',
    ' road',
    '路由第1号',
    '号 ',
  ])('work on %s again and again is linear', (piece) => {
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
  });
});
