import { type EndpointEvent, endpointEventSchema } from '@kedun/shared/contracts/endpoint-event';
import type { Engine } from '@kedun/shared/detection/detection';
import { redactText } from '@kedun/shared/redaction/redact-text';

/** Ids, digests, and what names the employee or the device, not the customer. */
const LEFT_ALONE: ReadonlySet<string> = new Set([
  'id',
  'digest',
  'digestKeyId',
  'osUser',
  'employeeId',
  'serial',
]);
/**
 * Digits of a mobile number: spares the engine nearly every string. Shorter identifiers (an address, a plate, a name) pass here:
 * masking those is the endpoint's alone.
 */
const ENOUGH_DIGITS = /(?:\p{Nd}\P{Nd}*){11}/u;

export type EventRedaction =
  | { readonly isChanged: false; readonly event: EndpointEvent }
  /** Null when what is left does not keep the contract. */
  | { readonly isChanged: true; readonly event: EndpointEvent | null };

/**
 * The second line of promise 3. Endpoints mask before they report; where one fails to (a fault, an older version,
 * somebody's own program), an identifier in a free field still does not get to the disk.
 */
export function redactEvent(event: EndpointEvent, engine: Engine): EventRedaction {
  let isChanged = false;
  function redact(key: string, value: unknown): unknown {
    if (typeof value !== 'string') return value;
    if (LEFT_ALONE.has(key) || !ENOUGH_DIGITS.test(value)) return value;
    const { detections } = engine.scan(value);
    isChanged ||= detections.length > 0;
    return redactText(value, detections);
  }
  const text = JSON.stringify(event, redact);
  if (!isChanged) return { isChanged, event };
  const kept = endpointEventSchema.safeParse(JSON.parse(text));
  return { isChanged, event: kept.data ?? null };
}
