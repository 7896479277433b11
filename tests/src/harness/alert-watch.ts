import type { AlertSummary } from '@kedun/shared/contracts/api/alerts';
import type { Channel } from '@kedun/shared/contracts/vocabulary';

import type { ConsoleClient } from './console-client.ts';
import { waitFor, type WaitOptions } from './wait.ts';

/** Tells alerts apart into those that were there before and those an act brought. */
export interface AlertWatch {
  /** The new alert on this channel; later calls answer with later ones. */
  next(channel: Channel, options?: WaitOptions): Promise<AlertSummary>;
  /** New alerts that `next` has not answered with. */
  unclaimed(): Promise<AlertSummary[]>;
}

export async function watchAlerts(client: ConsoleClient): Promise<AlertWatch> {
  const known = new Set((await client.allAlerts()).map((alert) => alert.id));
  const unclaimed = async (): Promise<AlertSummary[]> =>
    (await client.alerts('?limit=200')).alerts.filter((alert) => !known.has(alert.id));
  return {
    unclaimed,
    next: async (channel, options) => {
      const alert = await waitFor(
        `an alert on ${channel}`,
        async () => (await unclaimed()).find((candidate) => candidate.channel === channel),
        { timeoutMs: 10_000, everyMs: 25, ...options },
      );
      known.add(alert.id);
      return alert;
    },
  };
}
