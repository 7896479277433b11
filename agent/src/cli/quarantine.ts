import { constants } from 'node:fs';
import { copyFile, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { syncDirectory } from '../durable-files/atomic-file.ts';
import { createSilentLogger } from '../logging/logger.ts';
import {
  createQuarantine,
  entryPaths,
  type QuarantineMeta,
  readEntry,
  recordAction,
  writeEntry,
} from '../quarantine/quarantine.ts';
import { statePaths } from '../state-paths.ts';
import { UsageError } from './usage-error.ts';

export interface QuarantineOptions {
  readonly state: string;
  readonly json: boolean;
  readonly to?: string | undefined;
  readonly words: readonly string[];
}

/** The account behind sudo, where there is one: the record names a person, not root. */
function whoAmI(): string {
  return process.env['SUDO_USER'] ?? os.userInfo().username;
}

async function findEntry(directory: string, id: string | undefined): Promise<QuarantineMeta> {
  if (id === undefined)
    throw new UsageError('The id of the entry is needed (see "quarantine list").');
  const meta = await readEntry(directory, id);
  if (!meta) throw new Error(`There is no entry ${id} in the quarantine.`);
  return meta;
}

async function list(directory: string, json: boolean): Promise<void> {
  const quarantine = createQuarantine({ directory, logger: createSilentLogger(), now: Date.now });
  const entries = (await quarantine.list()).toSorted((a, b) => a.quarantinedAt - b.quarantinedAt);
  if (json) {
    console.log(JSON.stringify(entries, null, 2));
    return;
  }
  for (const entry of entries)
    console.log(
      [
        entry.violationId,
        new Date(entry.quarantinedAt).toISOString(),
        entry.state.padEnd(8),
        `${entry.sizeBytes} B`,
        entry.originalPath.toWellFormed(),
      ].join('  '),
    );
  console.log(`${entries.length} in quarantine`);
}

async function restore(directory: string, meta: QuarantineMeta, to: string): Promise<void> {
  const target = path.resolve(to);
  // Never over another file; the copy belongs to root until root gives it away.
  await copyFile(entryPaths(directory, meta.violationId).content, target, constants.COPYFILE_EXCL);
  const handle = await open(target, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await writeEntry(directory, { ...meta, state: 'restored' });
  console.log(`Restored to ${target}. On a watched volume it would be quarantined again.`);
}

/** For root (the folder is 0700). Every restore and purge is on record in the quarantine's actions.jsonl before it is done. */
export async function runQuarantine(options: QuarantineOptions): Promise<number> {
  const { quarantine: directory } = statePaths(options.state);
  const [action, id] = options.words;
  if (action === 'list') {
    await list(directory, options.json);
    return 0;
  }
  if (action !== 'restore' && action !== 'purge')
    throw new UsageError('quarantine knows: list, restore ID --to PATH, purge ID.');
  const meta = await findEntry(directory, id);
  const record = { violationId: meta.violationId, by: whoAmI(), at: Date.now() };
  if (action === 'restore') {
    if (options.to === undefined) throw new UsageError('--to PATH is needed.');
    await recordAction(directory, { action: 'restored', ...record });
    await restore(directory, meta, options.to);
    return 0;
  }
  await recordAction(directory, { action: 'purged', ...record });
  await rm(entryPaths(directory, meta.violationId).folder, { recursive: true });
  await syncDirectory(directory);
  console.log(`Purged ${meta.violationId}.`);
  return 0;
}
