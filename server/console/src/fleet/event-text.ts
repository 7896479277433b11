import type { EndpointHistoryResponse } from '@kedun/shared/contracts/api/fleet';
import { endpointEventSchema } from '@kedun/shared/contracts/endpoint-event';
import type { TFunction } from 'i18next';

type StoredEvent = EndpointHistoryResponse['events'][number];

/** What a stored event says, in words; empty for one this console does not know. */
export function eventText(event: StoredEvent, t: TFunction): string {
  const parsed = endpointEventSchema.safeParse(event.body);
  if (!parsed.success) return '';
  const body = parsed.data;
  switch (body.kind) {
    case 'violation':
      return t(`channel/${body.act.channel}`);
    case 'device.attached':
    case 'device.detached': {
      const { product, vendorId, productId, serial } = body.device;
      return [product, `${vendorId}:${productId}`, serial].filter(Boolean).join(' · ');
    }
    case 'policy.refused': {
      const reason = t(`endpoints/refusal/${body.reason}`);
      const held = body.heldVersion;
      return body.offeredVersion === undefined
        ? t('endpoints/refusalHeld', { reason, held })
        : t('endpoints/refusalOffered', { reason, held, offered: body.offeredVersion });
    }
    case 'outbox.overflow':
      return t('endpoints/dropped', { count: body.droppedCount });
    case 'bridge.misuse':
      return t('endpoints/misuse', { host: body.host, count: body.count });
    case 'program.started':
      return t('endpoints/started', {
        program: t(`endpoints/kind/${body.program}`),
        version: body.version,
        platform: body.platform,
      });
  }
}

/** Events that somebody should look at. */
const ALARMING: ReadonlySet<string> = new Set([
  'policy.refused',
  'outbox.overflow',
  'bridge.misuse',
]);

export function isAlarming(event: StoredEvent): boolean {
  return ALARMING.has(event.kind);
}
