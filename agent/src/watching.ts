import { createDigester } from '@kedun/shared/redaction/digest';
import type { Assignment } from '@kedun/shared/contracts/enrolment';
import type { PolicyBundle } from '@kedun/shared/contracts/policy';

import type { AgentDeps } from './agent.ts';
import type { Identity } from './identity/identity.ts';
import type { Outbox } from './outbox/outbox.ts';
import { createExaminationQueue, type ExaminationQueue } from './pipeline/examination-queue.ts';
import { createFileExaminer } from './pipeline/examine-file.ts';
import { settleUnfinished } from './pipeline/settle-unfinished.ts';
import {
  startVolumeSupervisor,
  type VolumeSupervisor,
  WATCHED_BY_DEFAULT,
} from './pipeline/volume-supervisor.ts';
import { createQuarantine } from './quarantine/quarantine.ts';

export interface WatchingDeps extends Pick<
  AgentDeps,
  'paths' | 'platform' | 'detection' | 'logger' | 'newId' | 'now' | 'unfinishedGraceMs'
> {
  readonly identity: Pick<Identity, 'digestKey'>;
  readonly outbox: Outbox;
  readonly bundle: () => PolicyBundle | null;
  readonly assignment: () => Assignment;
}

/** Volumes, files and devices: from the event to the enforcement. */
export interface Watching {
  readonly volumes: VolumeSupervisor;
  readonly queue: ExaminationQueue;
  stop(): Promise<void>;
}

const UNFINISHED_GRACE_MS = 10 * 60_000;

/** Resolves when every volume that is there is watched. */
export async function startWatching(deps: WatchingDeps): Promise<Watching> {
  const { paths, platform, outbox, logger, newId, now } = deps;
  const quarantine = createQuarantine({
    directory: paths.quarantine,
    logger: logger.module('quarantine'),
    now,
  });
  const unfinished = await settleUnfinished({ quarantine, outbox });
  const examiner = createFileExaminer({
    engine: deps.detection.engineFor(deps.bundle),
    readText: deps.detection.readText,
    redactText: deps.detection.redactText,
    files: platform.volumeFiles,
    digester: createDigester(deps.identity.digestKey),
    policy: deps.bundle,
    assignment: deps.assignment,
    quarantine,
    outbox,
    notice: platform.userNotice,
    accountName: platform.accountName,
    resume: (path) => unfinished.resume(path),
    newId,
    now,
    logger: logger.module('pipeline'),
  });
  const queue = createExaminationQueue({
    examine: (task) => examiner.examine(task),
    fingerprint: async (volume, path) =>
      (await platform.volumeFiles.look(volume, path))?.fingerprint ?? null,
    logger: logger.module('pipeline'),
  });
  const volumes = startVolumeSupervisor({
    mounts: platform.mounts,
    fileWatch: platform.fileWatch,
    queue,
    watchedVolumes: () => deps.bundle()?.agent.watchedVolumes ?? WATCHED_BY_DEFAULT,
    logger: logger.module('volumes'),
  });
  const stopUsb = platform.usbDevices.watch(({ kind, device }) => {
    logger.module('usb').info({ kind, device }, 'USB device');
    outbox.append([{ kind, id: newId(), occurredAt: now(), device }]);
  });
  await volumes.refresh();
  // Whatever was there at the start has been offered by then; what is left open will not come back.
  const lastWord = setTimeout(
    () => unfinished.release(),
    deps.unfinishedGraceMs ?? UNFINISHED_GRACE_MS,
  );
  return {
    volumes,
    queue,
    async stop() {
      clearTimeout(lastWord);
      stopUsb();
      await volumes.close();
      await queue.close();
    },
  };
}
