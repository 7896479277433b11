import type { PolicyBundle } from '@kedun/shared/contracts/policy';

import type { FileWatch, FileWatchHandle } from '../capabilities/file-watch/port.ts';
import type { MountedVolume, Mounts } from '../capabilities/mounts/port.ts';
import { type Logger, errorCode } from '../logging/logger.ts';
import type { ExaminationQueue } from './examination-queue.ts';

export type WatchedVolumes = PolicyBundle['agent']['watchedVolumes'];

/** Before the first policy: media a person can carry away, and nothing else. */
export const WATCHED_BY_DEFAULT: WatchedVolumes = { removable: true, mountPointPrefixes: [] };

/** A volume is watched when any entry fits. A prefix is a folder: `/mnt/out` fits `/mnt/out/a`, not `/mnt/outer`. */
export function isWatched(
  volume: Pick<MountedVolume, 'mountPoint' | 'removable'>,
  watched: WatchedVolumes,
): boolean {
  if (watched.removable && volume.removable) return true;
  return watched.mountPointPrefixes.some((prefix) => {
    const folder = prefix.replace(/\/+$/, '');
    return volume.mountPoint === folder || volume.mountPoint.startsWith(`${folder}/`);
  });
}

export interface VolumeSupervisorDeps {
  readonly mounts: Mounts;
  readonly fileWatch: FileWatch;
  readonly queue: Pick<ExaminationQueue, 'offer' | 'dropVolume'>;
  readonly watchedVolumes: () => WatchedVolumes;
  readonly logger: Logger;
}

export interface VolumeSupervisor {
  /** Look at the mounts now. `anew`: open every watch again and examine what is there (the policy changed). */
  refresh(options?: { anew?: boolean }): Promise<void>;
  watched(): readonly MountedVolume[];
  close(): Promise<void>;
}

interface Open {
  readonly volume: MountedVolume;
  readonly handle: FileWatchHandle;
}

function isSame(a: MountedVolume, b: MountedVolume): boolean {
  return a.device === b.device && a.source === b.source && a.readOnly === b.readOnly;
}

/** Keeps one file watch per watched volume, across unmount and remount. */
export function startVolumeSupervisor(deps: VolumeSupervisorDeps): VolumeSupervisor {
  const { mounts, fileWatch, queue, logger } = deps;
  const open = new Map<string, Open>();
  /** Mount points of which an event spoke: even if they look the same, it is another mount. */
  const touched = new Set<string>();
  let work: Promise<void> = Promise.resolve();
  let closed = false;

  async function stopWatching(mountPoint: string): Promise<void> {
    const entry = open.get(mountPoint);
    if (!entry) return;
    open.delete(mountPoint);
    queue.dropVolume(mountPoint);
    await entry.handle.close();
    logger.info({ fileSystem: entry.volume.fileSystem }, 'volume no longer watched');
  }

  function startWatching(volume: MountedVolume): void {
    const handle = fileWatch.watch(volume, {
      onFile: (file) => queue.offer(volume, file),
      onGone() {
        touched.add(volume.mountPoint);
        void schedule();
      },
      onFault: (code) => logger.warn({ code }, 'part of a volume cannot be watched'),
    });
    open.set(volume.mountPoint, { volume, handle });
    logger.info(
      { fileSystem: volume.fileSystem, removable: volume.removable, readOnly: volume.readOnly },
      'volume watched',
    );
  }

  async function reconcile(anew: boolean): Promise<void> {
    if (closed) return;
    const spokenOf = new Set(touched);
    touched.clear();
    const watched = deps.watchedVolumes();
    const wanted = (await mounts.list()).filter((volume) => isWatched(volume, watched));
    for (const [mountPoint, entry] of open) {
      const now = wanted.find((volume) => volume.mountPoint === mountPoint);
      const stays = now && isSame(now, entry.volume) && !spokenOf.has(mountPoint) && !anew;
      if (!stays) await stopWatching(mountPoint);
    }
    for (const volume of wanted) if (!open.has(volume.mountPoint)) startWatching(volume);
  }

  /** One reconciliation at a time, in order. */
  function schedule(anew = false): Promise<void> {
    work = work
      .then(() => reconcile(anew))
      .catch((error: unknown) => {
        logger.error({ code: errorCode(error) }, 'volumes could not be listed');
      });
    return work;
  }

  const stopMounts = mounts.watch((mountPoint) => {
    if (mountPoint !== null) touched.add(mountPoint);
    void schedule();
  });

  return {
    refresh: ({ anew = false } = {}) => schedule(anew),
    watched: () => [...open.values()].map((entry) => entry.volume),
    async close() {
      closed = true;
      stopMounts();
      await work;
      await Promise.all([...open.keys()].map((mountPoint) => stopWatching(mountPoint)));
    },
  };
}
