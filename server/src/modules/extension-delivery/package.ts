import { createHash, type KeyObject } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { zipSync } from 'fflate';
import { z } from 'zod';

import { extensionId, writeCrx } from './crx.ts';

const SIZE_MAX_BYTES = 64_000_000;
const FILES_MAX = 5_000;
/** The earliest a ZIP knows, in every time zone: same content, same bytes. */
const ZIP_TIME = new Date(1980, 0, 1);

/** Relative paths with `/`, and what is in the files. */
type Files = Readonly<Record<string, Uint8Array>>;

const manifestSchema = z.object({
  version: z
    .string()
    .max(64)
    .regex(/^\d+(\.\d+){0,3}$/),
});

export interface ExtensionPackage {
  readonly id: string;
  readonly version: string;
  readonly crx: Buffer;
  /** Of the content: changes when, and only when, a file does. */
  readonly etag: string;
}

export interface ExtensionPackages {
  /** The built extension as it lies in the folder now; null when there is none, or it is half written. */
  current(): Promise<ExtensionPackage | null>;
}

export interface ExtensionPackagesDeps {
  readonly folder: string;
  readonly key: KeyObject;
}

/** Regular files only, sorted; a link could lead out of the folder. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

async function fingerprint(folder: string, files: readonly string[]): Promise<string> {
  const stats = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs, ino } = await stat(path.join(folder, file));
      return { file, size, mtimeMs, ino };
    }),
  );
  const sizeBytes = stats.reduce((sum, entry) => sum + entry.size, 0);
  if (files.length > FILES_MAX || sizeBytes > SIZE_MAX_BYTES)
    throw new Error('extension folder is too large to be an extension');
  return JSON.stringify(stats);
}

function readVersion(files: Files): string | null {
  const manifest = files['manifest.json'];
  if (!manifest) return null;
  try {
    return manifestSchema.parse(JSON.parse(Buffer.from(manifest).toString('utf8'))).version;
  } catch {
    return null;
  }
}

/** Packs on first request and again when a file changed. */
export function createExtensionPackages({ folder, key }: ExtensionPackagesDeps): ExtensionPackages {
  const id = extensionId(key);
  let kept: { readonly seen: string; readonly result: ExtensionPackage } | null = null;

  async function pack(files: readonly string[]): Promise<ExtensionPackage | null> {
    const entries = await Promise.all(
      files.map(async (file): Promise<[string, Uint8Array]> => [
        file.split(path.sep).join('/'),
        await readFile(path.join(folder, file)),
      ]),
    );
    const contents: Files = Object.fromEntries(entries);
    const version = readVersion(contents);
    if (version === null) return null;
    const zip = zipSync(contents, { level: 9, mtime: ZIP_TIME });
    const etag = `"${createHash('sha256').update(zip).digest('base64url')}"`;
    return { id, version, crx: writeCrx(zip, key), etag };
  }

  return {
    async current() {
      try {
        const files = await listFiles(folder);
        const seen = await fingerprint(folder, files);
        if (kept?.seen === seen) return kept.result;
        const result = await pack(files);
        // A build that runs meanwhile would be packed half: only what stood still is kept and served.
        if (!result || (await fingerprint(folder, await listFiles(folder))) !== seen) return null;
        kept = { seen, result };
        return result;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}
