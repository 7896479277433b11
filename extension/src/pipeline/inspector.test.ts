import { createEngine } from '@kedun/shared/detection/engine';
import { createDetectors } from '@kedun/shared/detectors/registry';
import { expect, it } from 'vitest';

import type { EndpointState } from '../messages/endpoint-state.ts';
import { makeBundle } from '../testing/events.ts';
import { createInspector } from './inspector.ts';

const DIRTY = '手机号 13912345678';
const state: EndpointState = {
  format: 1,
  organisation: 'demo',
  assignment: { groups: ['desk'], employment: 'outsourced', unit: 'west' },
  digestKey: { id: 'k7', key: 'B'.repeat(43) },
  policyKeys: [{ kty: 'OKP', crv: 'Ed25519', x: 'B'.repeat(43) }],
  osUser: 'li',
  bundle: makeBundle(3),
  confirmedAt: 1,
};

function setUp() {
  let current: EndpointState | null = null;
  const inspector = createInspector({
    engine: createEngine({ detectors: createDetectors() }),
    state: () => current,
    now: () => 1_800_000_000_000,
    newId: () => '01900000-0000-7000-8000-0000000000aa',
    interimKey: { id: 'unconfigured', key: 'A'.repeat(43) },
  });
  const paste = (host: string, text: string) =>
    inspector.inspect({
      channel: 'clipboard.paste',
      source: { kind: 'local' },
      destination: { kind: 'web', host },
      content: { kind: 'text', sizeBytes: text.length },
      initiator: 'user',
      text,
    });
  return { inspector, paste, configure: () => (current = state) };
}

it('closed until configured: findings are blocked everywhere, clean text passes', () => {
  const { paste } = setUp();
  expect(paste('crm.example', DIRTY).verdict).toMatchObject({
    action: 'block',
    failure: 'no-policy',
  });
  expect(paste('crm.example', '四月例会').verdict.action).toBe('allow');
});

it('judges by the policy and the key that came in, at once', () => {
  const { inspector, paste, configure } = setUp();
  const before = paste('chat.example', DIRTY).findings[0]?.digest;
  configure();
  const outside = paste('chat.example', DIRTY);
  expect(outside.verdict).toMatchObject({ action: 'block', policyVersion: 3 });
  expect(outside.act.actor).toEqual({
    employment: 'outsourced',
    groups: ['desk'],
    unit: 'west',
    osUser: 'li',
  });
  expect(paste('crm.example', DIRTY).verdict.action).toBe('allow');
  expect(outside.findings[0]?.digest).not.toBe(before);
  expect(inspector.digestKeyId()).toBe('k7');
});
