import { randomUUIDv7 } from 'node:crypto';

import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import { type Violation, violationSchema } from '@kedun/shared/contracts/violation';

type StartedEvent = Extract<EndpointEvent, { kind: 'program.started' }>;

const DIGEST = 'A'.repeat(43);

/** A sound violation; masked values only, as every endpoint sends them. */
export function makeViolation(overrides: Partial<Violation> = {}): Violation {
  const id = overrides.id ?? randomUUIDv7();
  return violationSchema.parse({
    kind: 'violation',
    id,
    occurredAt: 1_700_000_000_000,
    act: {
      id,
      channel: 'clipboard.paste',
      at: 1_700_000_000_000,
      actor: { osUser: 'zhang', employment: 'staff', groups: [] },
      source: { kind: 'web', host: 'crm.localhost' },
      destination: { kind: 'web', host: 'chat.localhost' },
      content: { kind: 'text', sizeBytes: 64 },
      initiator: 'user',
    },
    findings: [
      {
        type: 'cn-resident-id',
        detectorVersion: 1,
        span: { start: 3, end: 21 },
        confidence: 0.98,
        masked: '110105********002X',
        digest: DIGEST,
        dataClass: 'identity',
        dataLevel: 4,
        record: 0,
        explanation: { checks: [{ name: 'mod-11-2', outcome: 'true' }], score: [] },
      },
    ],
    findingCount: 1,
    customerCount: 1,
    unscanned: [],
    verdict: {
      action: 'block',
      severity: 'high',
      reasons: [
        {
          rule: 'telecom.t1.paste',
          clause: { pack: 'telecom', clause: 'T1' },
          clauseTitle: { zh: '外发客户信息', en: 'Sending customer data out' },
          action: 'block',
          mode: 'enforce',
          severity: 'high',
          message: { zh: '含客户身份证号。', en: 'Holds a resident ID.' },
          alternative: { zh: '请脱敏后再发。', en: 'Mask it first.' },
        },
      ],
      policyVersion: 1,
    },
    enforcement: { outcome: 'prevented', detail: 'event-cancelled' },
    digestKeyId: 'd-test',
    ...overrides,
  });
}

export function makeStarted(overrides: Partial<StartedEvent> = {}): StartedEvent {
  return {
    kind: 'program.started',
    id: randomUUIDv7(),
    occurredAt: 1_700_000_000_000,
    program: 'agent',
    version: '0.2.0',
    platform: 'linux',
    policyVersion: 3,
    ...overrides,
  };
}
