import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import type { Violation } from '@kedun/shared/contracts/violation';

import { createIdMaker } from '../ids/uuidv7.ts';

const newId = createIdMaker();

/** An event that weighs little. */
export function deviceEvent(): EndpointEvent {
  return {
    kind: 'device.attached',
    id: newId(),
    occurredAt: 1_700_000_000_000,
    device: { bus: 'usb', vendorId: '0951', productId: '1666', interfaces: ['8/6/80'] },
  };
}

export function deviceEvents(count: number): EndpointEvent[] {
  return Array.from({ length: count }, deviceEvent);
}

/** A violation as an extension would send it, claiming to be of `osUser`. */
export function violationEvent(osUser = 'somebody-else'): Violation {
  const id = newId();
  return {
    kind: 'violation',
    id,
    occurredAt: 1_700_000_000_000,
    act: {
      id,
      channel: 'clipboard.copy',
      at: 1_700_000_000_000,
      actor: { osUser, employment: 'staff', groups: [] },
      source: { kind: 'web', host: 'crm.example' },
      destination: { kind: 'local' },
      content: { kind: 'text', sizeBytes: 11 },
      initiator: 'user',
    },
    findings: [],
    findingCount: 0,
    customerCount: 0,
    unscanned: [],
    verdict: { action: 'audit', severity: 'low', reasons: [], policyVersion: 1 },
    enforcement: { outcome: 'failed', detail: 'interrupted' },
    digestKeyId: 'k1',
  };
}
