import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';

import { errorCode } from '../logging/logger.ts';

/** Makes a directory only its owner can enter; an existing one keeps what it has. */
export async function ensurePrivateDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
}

/** Makes a rename or unlink in the directory survive a power cut. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Replaces a file whole: temporary file, fsync, rename, fsync of the directory. A reader sees the old or
 * the new content, never a part, whenever the process or the machine dies. Throws on I/O errors.
 */
export async function writeAtomically(
  file: string,
  content: string | Uint8Array,
  mode = 0o600,
): Promise<void> {
  const directory = path.dirname(file);
  const temporary = path.join(
    directory,
    `.${path.basename(file)}.${randomBytes(6).toString('hex')}`,
  );
  const handle = await open(temporary, 'wx', mode);
  try {
    await handle.writeFile(content);
    // The umask may have narrowed the mode asked for.
    await handle.chmod(mode);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await unlink(temporary);
    throw error;
  }
  await handle.close();
  await rename(temporary, file);
  await syncDirectory(directory);
}

/** The file as UTF-8, or null when there is none. Throws on other I/O errors. */
export async function readTextIfPresent(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
