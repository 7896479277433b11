import { describe, expect, it } from 'vitest';

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
