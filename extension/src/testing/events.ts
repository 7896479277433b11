import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import type { Act } from '@kedun/shared/contracts/act';
import type { PolicyBundle } from '@kedun/shared/contracts/policy';
import type { Verdict } from '@kedun/shared/contracts/verdict';
import type { Violation } from '@kedun/shared/contracts/violation';
import type { Inspection } from '@kedun/shared/inspection/inspect';
import { createStarterBundle } from '@kedun/shared/policy/starter-bundle';
import { v7 as uuidv7 } from 'uuid';

/** Factories for tests; every value is made up. */
export function makeAct(over: Partial<Act> = {}): Act {
  return {
    id: uuidv7(),
    at: 1_800_000_000_000,
    channel: 'clipboard.paste',
    actor: { employment: 'staff', groups: [] },
    source: { kind: 'local' },
    destination: { kind: 'web', host: 'chat.example' },
    content: { kind: 'text', sizeBytes: 11 },
    initiator: 'user',
    ...over,
  };
}

export function makeInspection(verdict: Partial<Verdict>, act: Partial<Act> = {}): Inspection {
  return {
    act: makeAct(act),
    detections: [],
    findings: [
      {
        type: 'cn-mobile',
        detectorVersion: 1,
        span: { start: 0, end: 11 },
        confidence: 0.9,
        masked: '139****5678',
        digest: 'A'.repeat(43),
        dataClass: 'contact',
        dataLevel: 3,
        record: 0,
        evasions: [],
        explanation: { checks: [], score: [] },
      },
    ],
    unscanned: [],
    verdict: { action: 'block', severity: 'high', reasons: [], policyVersion: 1, ...verdict },
  };
}

export function makeViolation(over: Partial<Violation> = {}): Violation {
  const { act, findings, verdict } = makeInspection({});
  return {
    kind: 'violation',
    id: act.id,
    occurredAt: act.at,
    act,
    findings: [...findings],
    findingCount: 1,
    customerCount: 1,
    unscanned: [],
    verdict,
    enforcement: { outcome: 'prevented' },
    digestKeyId: 'k1',
    ...over,
  };
}

export function makeEvents(count: number): EndpointEvent[] {
  return Array.from({ length: count }, () => makeViolation());
}

export function makeBundle(version: number, organisation = 'demo'): PolicyBundle {
  return createStarterBundle({
    organisation,
    version,
    issuedAt: 1_800_000_000_000,
    hosts: { businessSystems: ['crm.example'], corporateSites: ['crm.example'] },
  });
}
