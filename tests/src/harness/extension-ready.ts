import { z } from 'zod';

import type { ManagedBrowser } from './chromium.ts';
import { waitFor } from './wait.ts';

/** The part of the extension's own storage that says which policy it enforces. */
const storedStateSchema = z.object({
  'endpoint-state': z.object({ bundle: z.object({ version: z.int() }).nullable() }),
});

/** Waits until the extension enforces the policy `version` or a newer one. */
export async function waitForExtensionPolicy(
  browser: ManagedBrowser,
  version: number,
): Promise<void> {
  await waitFor(
    'the extension to hold the policy',
    async () => {
      const worker = await browser.worker();
      const stored = storedStateSchema.parse(await worker.evaluate('chrome.storage.local.get()'));
      return (stored['endpoint-state'].bundle?.version ?? 0) >= version;
    },
    { timeoutMs: 20_000, everyMs: 100 },
  );
}
