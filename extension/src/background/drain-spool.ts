import { type EndpointEvent, endpointEventSchema } from '@kedun/shared/contracts/endpoint-event';

import type { EventStore } from '../outbox/event-store.ts';

export interface DrainSpoolDeps {
  readonly load: () => Promise<Record<string, unknown>>;
  readonly remove: (ids: readonly string[]) => Promise<void>;
  readonly store: Pick<EventStore, 'add'>;
}

/** Takes over what content scripts wrote down while no worker answered. Malformed entries are thrown away. */
export async function drainSpool(deps: DrainSpoolDeps): Promise<number> {
  const entries = Object.entries(await deps.load());
  if (entries.length === 0) return 0;
  const events = entries.flatMap(([, value]): EndpointEvent[] => {
    const parsed = endpointEventSchema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
  if (events.length > 0) await deps.store.add(events);
  await deps.remove(entries.map(([key]) => key.slice(key.indexOf('.') + 1)));
  return events.length;
}
