import { type FileHandle, open } from 'node:fs/promises';

import { errorCode } from '../../logging/logger.ts';
import type { CopyOutcome } from './port.ts';

const CHUNK_BYTES = 1 << 20;

/** Copies all of an open file into a new one (0600), synced. The source's position is not used. */
export async function copyContent(source: FileHandle, destination: string): Promise<CopyOutcome> {
  let target: FileHandle | null = null;
  try {
    target = await open(destination, 'w', 0o600);
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let position = 0; ;) {
      const { bytesRead } = await source.read(buffer, 0, CHUNK_BYTES, position);
      if (bytesRead === 0) break;
      await target.writeFile(buffer.subarray(0, bytesRead));
      position += bytesRead;
    }
    await target.sync();
    return 'copied';
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOSPC' || code === 'EDQUOT' ? 'no-space' : 'io-error';
  } finally {
    await target?.close().catch(() => undefined);
  }
}

/**
 * Best effort, of a file already unlinked: flash media may keep the old cells, copy-on-write file systems
 * the old blocks, a full one may refuse. Never throws.
 */
export async function overwriteWithZeros(file: FileHandle, sizeBytes: number): Promise<void> {
  const zeros = Buffer.alloc(Math.min(CHUNK_BYTES, sizeBytes));
  try {
    for (let position = 0; position < sizeBytes; position += zeros.length)
      await file.write(zeros, 0, Math.min(zeros.length, sizeBytes - position), position);
    await file.datasync();
    await file.truncate(0);
  } catch {
    // The name is gone; the blocks are freed when the descriptor is closed.
  }
}
