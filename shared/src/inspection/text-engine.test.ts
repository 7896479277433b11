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
