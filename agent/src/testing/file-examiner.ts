import { stat } from 'node:fs/promises';
import path from 'node:path';

import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import type { PolicyBundle } from '@kedun/shared/contracts/policy';
import { createStarterBundle } from '@kedun/shared/policy/starter-bundle';
import { createDigester } from '@kedun/shared/redaction/digest';

import type { MountedVolume } from '../capabilities/mounts/port.ts';
import { createFakeUserNotice } from '../capabilities/user-notice/fake.ts';
import { createLinuxVolumeFiles } from '../capabilities/volume-files/linux.ts';
import type { VolumeFiles } from '../capabilities/volume-files/port.ts';
import { createIdMaker } from '../ids/uuidv7.ts';
import { createSilentLogger } from '../logging/logger.ts';
import { createSqliteOutbox } from '../outbox/sqlite-outbox.ts';
import { createFileExaminer, type FileTask } from '../pipeline/examine-file.ts';
import { createQuarantine } from '../quarantine/quarantine.ts';
import { createPatternEngine, readUtf8, replaceSpans } from './pattern-engine.ts';

/** A folder as if it were a volume: same device number, its own mount point. */
export async function volumeAt(mountPoint: string): Promise<MountedVolume> {
  const { dev } = await stat(mountPoint, { bigint: true });
  return {
    mountPoint,
    source: '/dev/sdb1',
    fileSystem: 'ext4',
    device: dev,
    removable: true,
    readOnly: false,
  };
}

/** The starter policy with another action for removable media. */
export function bundleWith(action?: PolicyBundle['rules'][number]['action']): PolicyBundle {
  const bundle = createStarterBundle({
    organisation: 'demo',
    version: 1,
    issuedAt: 1,
    hosts: { businessSystems: [], corporateSites: [] },
  });
  if (action === undefined) return bundle;
  const rules = bundle.rules.map((rule) =>
    rule.id === 't12-removable' ? { ...rule, action } : rule,
  );
  return { ...bundle, rules };
}

/** A real examiner over real files, outbox and quarantine below `folder`. */
export function examinerBelow(
  folder: string,
  options: {
    bundle?: PolicyBundle | null;
    resume?: (path: string) => string | null;
    wrapFiles?: (files: VolumeFiles) => VolumeFiles;
  } = {},
) {
  const { bundle = bundleWith(), resume = () => null, wrapFiles = (files) => files } = options;
  const logger = createSilentLogger();
  const newId = createIdMaker();
  const outbox = createSqliteOutbox({
    file: path.join(folder, 'outbox.db'),
    maxEvents: 10_000,
    logger,
    newId,
    now: Date.now,
  });
  const quarantineDirectory = path.join(folder, 'quarantine');
  const quarantine = createQuarantine({ directory: quarantineDirectory, logger, now: Date.now });
  const notice = createFakeUserNotice();
  const files = wrapFiles(createLinuxVolumeFiles());
  const examiner = createFileExaminer({
    files,
    engine: createPatternEngine(),
    readText: readUtf8,
    redactText: replaceSpans,
    digester: createDigester({ id: 'k1', key: 'A'.repeat(43) }),
    policy: () => bundle,
    assignment: () => ({ groups: [], employment: 'outsourced' }),
    quarantine,
    outbox,
    notice,
    accountName: (userId) => Promise.resolve(`user-${userId}`),
    resume,
    newId,
    now: Date.now,
    logger,
  });
  return {
    files,
    outbox,
    quarantine,
    quarantineDirectory,
    notice,
    examine: (task: Partial<FileTask> & Pick<FileTask, 'path' | 'volume'>) =>
      examiner.examine({ origin: 'written', lastTry: false, ...task }),
    events: (): readonly EndpointEvent[] => outbox.peek(1_000, 1e8).map((entry) => entry.event),
  };
}
