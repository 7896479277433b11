import { execFile } from 'node:child_process';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const IMAGE_BYTES = 16_000_000;

/** What the volume really is. `folder` = nothing could be mounted here: a plain directory stands in. */
export type VolumeKind = 'loop' | 'tmpfs' | 'folder';

export interface Volume {
  readonly kind: VolumeKind;
  readonly mountPoint: string;
  mount(): Promise<void>;
  unmount(): Promise<void>;
}

export interface VolumeOptions {
  readonly mountPoint: string;
  /** File that holds the file system of a loop mount; made when it is not there. */
  readonly imagePath: string;
}

async function isMounted(mountPoint: string): Promise<boolean> {
  try {
    await run('findmnt', ['--mountpoint', mountPoint]);
    return true;
  } catch {
    return false;
  }
}

async function tries(action: () => Promise<unknown>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch {
    return false;
  }
}

async function mountLoop({ imagePath, mountPoint }: VolumeOptions): Promise<void> {
  const isNew = await tries(() => writeFile(imagePath, '', { flag: 'wx' }));
  if (isNew) {
    await truncate(imagePath, IMAGE_BYTES);
    await run('mkfs.ext4', ['-q', '-F', '-m', '0', imagePath]);
  }
  await run('mount', ['-o', 'loop,nosuid,nodev,noexec', imagePath, mountPoint]);
}

async function mountTmpfs({ mountPoint }: VolumeOptions): Promise<void> {
  await run('mount', ['-t', 'tmpfs', '-o', 'size=16m,nosuid,nodev,noexec', 'tmpfs', mountPoint]);
}

/** Unmounts what an earlier run left there. */
export async function releaseVolume(mountPoint: string): Promise<void> {
  if (await isMounted(mountPoint)) await run('umount', [mountPoint]);
}

/**
 * A removable volume to try the agent on: a loop device where the machine allows it, else a tmpfs, else a plain
 * folder, and it says which. A volume still mounted from an earlier run is taken over.
 */
export async function openVolume(options: VolumeOptions): Promise<Volume> {
  const { mountPoint } = options;
  await mkdir(mountPoint, { recursive: true });
  const unmount = (): Promise<void> => releaseVolume(mountPoint);
  if (process.getuid?.() !== 0)
    return { kind: 'folder', mountPoint, mount: async () => {}, unmount: async () => {} };
  await tries(unmount);
  if (await tries(() => mountLoop(options)))
    return { kind: 'loop', mountPoint, mount: () => mountLoop(options), unmount };
  if (await tries(() => mountTmpfs(options)))
    return { kind: 'tmpfs', mountPoint, mount: () => mountTmpfs(options), unmount };
  return { kind: 'folder', mountPoint, mount: async () => {}, unmount: async () => {} };
}
