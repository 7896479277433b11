import { beforeAll, expect, it } from 'vitest';

import { createI18n } from '../i18n/i18n.ts';
import { eventText, isAlarming } from './event-text.ts';

let i18n: Awaited<ReturnType<typeof createI18n>>;
beforeAll(async () => {
  i18n = await createI18n('en');
});

const id = '019a0000-0000-7000-8000-000000000001';
const occurredAt = 1_760_000_000_000;

function stored(body: Record<string, unknown>) {
  const full = { id, occurredAt, ...body };
  return { id, kind: String(body['kind']), occurredAt, receivedAt: occurredAt, body: full };
}

it.each([
  [
    { kind: 'policy.refused', reason: 'rollback', offeredVersion: 3, heldVersion: 5 },
    'Older version; offered version 3, still on 5',
  ],
  [
    { kind: 'policy.refused', reason: 'bad-signature', heldVersion: 5 },
    'Bad signature; still on version 5',
  ],
  [
    {
      kind: 'device.attached',
      device: {
        bus: 'usb',
        vendorId: '0951',
        productId: '1666',
        product: 'DataTraveler',
        interfaces: ['8/6/80'],
      },
    },
    'DataTraveler · 0951:1666',
  ],
  [
    {
      kind: 'program.started',
      program: 'agent',
      version: '0.1.0',
      platform: 'Debian 12',
      policyVersion: 1,
    },
    'Agent 0.1.0 · Debian 12',
  ],
  [{ kind: 'outbox.overflow', droppedCount: 12 }, '12 events dropped'],
  // An event of a newer endpoint, or a broken one, is shown by its kind alone.
  [{ kind: 'made.up', anything: 1 }, ''],
])('says what happened: %j', (body, text) => {
  expect(eventText(stored(body), i18n.t)).toBe(text);
});

it('does not call a start alarming, but a refused policy', () => {
  expect(isAlarming(stored({ kind: 'program.started' }))).toBe(false);
  expect(isAlarming(stored({ kind: 'policy.refused' }))).toBe(true);
});
