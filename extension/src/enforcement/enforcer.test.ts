import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import type { VerdictAction } from '@kedun/shared/contracts/vocabulary';
import { expect, it } from 'vitest';

import { makeInspection } from '../testing/events.ts';
import { createEnforcer, type NoticeChoices } from './enforcer.ts';
import { createPasses } from './passes.ts';

function setUp() {
  const reported: EndpointEvent[] = [];
  const notices: NoticeChoices[] = [];
  let nowMs = 1_000;
  const enforcer = createEnforcer({
    reporter: { report: async (event) => void reported.push(event), waiting: () => 0 },
    notices: { show: (_content, choices) => void notices.push(choices) },
    passes: createPasses(() => nowMs),
    digestKeyId: () => 'k1',
    redact: (text) => text.replaceAll('13912345678', '139****5678'),
  });
  const outcomes = () =>
    reported.map((event) => (event.kind === 'violation' ? event.enforcement.outcome : event.kind));
  return { enforcer, reported, notices, outcomes, wait: (ms: number) => (nowMs += ms) };
}
const options = { redactable: true, interrupts: true };

it.each<[VerdictAction, 'release' | 'redact' | 'hold', string[], number]>([
  ['audit', 'release', ['released'], 0],
  ['mask', 'release', ['released'], 0],
  ['redact', 'redact', ['redacted'], 1],
  ['approve', 'hold', ['prevented'], 1],
  ['block', 'hold', ['prevented'], 1],
  ['warn', 'hold', [], 1],
])('%s: %s', (action, step, outcomes, notices) => {
  const at = setUp();
  expect(at.enforcer.settle(makeInspection({ action }), options).step).toBe(step);
  expect(at.outcomes()).toEqual(outcomes);
  expect(at.notices).toHaveLength(notices);
});

it('allow without a match is nobody’s business', () => {
  const at = setUp();
  expect(at.enforcer.settle(makeInspection({ action: 'allow' }), options).step).toBe('release');
  expect(at.outcomes()).toEqual([]);
});

it('redact is a block where the content cannot be replaced, or was not wholly read', () => {
  const at = setUp();
  const redact = makeInspection({ action: 'redact' });
  expect(at.enforcer.settle(redact, { ...options, redactable: false }).step).toBe('hold');
  const partly = { ...redact, unscanned: [{ reason: 'too-large' as const }] };
  expect(at.enforcer.settle(partly, { ...options, mask: () => undefined }).step).toBe('hold');
  expect(at.notices.at(-1)?.mask).toBeUndefined();
});

it('warn: going on resumes the act and reports the reason without identifiers', async () => {
  const at = setUp();
  let resumed = 0;
  const settled = { ...options, resume: () => (resumed += 1) };
  at.enforcer.settle(makeInspection({ action: 'warn' }), settled);
  at.notices[0]?.goOn?.('asked by 13912345678');
  await Promise.resolve();
  await Promise.resolve();
  expect(resumed).toBe(1);
  expect(at.reported[0]).toMatchObject({
    enforcement: { outcome: 'released', justification: 'asked by 139****5678' },
  });
});

const warn = () => makeInspection({ action: 'warn' });

it('warn without resume: the reason lets the next try of the same content pass, for a while', () => {
  const at = setUp();
  expect(at.enforcer.settle(warn(), options).step).toBe('hold');
  at.notices[0]?.goOn?.('needed');
  expect(at.enforcer.settle(warn(), options).step).toBe('release');
  const elsewhere = makeInspection(
    { action: 'warn' },
    { destination: { kind: 'web', host: 'x.example' } },
  );
  expect(at.enforcer.settle(elsewhere, options).step).toBe('hold');
  at.wait(300_001);
  expect(at.enforcer.settle(warn(), options).step).toBe('hold');
  expect(at.outcomes()).toEqual(['prevented', 'released']);
});

it('warn: leaving is reported as prevented', () => {
  const at = setUp();
  at.enforcer.settle(makeInspection({ action: 'warn' }), options);
  at.notices[0]?.leave?.();
  expect(at.outcomes()).toEqual(['prevented']);
});
