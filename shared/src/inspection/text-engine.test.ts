import { describe, expect, it } from 'vitest';

import { REPORTING_CONFIDENCE } from '../detection/confidence.ts';
import { ALL_VECTORS } from '../detectors/all-vectors.ts';
import { VECTOR_DATA } from '../detectors/vector-data.ts';
import { createTextEngine } from './text-engine.ts';

describe('createTextEngine', () => {
  it('works before there is a policy', () => {
    expect(createTextEngine().scan('手机 13800138000').detections).toHaveLength(1);
    expect(createTextEngine({ policy: () => null }).scan('13800138000').detections).toHaveLength(1);
  });

  it('takes the tables of the policy in force, from its next version on', () => {
    let bundle = { version: 1, detection: {} as { mobilePrefixes?: string[] } };
    const engine = createTextEngine({ policy: () => bundle });
    expect(engine.scan('手机 13800138000').detections).toHaveLength(1);
    bundle = { version: 2, detection: { mobilePrefixes: ['120'] } };
    expect(engine.scan('手机 13800138000').detections).toHaveLength(0);
    expect(engine.scan('手机 12000138000').detections).toHaveLength(1);
  });
});

describe('with its decoders', () => {
  const engine = createTextEngine({ policy: () => ({ version: 1, detection: VECTOR_DATA }) });

  it.each(ALL_VECTORS.map((vector) => [vector.id, vector] as const))(
    'says of %s what the detectors alone say',
    (_id, { text, expected }) => {
      const told = engine
        .scan(text)
        .detections.filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE)
        .map(({ type, span, masked }) => ({ type, ...span, masked }));
      expect(told).toEqual(expected.map(({ minConfidence: _unused, ...finding }) => finding));
    },
  );
});

describe('borders inside the engine', () => {
  const engine = createTextEngine();
  const record =
    '客户张伟，手机 138-0013-8000，证件 11010519491231002X，邮箱 zhang(at)qq.com，卡号&#54;222021234567890128。\n';
  const told = (text: string, from: number) =>
    engine
      .scan(text)
      .detections.filter(({ span }) => span.start >= from)
      .map(({ type, span, masked, confidence }) => [
        type,
        span.start - from,
        span.end - from,
        masked,
        confidence,
      ]);

  /** Units are read in chunks of 8,192, groups of digits kept 512 at a time, the walk looks at every n-th unit. */
  it.each([8100, 8150, 8180, 8190, 8191, 8192, 8193, 16_350, 16_380])(
    'say nothing: the same findings behind %i units',
    (distance) => {
      const alone = told(`\n\n${record}`, 2);
      expect(alone.length).toBeGreaterThanOrEqual(5);
      for (let step = 0; step < 12; step++) {
        const head = `${'文'.repeat(distance + step)}\n\n`;
        expect(told(head + record, head.length)).toEqual(alone);
      }
    },
  );

  it('say nothing behind more numbers than are kept at a time', () => {
    const alone = told(`\n\n${record}`, 2);
    for (let count = 505; count < 520; count++) {
      const head = `${'7 '.repeat(count)}。\n\n`;
      expect(told(head + record, head.length)).toEqual(alone);
    }
  });
});
