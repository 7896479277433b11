import type { Mounts } from './port.ts';

/** A platform on which the agent does not watch volumes yet; the status says so. */
export function createUnsupportedMounts(): Mounts {
  return {
    supportsEvents: false,
    list: () => Promise.resolve([]),
    watch: () => () => undefined,
  };
}
