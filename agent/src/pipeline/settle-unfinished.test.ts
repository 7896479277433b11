import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

import type { Violation } from '@kedun/shared/contracts/violation';

import { writeEntry, entryPaths, type QuarantineMeta } from '../quarantine/quarantine.ts';
import { examinerBelow, volumeAt } from '../testing/file-examiner.ts';
import { violationEvent } from '../testing/sample-events.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { settleUnfinished } from './settle-unfinished.ts';

/** The state a kill leaves: a held record, an entry of the quarantine, perhaps the file. */
async function leaveBehind(root: string, state: QuarantineMeta['state'], isFileThere: boolean) {
  const mountPoint = path.join(root, 'stick');
  await mkdir(mountPoint, { recursive: true });
  const volume = await volumeAt(mountPoint);
  const file = path.join(mountPoint, 'a.csv');
  if (isFileThere) await writeFile(file, '13812345678');
  const t = examinerBelow(root);
  const record: Violation = violationEvent();
  t.outbox.hold(record);
  await mkdir(entryPaths(t.quarantineDirectory, record.id).folder, { recursive: true });
  await writeEntry(t.quarantineDirectory, {
    violationId: record.id,
    state,
    originalPath: file,
    device: volume.device.toString(),
    sizeBytes: 11,
    quarantinedAt: 1,
  });
  return { ...t, record, file, mountPoint };
}

it.each(['copied', 'kept'] as const)(
  'killed after the file was taken away (%s): told as quarantined',
  async (state) => {
    await using folder = await temporaryFolder();
    const t = await leaveBehind(folder.path, state, false);
    await settleUnfinished(t);
    expect(t.events()).toMatchObject([
      { id: t.record.id, enforcement: { outcome: 'quarantined', detail: 'file-quarantined' } },
    ]);
  },
);

it.each(['begun', 'copied'] as const)(
  'killed when it was %s and the file is there: the same act goes on',
  async (state) => {
    await using folder = await temporaryFolder();
    const t = await leaveBehind(folder.path, state, true);
    const unfinished = await settleUnfinished(t);
    expect(t.events()).toEqual([]);
    expect(unfinished.resume(t.file)).toBe(t.record.id);
    expect(unfinished.resume(t.file)).toBeNull();
  },
);

it('the volume is gone: told as interrupted when nobody has come back for it', async () => {
  await using folder = await temporaryFolder();
  const t = await leaveBehind(folder.path, 'copied', true);
  await rm(t.mountPoint, { recursive: true });
  const unfinished = await settleUnfinished(t);
  expect(t.events()).toEqual([]);
  unfinished.release();
  unfinished.release();
  expect(t.events()).toEqual([t.record]);
});
