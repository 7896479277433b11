import type { FileWatch } from './port.ts';
import { watchTree } from './tree-watch.ts';

/** Files on Linux volumes, by inotify. */
export function createLinuxFileWatch(): FileWatch {
  return {
    supportsWatching: true,
    watch: ({ mountPoint, device }, handlers) => watchTree({ root: mountPoint, device, handlers }),
  };
}
