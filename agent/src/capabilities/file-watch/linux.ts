import { type FSWatcher as NodeWatcher, type Stats, watch as watchNode } from 'node:fs';
import path from 'node:path';

import { watch as watchTree } from 'chokidar';

import { errorCode } from '../../logging/logger.ts';
import type { FileWatch, FileWatchHandlers } from './port.ts';

/**
 * Files by chokidar (inotify). Its handling of "atomic" saves is off: it would leave out names that look
 * like an editor's temporary files, and `customers.csv~` is customers all the same.
 */
export function createLinuxFileWatch(): FileWatch {
  return {
    supportsWatching: true,
    watch(volume, handlers) {
      const root = volume.mountPoint;
      const startedAtMs = Date.now();
      const device = Number(volume.device);
      const tree = watchTree(root, {
        followSymlinks: false,
        atomic: false,
        ignoreInitial: false,
        alwaysStat: true,
        persistent: true,
        // Another file system mounted below has a watch of its own, if it is to be watched.
        ignored: (_, stats) => stats !== undefined && stats.dev !== device,
      });
      const tell = (file: string, stats?: Stats) =>
        handlers.onFile({
          path: file,
          origin: stats !== undefined && stats.ctimeMs >= startedAtMs ? 'written' : 'present',
        });
      tree.on('add', tell);
      tree.on('change', tell);
      tree.on('error', (error) => handlers.onFault(errorCode(error)));
      const ready = new Promise<void>((resolve) => {
        tree.on('ready', () => resolve());
      });
      const stopRoot = watchForUnmount(root, handlers);
      return {
        ready,
        async close() {
          stopRoot();
          await tree.close();
        },
      };
    },
  };
}

/**
 * inotify tells of an unmount (IN_UNMOUNT) where the list of mounts, read a moment too late, shows the
 * same volume again. Node passes it on as `rename` of the watched directory itself.
 */
function watchForUnmount(root: string, handlers: FileWatchHandlers): () => void {
  let watcher: NodeWatcher;
  try {
    watcher = watchNode(root, { persistent: false });
  } catch (error) {
    handlers.onFault(errorCode(error));
    return () => undefined;
  }
  watcher.on('change', (event, name) => {
    if (event === 'rename' && name === path.basename(root)) handlers.onGone();
  });
  watcher.on('error', (error) => handlers.onFault(errorCode(error)));
  return () => watcher.close();
}
