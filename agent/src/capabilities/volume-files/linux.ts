import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, lstat, open, readlink, unlink } from 'node:fs/promises';
import path from 'node:path';

import { decodeFileName, encodeFileName } from '../../file-names/file-name-bytes.ts';
import { errorCode } from '../../logging/logger.ts';
import type { MountedVolume } from '../mounts/port.ts';
import { copyContent, overwriteWithZeros } from './content.ts';
import type { EraseOutcome, FileFacts, OpenOutcome, OpenVolumeFile, VolumeFiles } from './port.ts';

const { O_RDONLY, O_RDWR, O_NOFOLLOW, O_NONBLOCK, O_DIRECTORY, O_CREAT, O_EXCL, O_WRONLY } =
  constants;
const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ESTALE', 'ENODEV']);
const NOT_A_FILE: ReadonlySet<string> = new Set(['ELOOP', 'ENXIO', 'EISDIR']);

function factsOf(stats: BigIntStats): FileFacts {
  return {
    sizeBytes: Number(stats.size),
    ownerId: Number(stats.uid),
    fingerprint: `${stats.dev}:${stats.ino}:${stats.size}:${stats.mtimeNs}:${stats.ctimeNs}`,
  };
}

/**
 * The folder, held open; everything else is named relative to it through /proc/self/fd, which is what
 * openat(2) does: swapping a folder above for a link cannot lead anywhere else. Null when it lies
 * outside the volume.
 */
async function openFolder(volume: MountedVolume, file: string): Promise<FileHandle | null> {
  const folder = await open(
    encodeFileName(path.dirname(file)),
    O_RDONLY | O_DIRECTORY | O_NOFOLLOW,
  );
  const { dev } = await folder.stat({ bigint: true });
  const real = decodeFileName(await readlink(`/proc/self/fd/${folder.fd}`, 'buffer'));
  const root = volume.mountPoint === '/' ? '/' : `${volume.mountPoint}/`;
  if (dev === volume.device && `${real}/`.startsWith(root)) return folder;
  await folder.close();
  return null;
}

function outcomeOf(error: unknown): OpenOutcome {
  const code = errorCode(error);
  if (GONE.has(code)) return { state: 'gone' };
  return NOT_A_FILE.has(code) ? { state: 'not-a-file' } : { state: 'unreadable', code };
}

/** Files on Linux volumes. */
export function createLinuxVolumeFiles(): VolumeFiles {
  return {
    async look(volume, file) {
      try {
        const stats = await lstat(encodeFileName(file), { bigint: true });
        return stats.isFile() && stats.dev === volume.device ? factsOf(stats) : null;
      } catch {
        return null;
      }
    },
    async open(volume, file) {
      let folder: FileHandle | null = null;
      let handle: FileHandle | null = null;
      try {
        folder = await openFolder(volume, file);
        if (!folder) return { state: 'not-a-file' };
        const inFolder = encodeFileName(`/proc/self/fd/${folder.fd}/${path.basename(file)}`);
        const before = await lstat(inFolder, { bigint: true });
        // Asked before opening: opening a device or a pipe may already do something.
        if (!before.isFile() || before.dev !== volume.device) {
          await folder.close();
          return { state: 'not-a-file' };
        }
        handle = await open(inFolder, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
        const stats = await handle.stat({ bigint: true });
        if (stats.ino === before.ino && stats.dev === volume.device && stats.isFile())
          return { state: 'open', file: openFile(folder, handle, inFolder, stats) };
        await Promise.all([handle.close(), folder.close()]);
        return { state: 'gone' };
      } catch (error) {
        await handle?.close();
        await folder?.close();
        return outcomeOf(error);
      }
    },
  };
}

function openFile(
  folder: FileHandle,
  handle: FileHandle,
  inFolder: string | Buffer,
  stats: BigIntStats,
): OpenVolumeFile {
  const facts = factsOf(stats);
  const isUnchanged = async () =>
    factsOf(await handle.stat({ bigint: true })).fingerprint === facts.fingerprint;

  return {
    facts,
    isUnchanged,
    async read(maxBytes) {
      const buffer = Buffer.allocUnsafe(Math.min(maxBytes, facts.sizeBytes));
      let filled = 0;
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return buffer.subarray(0, filled);
    },
    async copyTo(destination) {
      const outcome = await copyContent(handle, destination);
      return outcome === 'copied' && !(await isUnchanged()) ? 'changed' : outcome;
    },
    erase: () => eraseFile(folder, inFolder, facts.fingerprint),
    leaveBeside: (name, text) => leaveBeside(folder, name, text),
    async close() {
      await Promise.allSettled([handle.close(), folder.close()]);
    },
  };
}

/**
 * Unlinks, then overwrites what the open descriptor still holds: whenever the agent is killed, the file is
 * either there as it was or gone, never half a file.
 */
async function eraseFile(
  folder: FileHandle,
  inFolder: string | Buffer,
  fingerprint: string,
): Promise<EraseOutcome> {
  let writable: FileHandle | null = null;
  try {
    writable = await open(inFolder, O_RDWR | O_NOFOLLOW | O_NONBLOCK);
    const stats = await writable.stat({ bigint: true });
    const now = await lstat(inFolder, { bigint: true });
    if (factsOf(stats).fingerprint !== fingerprint || now.ino !== stats.ino) return 'changed';
    await unlink(inFolder);
    // Not every file system can sync a folder (FUSE); the unlink is done either way.
    await folder.sync().catch(() => undefined);
    // Another name of the same content is its own act, examined on its own; the last one is overwritten.
    if (stats.nlink === 1n) await overwriteWithZeros(writable, Number(stats.size));
    return 'erased';
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EROFS') return 'volume-read-only';
    return GONE.has(code) ? 'gone' : 'io-error';
  } finally {
    await writable?.close().catch(() => undefined);
  }
}

async function leaveBeside(
  folder: FileHandle,
  name: string,
  text: string,
): Promise<'written' | 'not-written'> {
  let note: FileHandle | null = null;
  try {
    const target = `/proc/self/fd/${folder.fd}/${path.basename(name)}`;
    note = await open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o644);
    await note.writeFile(text);
    await note.sync();
    return 'written';
  } catch {
    return 'not-written';
  } finally {
    await note?.close().catch(() => undefined);
  }
}
