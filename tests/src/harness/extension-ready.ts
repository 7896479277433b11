import type { ConsoleClient } from './console-client.ts';
import { waitFor } from './wait.ts';

async function extensionStarts(client: ConsoleClient): Promise<Map<string, number>> {
  const { endpoints } = await client.endpoints();
  const histories = await Promise.all(endpoints.map(({ id }) => client.endpointHistory(id)));
  const starts = histories
    .flatMap(({ events }) => events)
    .filter(({ kind, body }) => kind === 'program.started' && body['program'] === 'extension');
  return new Map(starts.map(({ id, body }) => [id, Number(body['policyVersion'])]));
}

/**
 * Called before a browser starts; what it answers with, called after, resolves once an extension reported that
 * it started with the policy in force, whichever way it reports.
 */
export async function waitForExtensionPolicy(client: ConsoleClient): Promise<() => Promise<void>> {
  const before = await extensionStarts(client);
  const { version } = (await client.policy()).bundle;
  return async () => {
    await waitFor(
      'the extension to hold the policy',
      async () => {
        const now = await extensionStarts(client);
        return [...now].some(([id, held]) => !before.has(id) && held >= version);
      },
      { timeoutMs: 20_000, everyMs: 100 },
    );
  };
}
