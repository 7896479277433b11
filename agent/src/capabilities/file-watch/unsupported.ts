import type { FileWatch } from './port.ts';

/** A platform on which the agent does not watch files yet. */
export function createUnsupportedFileWatch(): FileWatch {
  return {
    supportsWatching: false,
    watch: () => ({ ready: Promise.resolve(), close: () => Promise.resolve() }),
  };
}
