import type { MountedVolume } from '../mounts/port.ts';
import type { FileWatch, FileWatchHandlers, SeenFile } from './port.ts';

/** A watch a test speaks for. */
export interface FakeFileWatch extends FileWatch {
  /** Mount points watched now. */
  watched(): readonly string[];
  /** How often a watch was opened since the start. */
  openedCount(): number;
  say(mountPoint: string, file: SeenFile): void;
  gone(mountPoint: string): void;
}

export function createFakeFileWatch(): FakeFileWatch {
  const open = new Map<symbol, { volume: MountedVolume; handlers: FileWatchHandlers }>();
  let opened = 0;
  const at = (mountPoint: string) =>
    [...open.values()].filter((entry) => entry.volume.mountPoint === mountPoint);
  return {
    supportsWatching: true,
    watch(volume, handlers) {
      const id = Symbol(volume.mountPoint);
      open.set(id, { volume, handlers });
      opened += 1;
      return {
        ready: Promise.resolve(),
        close() {
          open.delete(id);
          return Promise.resolve();
        },
      };
    },
    watched: () => [...open.values()].map((entry) => entry.volume.mountPoint),
    openedCount: () => opened,
    say(mountPoint, file) {
      for (const { handlers } of at(mountPoint)) handlers.onFile(file);
    },
    gone(mountPoint) {
      for (const { handlers } of at(mountPoint)) handlers.onGone();
    },
  };
}
