import { allFakers } from '@faker-js/faker';
import { describe, expect, it } from 'vitest';
import validator from 'validator';

import { REPORTING_CONFIDENCE } from '../../detection/confidence.ts';
import { createEngine } from '../../detection/engine.ts';
import { createEmailDetector } from './detector.ts';

const engine = createEngine({ detectors: [createEmailDetector()] });

function found(text: string): string[] {
  return engine
    .scan(text)
    .detections.filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE)
    .map(({ span }) => text.slice(span.start, span.end));
}

describe('e-mail addresses', () => {
  it.each(['zh_CN', 'en', 'de', 'vi'] as const)(
    "another generator's addresses (%s) are found whole",
    (locale) => {
      const faker = allFakers[locale];
      faker.seed(7);
      for (let count = 0; count < 400; count++) {
        const address = faker.internet.email();
        // Names with apostrophes, and signs no mail service in China takes, are left out of the subset.
        if (!validator.isEmail(address) || !/^[\w.+-]+@/.test(address)) continue;
        expect(found(`联系方式${address}，请回复`)).toEqual([address]);
      }
    },
  );

  it('what is found is an address to another validator too', () => {
    const parts = [
      'a',
      'Z9',
      '.',
      '..',
      '-',
      '_',
      '@',
      '@',
      'qq.com',
      '.cn',
      '客',
      ' ',
      'x-',
      '/',
      ':',
    ];
    let seed = 17;
    const next = (): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed >>> 16;
    };
    let addresses = 0;
    for (let count = 0; count < 20_000; count++) {
      const text = Array.from({ length: 7 }, () => parts[next() % parts.length]).join('');
      for (const address of found(text)) {
        addresses++;
        expect(validator.isEmail(address), text).toBe(true);
      }
    }
    expect(addresses).toBeGreaterThan(200);
  });

  it.each([
    ['zhang.san@qq.com', 'z***@qq.com'],
    ['a@qq.com', '***@qq.com'],
    [
      `${'l'.repeat(64)}@${'d'.repeat(60)}.${'e'.repeat(60)}.com`,
      `l***@${'d'.repeat(60)}.${'e'.repeat(60)}.c`,
    ],
  ])('%s is shown as %s', (address, masked) => {
    expect(createEmailDetector().mask(address)).toBe(masked);
  });
});
