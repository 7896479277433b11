import type { AlertSummary } from '@kedun/shared/contracts/api/alerts';

/** An alert for tests; `order` makes its id, and so its place in the list. */
export function alertSummary(order: number, changes: Partial<AlertSummary> = {}): AlertSummary {
  return {
    id: `019a0000-0000-7000-8000-${order.toString(16).padStart(12, '0')}`,
    state: 'open',
    severity: 'high',
    action: 'block',
    outcome: 'prevented',
    channel: 'clipboard.paste',
    clause: { pack: 'telecom-pledge', clause: 'T1' },
    clauseTitle: { zh: '不得违规复制客户信息', en: 'No copying of customer data' },
    endpointId: '019a0000-0000-7000-8000-000000000001',
    endpointName: 'hall-03',
    person: 'zhangwei',
    destination: 'chat.example',
    types: [{ type: 'cn-mobile', count: 1 }],
    masked: ['138••••5678'],
    findingCount: 1,
    customerCount: 1,
    violationCount: 1,
    occurredAt: 1_760_000_000_000 + order,
    receivedAt: 1_760_000_000_200 + order,
    ...changes,
  };
}
