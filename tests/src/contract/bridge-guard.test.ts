import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  BRIDGE_APIS,
  guardBridgeAnswer,
  guardBridgeAsk,
  guardBridgeMisuse,
} from '@kedun/shared/contracts/bridge-guard';
import {
  bridgeAnswerSchema,
  bridgeAskSchema,
  bridgeMisuseSchema,
} from '@kedun/shared/contracts/bridge-message';

/** Near misses find more than noise: each field is right most of the time, wrong in one of many ways otherwise. */
const oddity = fc.oneof(
  fc.constantFrom(undefined, null, true, -1, 0.5, Number.NaN, Infinity, 2 ** 53, '', 'ask', [], {}),
  fc.anything(),
);
const mostly = (good: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 6, arbitrary: good }, { weight: 1, arbitrary: oddity });
const message = fc.record(
  {
    kind: mostly(fc.constantFrom('ask', 'answer')),
    id: mostly(fc.nat()),
    api: mostly(fc.constantFrom(...BRIDGE_APIS)),
    text: mostly(fc.string()),
    url: mostly(fc.webUrl()),
    decision: mostly(fc.constantFrom('allow', 'block', 'wait', 'redact')),
    extra: oddity,
  },
  { requiredKeys: [] },
);
const ask = fc.record(
  {
    kind: mostly(fc.constant('ask')),
    id: mostly(fc.nat()),
    api: mostly(fc.constantFrom(...BRIDGE_APIS)),
    text: mostly(fc.string()),
    url: mostly(fc.string()),
    partial: mostly(fc.boolean()),
    redactable: mostly(fc.boolean()),
    canWait: mostly(fc.boolean()),
  },
  { requiredKeys: ['kind'] },
);
const answer = fc.record(
  {
    kind: mostly(fc.constant('answer')),
    id: mostly(fc.nat()),
    decision: mostly(fc.constantFrom('allow', 'block', 'wait', 'redact')),
    text: mostly(fc.string()),
  },
  { requiredKeys: ['kind'] },
);
const misuse = fc.record(
  { kind: mostly(fc.constant('misuse')), count: mostly(fc.integer({ min: -1, max: 1_000_001 })) },
  { requiredKeys: ['kind'] },
);

describe.each([
  ['ask', bridgeAskSchema, guardBridgeAsk],
  ['answer', bridgeAnswerSchema, guardBridgeAnswer],
  ['misuse', bridgeMisuseSchema, guardBridgeMisuse],
] as const)('the zod-free guard of a bridge %s', (_name, schema, guard) => {
  const agrees = (value: unknown) => {
    const parsed = schema.safeParse(value);
    expect(guard(value)).toEqual(parsed.success ? parsed.data : null);
  };

  it('agrees with its schema on messages, near misses and noise', () => {
    fc.assert(fc.property(fc.oneof(ask, answer, misuse, message, fc.anything()), agrees), {
      numRuns: 5000,
    });
  });

  it('agrees with its schema at the limits of length', () => {
    for (const length of [16_000_000, 16_000_001]) {
      const text = 'x'.repeat(length);
      agrees({ kind: 'ask', id: 1, api: 'fetch', text, url: '' });
      agrees({ kind: 'answer', id: 1, decision: 'redact', text });
    }
    for (const length of [65_536, 65_537])
      agrees({ kind: 'ask', id: 1, api: 'fetch', text: '', url: 'x'.repeat(length) });
  });

  it('accepts something (so that agreeing on null alone cannot pass)', () => {
    const samples: unknown[] = [
      { kind: 'ask', id: 1, api: 'fetch', text: 'a', url: 'https://a.example/' },
      { kind: 'answer', id: 1, decision: 'redact', text: 'a' },
      { kind: 'misuse', count: 1 },
    ];
    expect(samples.map((sample) => guard(sample)).filter((result) => result !== null)).toHaveLength(
      1,
    );
  });
});
