import type { BrowserPolicy } from './port.ts';

function refuse(): Promise<never> {
  return Promise.reject(
    new Error('Browser policy is not written by the agent on this platform yet.'),
  );
}

/** A platform whose browsers get their policy by other means (group policy, configuration profiles). */
export function createUnsupportedBrowserPolicy(): BrowserPolicy {
  return { supportsManagedPolicy: false, apply: refuse, remove: refuse };
}
