import { createHash } from 'node:crypto';
import { appendFile, lstat, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { epochMsSchema, uuidv7Schema } from '@kedun/shared/contracts/primitives';

import type { OpenVolumeFile } from '../capabilities/volume-files/port.ts';
import {
  ensurePrivateDirectory,
  readTextIfPresent,
  syncDirectory,
  writeAtomically,
} from '../durable-files/atomic-file.ts';
import { encodeFileName } from '../file-names/file-name-bytes.ts';
import { type Logger, errorCode } from '../logging/logger.ts';

/** What lies beside a quarantined content. Holds the raw path: the folder is the agent's alone (0700, files 0600). */
export const quarantineMetaSchema = z.strictObject({
  violationId: uuidv7Schema,
  /** `begun` → `copied` (content is safe here) → `kept` (and gone from the volume); `restored` by a person. */
  state: z.enum(['begun', 'copied', 'kept', 'restored']),
  originalPath: z.string(),
  /** Device number of the volume, decimal. */
  device: z.string(),
  sizeBytes: z.int().min(0),
  quarantinedAt: epochMsSchema,
  /** base64url SHA-256 of the note left in its place. */
  noteDigest: z.string().optional(),
});
export type QuarantineMeta = z.infer<typeof quarantineMetaSchema>;

/** `kept`, or why not: machine codes that the violation carries as detail of a failed enforcement. */
export type QuarantineOutcome =
  | 'kept'
  | 'changed'
  | 'file-gone'
  | 'volume-read-only'
  | 'quarantine-full'
  | 'io-error';

export interface QuarantineRequest {
  readonly violationId: string;
  readonly path: string;
  readonly device: bigint;
  readonly file: OpenVolumeFile;
  readonly noteName: string;
  readonly noteText: string;
}

/** What became of an enforcement that a killed agent had begun. */
export interface BegunEnforcement {
  readonly path: string;
  /** `kept` = it was carried out; `open` = the file is there still; `unknown` = the volume is not there to look. */
  readonly found: 'kept' | 'open' | 'unknown';
}

export interface Quarantine {
  /** First step, durable before the act is touched, so that a killed agent knows what it was doing. */
  begin(request: QuarantineRequest): Promise<boolean>;
  /** Copies, then erases the original and leaves a note. Never removes the only copy. */
  carryOut(request: QuarantineRequest): Promise<QuarantineOutcome>;
  /** True for a note this agent left. */
  isOwnNote(text: string): Promise<boolean>;
  /** Takes back what was begun, when nothing was taken away. After the outcome is on record, not before. */
  abandon(violationId: string): Promise<void>;
  /** Null when nothing was begun under this id. */
  whatBecameOf(violationId: string): Promise<BegunEnforcement | null>;
  list(): Promise<readonly QuarantineMeta[]>;
}

export const NOTE_SUFFIX = '.客盾-已隔离.txt';
/** Line of the note that names the entry; read back by `isOwnNote`. */
export const NOTE_REFERENCE = /^编号 \/ Reference: ([0-9a-f-]{36})$/m;

const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url');

export interface QuarantineDeps {
  readonly directory: string;
  readonly logger: Logger;
  readonly now: () => number;
}

export function entryPaths(directory: string, id: string) {
  const folder = path.join(directory, uuidv7Schema.parse(id));
  return {
    folder,
    content: path.join(folder, 'content'),
    meta: path.join(folder, 'meta.json'),
  } as const;
}

/** Null when there is no such entry or it makes no sense. */
export async function readEntry(directory: string, id: string): Promise<QuarantineMeta | null> {
  if (!uuidv7Schema.safeParse(id).success) return null;
  try {
    const text = await readTextIfPresent(entryPaths(directory, id).meta);
    return quarantineMetaSchema.safeParse(JSON.parse(text ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}

export async function writeEntry(directory: string, meta: QuarantineMeta): Promise<void> {
  await writeAtomically(entryPaths(directory, meta.violationId).meta, JSON.stringify(meta));
}

/** What people do to the quarantine is on record beside it; ids and words only. */
export async function recordAction(
  directory: string,
  entry: { action: 'restored' | 'purged'; violationId: string; by: string; at: number },
): Promise<void> {
  await appendFile(path.join(directory, 'actions.jsonl'), `${JSON.stringify(entry)}\n`, {
    mode: 0o600,
    flush: true,
  });
}

async function lookFor(meta: QuarantineMeta): Promise<BegunEnforcement['found']> {
  if (meta.state === 'kept' || meta.state === 'restored') return 'kept';
  const parent = encodeFileName(path.dirname(meta.originalPath));
  const folder = await stat(parent, { bigint: true }).catch(() => null);
  if (folder?.dev.toString() !== meta.device) return 'unknown';
  const original = await lstat(encodeFileName(meta.originalPath)).catch(() => null);
  if (original) return 'open';
  return meta.state === 'copied' ? 'kept' : 'unknown';
}

export function createQuarantine(deps: QuarantineDeps): Quarantine {
  const { directory, logger, now } = deps;

  async function list(): Promise<readonly QuarantineMeta[]> {
    const names = await readdir(directory).catch(() => []);
    const entries = await Promise.all(names.map((name) => readEntry(directory, name)));
    return entries.filter((entry) => entry !== null);
  }

  const metaOf = (request: QuarantineRequest, state: QuarantineMeta['state']): QuarantineMeta => ({
    violationId: request.violationId,
    state,
    originalPath: request.path,
    device: request.device.toString(),
    sizeBytes: request.file.facts.sizeBytes,
    quarantinedAt: now(),
    noteDigest: digestOf(request.noteText),
  });

  async function copyAndErase(request: QuarantineRequest): Promise<QuarantineOutcome> {
    const { violationId, file } = request;
    const copied = await file.copyTo(entryPaths(directory, violationId).content);
    if (copied === 'no-space') return 'quarantine-full';
    if (copied !== 'copied') return copied;
    await syncDirectory(entryPaths(directory, violationId).folder);
    await writeEntry(directory, metaOf(request, 'copied'));
    const erased = await file.erase();
    if (erased === 'gone') return 'file-gone';
    if (erased !== 'erased') return erased;
    await writeEntry(directory, metaOf(request, 'kept'));
    if ((await file.leaveBeside(request.noteName, request.noteText)) === 'not-written')
      logger.warn({ violationId }, 'note could not be left on the volume');
    return 'kept';
  }

  return {
    list,
    async begin(request) {
      try {
        await ensurePrivateDirectory(directory);
        const { folder } = entryPaths(directory, request.violationId);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeEntry(directory, metaOf(request, 'begun'));
        await syncDirectory(directory);
        return true;
      } catch (error) {
        logger.error({ code: errorCode(error) }, 'quarantine cannot write to its disk');
        return false;
      }
    },
    async carryOut(request) {
      try {
        return await copyAndErase(request);
      } catch (error) {
        logger.error({ code: errorCode(error) }, 'quarantine failed');
        return errorCode(error) === 'ENOSPC' ? 'quarantine-full' : 'io-error';
      }
    },
    async abandon(violationId) {
      const { folder } = entryPaths(directory, violationId);
      await rm(folder, { recursive: true, force: true }).catch((error: unknown) => {
        logger.warn({ code: errorCode(error) }, 'quarantine entry could not be removed');
      });
    },
    async isOwnNote(text) {
      const id = NOTE_REFERENCE.exec(text)?.[1];
      if (id === undefined) return false;
      return (await readEntry(directory, id))?.noteDigest === digestOf(text);
    },
    async whatBecameOf(violationId) {
      const meta = await readEntry(directory, violationId);
      if (!meta) return null;
      const found = await lookFor(meta);
      if (found === 'kept' && meta.state === 'copied')
        await writeEntry(directory, { ...meta, state: 'kept' });
      return { path: meta.originalPath, found };
    },
  };
}
