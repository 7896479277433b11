import { type FSWatcher, watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

import { decodeFileName, encodeFileName } from '../../file-names/file-name-bytes.ts';
import { errorCode } from '../../logging/logger.ts';
import type { FileWatchHandle, FileWatchHandlers } from './port.ts';

/** Events within a second after which the kernel's queue (16,384 by default) may have overflowed unseen. */
const BURST_EVENTS = 4_000;
const BURST_WINDOW_MS = 1_000;
const GONE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ESTALE', 'ENODEV']);

export interface TreeWatchOptions {
  readonly root: string;
  /** Device number; another file system mounted below has a watch of its own, if it is to be watched. */
  readonly device: bigint;
  readonly handlers: FileWatchHandlers;
  /** Events within a second after which everything is listed once more; for tests. */
  readonly burstEvents?: number;
}

/**
 * Watches a folder and all below it: one inotify watch per folder, none per file. An event costs one lstat,
 * however many files lie beside it. Links are not followed. A new folder is watched first and listed then, so
 * nothing falls in between; Node does not tell of an overflow of the kernel's queue, so after a burst
 * everything is listed again (what was examined already is known by its fingerprint).
 */
export function watchTree(options: TreeWatchOptions): FileWatchHandle {
  const { root, device, handlers, burstEvents = BURST_EVENTS } = options;
  const startedAtMs = Date.now();
  const watchers = new Map<string, FSWatcher>();
  /** Folders to list, and entries of which an event spoke; each is there once, however many events come. */
  const toList = new Set<string>();
  const toLookAt = new Set<string>();
  const faults = new Set<string>();
  let listing = false;
  let listed: Promise<void> = Promise.resolve();
  let looking = false;
  let closed = false;
  let burst = 0;
  let burstTimer: NodeJS.Timeout | undefined;

  /** Told once for each code: what is wrong with one folder is wrong with ten thousand. */
  function fault(error: unknown): void {
    const code = errorCode(error);
    if (closed || GONE.has(code) || faults.has(code)) return;
    faults.add(code);
    handlers.onFault(code);
  }

  function unwatch(folder: string): void {
    if (!watchers.has(folder)) return;
    for (const [name, watcher] of watchers)
      if (name === folder || name.startsWith(`${folder}/`)) {
        watchers.delete(name);
        watcher.close();
      }
  }

  function countEvent(): void {
    burst += 1;
    burstTimer ??= setTimeout(() => {
      burstTimer = undefined;
      if (burst >= burstEvents) listSoon(...watchers.keys());
      burst = 0;
    }, BURST_WINDOW_MS);
  }

  function watchFolder(folder: string): void {
    if (watchers.has(folder)) return;
    const watcher = watch(encodeFileName(folder), { encoding: 'buffer' }, (event, name) => {
      countEvent();
      const entry = path.join(folder, name === null ? '' : decodeFileName(name));
      // A folder of this name came or went: the one that is watched is no longer the one that is there.
      if (event === 'rename') unwatch(entry);
      toLookAt.add(entry);
      void lookAtAll();
    });
    watchers.set(folder, watcher);
    watcher.on('error', fault);
  }

  async function list(folder: string): Promise<void> {
    const stats = await lstat(encodeFileName(folder), { bigint: true });
    if (closed || !stats.isDirectory() || stats.dev !== device) return;
    try {
      watchFolder(folder);
    } catch (error) {
      // Not watched (ENOSPC: too few inotify watches), but what lies there now is still examined.
      fault(error);
    }
    const names = await readdir(encodeFileName(folder), {
      encoding: 'buffer',
      withFileTypes: true,
    });
    for (const entry of names) {
      if (closed) return;
      const file = path.join(folder, decodeFileName(entry.name));
      if (entry.isDirectory()) toList.add(file);
      else if (!entry.isSymbolicLink()) await lookAt(file, 'listed').catch(fault);
    }
  }

  function listSoon(...folders: readonly string[]): void {
    for (const folder of folders) toList.add(folder);
    if (!listing) listed = listAll();
  }

  async function listAll(): Promise<void> {
    listing = true;
    for (const folder of toList) {
      toList.delete(folder);
      if (!closed) await list(folder).catch(fault);
    }
    listing = false;
  }

  async function lookAt(file: string, reason: 'event' | 'listed'): Promise<void> {
    const stats = await lstat(encodeFileName(file)).catch((error: unknown) => {
      if (!GONE.has(errorCode(error))) throw error;
      return null;
    });
    if (closed) return;
    if (!stats) {
      unwatch(file);
      // inotify tells of an unmount (IN_UNMOUNT) as an event of the root itself, by its own name.
      if (file === path.join(root, path.basename(root))) handlers.onGone();
    } else if (stats.isDirectory()) {
      if (!watchers.has(file)) listSoon(file);
    } else if (stats.isFile()) {
      const isOld = reason === 'listed' && stats.ctimeMs < startedAtMs;
      handlers.onFile({ path: file, origin: isOld ? 'present' : 'written' });
    }
  }

  async function lookAtAll(): Promise<void> {
    if (looking) return;
    looking = true;
    for (const file of toLookAt) {
      toLookAt.delete(file);
      if (!closed) await lookAt(file, 'event').catch(fault);
    }
    looking = false;
  }

  listSoon(root);
  return {
    ready: listed,
    async close() {
      closed = true;
      clearTimeout(burstTimer);
      toList.clear();
      toLookAt.clear();
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
      await listed;
    },
  };
}
