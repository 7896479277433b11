import type { EndpointHistoryResponse } from '@kedun/shared/contracts/api/fleet';
import {
  type DeviceEvent,
  type EndpointEvent,
  endpointEventSchema,
} from '@kedun/shared/contracts/endpoint-event';
import type { TFunction } from 'i18next';

type StoredEvent = EndpointHistoryResponse['events'][number];

type Say<Kind extends EndpointEvent['kind']> = (
  event: Extract<EndpointEvent, { kind: Kind }>,
  t: TFunction,
) => string;

const sayDevice = ({ device }: DeviceEvent): string =>
  [device.product, `${device.vendorId}:${device.productId}`, device.serial]
    .filter(Boolean)
    .join(' · ');

const SAYINGS: { readonly [Kind in EndpointEvent['kind']]: Say<Kind> } = {
  violation: ({ act }, t) => t(`channel/${act.channel}`),
  'device.attached': sayDevice,
  'device.detached': sayDevice,
  'policy.refused': ({ reason, offeredVersion: offered, heldVersion: held }, t) => {
    const words = t(`endpoints/refusal/${reason}`);
    return offered === undefined
      ? t('endpoints/refusalHeld', { reason: words, held })
      : t('endpoints/refusalOffered', { reason: words, held, offered });
  },
  'outbox.overflow': ({ droppedCount }, t) => t('endpoints/dropped', { count: droppedCount }),
  'bridge.misuse': ({ host, count }, t) => t('endpoints/misuse', { host, count }),
  'program.started': ({ program, version, platform }, t) =>
    t('endpoints/started', { program: t(`endpoints/kind/${program}`), version, platform }),
};

/** What a stored event says, in words; empty for one this console does not know. */
export function eventText(event: StoredEvent, t: TFunction): string {
  const parsed = endpointEventSchema.safeParse(event.body);
  if (!parsed.success) return '';
  const say = SAYINGS[parsed.data.kind] as (event: EndpointEvent, t: TFunction) => string;
  return say(parsed.data, t);
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
