import type { MountedVolume } from '../mounts/port.ts';

/** A file on a watched volume that came, changed, or was there when watching began. */
export interface SeenFile {
  readonly path: string;
  /** `present` = it was there before the agent looked: nobody at this machine is known to have written it. */
  readonly origin: 'present' | 'written';
}

export interface FileWatchHandlers {
  readonly onFile: (file: SeenFile) => void;
  /** The volume seems to have gone from under the watch, perhaps to come back: watch again. */
  readonly onGone: () => void;
  /** A part of the volume cannot be watched; `code` is the system's (ENOSPC: too few inotify watches). */
  readonly onFault: (code: string) => void;
}

export interface FileWatchHandle {
  /** Resolves when every file already there has been told. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** Files on a volume. A file made and deleted at once gives no event: told on the limits page. */
export interface FileWatch {
  readonly supportsWatching: boolean;
  watch(volume: MountedVolume, handlers: FileWatchHandlers): FileWatchHandle;
}
