import type { Act } from '@kedun/shared/contracts/act';
import type { Assignment } from '@kedun/shared/contracts/enrolment';
import type { Unscanned } from '@kedun/shared/contracts/finding';
import type { PolicyBundle } from '@kedun/shared/contracts/policy';
import { LIMITS } from '@kedun/shared/contracts/vocabulary';
import type { Engine } from '@kedun/shared/detection/detection';
import {
  type Inspection,
  inspectText,
  isReportable,
  judge,
  toViolation,
} from '@kedun/shared/inspection/inspect';
import type { Digester } from '@kedun/shared/redaction/digest';

import type { SeenFile } from '../capabilities/file-watch/port.ts';
import type { MountedVolume } from '../capabilities/mounts/port.ts';
import type { UserNotice } from '../capabilities/user-notice/port.ts';
import type { OpenVolumeFile, VolumeFiles } from '../capabilities/volume-files/port.ts';
import { type Logger, errorCode } from '../logging/logger.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { NOTE_SUFFIX, type Quarantine } from '../quarantine/quarantine.ts';
import { enforcementOf, INTERRUPTED, LEFT_ALONE, planFor } from './decide.ts';
import { buildFileAct, redactName, type RedactText } from './file-act.ts';
import { noteName, noteText, noticeFor } from './note.ts';

export type ReadText = (
  bytes: Uint8Array,
) => { readonly text: string } | { readonly unscanned: Unscanned };

export interface FileTask extends SeenFile {
  readonly volume: MountedVolume;
  /** It keeps changing: judge it as it is now. */
  readonly lastTry: boolean;
}

/** `again` = it was written to meanwhile; look once more when it is quiet. */
export type ExaminationResult = 'done' | 'again';

export interface FileExaminerDeps {
  readonly files: VolumeFiles;
  readonly engine: Engine;
  readonly readText: ReadText;
  readonly redactText: RedactText;
  readonly digester: Digester;
  readonly policy: () => PolicyBundle | null;
  readonly assignment: () => Assignment;
  readonly quarantine: Quarantine;
  readonly outbox: Pick<Outbox, 'hold' | 'release' | 'discard'>;
  readonly notice: UserNotice;
  /** Name of a local account, null when nobody knows it. */
  readonly accountName: (userId: number) => Promise<string | null>;
  /** Id of the act a killed agent had begun on this file, so that it is one act still. */
  readonly resume: (path: string) => string | null;
  readonly newId: () => string;
  readonly now: () => number;
  readonly logger: Logger;
}

export interface FileExaminer {
  examine(task: FileTask): Promise<ExaminationResult>;
}

/**
 * Before the first policy every verdict is a failure of its own; a stick full of clean files would fill the
 * outbox with them. That there was no policy is told once, at the start.
 */
function isWorthTelling({ verdict }: Inspection): boolean {
  return isReportable(verdict) && !(verdict.failure === 'no-policy' && verdict.action === 'allow');
}

export function createFileExaminer(deps: FileExaminerDeps): FileExaminer {
  async function actFor(task: FileTask, sizeBytes: number, ownerId: number | null): Promise<Act> {
    const { volume, origin } = task;
    const baseName = task.path.slice(task.path.lastIndexOf('/') + 1);
    const osUser =
      origin === 'written' && ownerId !== null ? await deps.accountName(ownerId) : null;
    return buildFileAct({
      id: deps.resume(task.path) ?? deps.newId(),
      at: deps.now(),
      fileName: redactName(baseName, deps),
      mountPoint: redactName(volume.mountPoint, deps),
      volume,
      sizeBytes,
      origin,
      osUser,
      assignment: deps.assignment(),
    });
  }

  const context = () => ({ engine: deps.engine, digester: deps.digester, bundle: deps.policy() });
  const nothingRead = (act: Act, unscanned: Unscanned): Inspection =>
    judge(act, { detections: [], unscanned: [] }, context(), [unscanned]);

  /** Null: it is a note of our own, or it changed under the reader. */
  async function inspect(task: FileTask, file: OpenVolumeFile): Promise<Inspection | null> {
    const { sizeBytes, ownerId } = file.facts;
    const act = await actFor(task, sizeBytes, ownerId);
    if (sizeBytes > LIMITS.fileBytes) return nothingRead(act, { reason: 'too-large' });
    let bytes: Uint8Array;
    try {
      bytes = await file.read(LIMITS.fileBytes);
    } catch (error) {
      deps.logger.warn({ code: errorCode(error) }, 'file could not be read');
      return nothingRead(act, { reason: 'unreadable' });
    }
    if (!task.lastTry && !(await file.isUnchanged())) return null;
    const read = deps.readText(bytes);
    if ('unscanned' in read) return nothingRead(act, read.unscanned);
    return inspectText(act, read.text, context());
  }

  function report(inspection: Inspection): void {
    // Not `append`: the act may have been begun, and is held, from before a kill.
    deps.outbox.release(toViolation(inspection, LEFT_ALONE, deps.digester.keyId));
  }

  function tell(inspection: Inspection, plan: 'quarantine' | 'leave', userId: number | null): void {
    deps.notice.show(noticeFor(inspection, plan), userId).catch((error: unknown) => {
      deps.logger.warn({ code: errorCode(error) }, 'notice could not be shown');
    });
  }

  /** Record first (durable, held), then the act, then the outcome. */
  async function takeAway(
    task: FileTask,
    file: OpenVolumeFile,
    inspection: Inspection,
  ): Promise<ExaminationResult> {
    const { act } = inspection;
    const fileName = act.content.fileName ?? null;
    const request = {
      violationId: act.id,
      path: task.path,
      device: task.volume.device,
      file,
      noteName: noteName(fileName),
      noteText: noteText(inspection, fileName),
    };
    const ready = await deps.quarantine.begin(request);
    deps.outbox.hold(toViolation(inspection, INTERRUPTED, deps.digester.keyId));
    const outcome = ready ? await deps.quarantine.carryOut(request) : 'quarantine-full';
    if (outcome === 'changed' && !task.lastTry) {
      deps.outbox.discard(act.id);
      await deps.quarantine.abandon(act.id);
      return 'again';
    }
    const enforcement = enforcementOf(outcome);
    deps.outbox.release(toViolation(inspection, enforcement, deps.digester.keyId));
    deps.logger.info(
      { violationId: act.id, outcome: enforcement.outcome, detail: enforcement.detail },
      'customer file on a volume',
    );
    if (outcome === 'kept')
      tell(inspection, 'quarantine', task.origin === 'written' ? file.facts.ownerId : null);
    else await deps.quarantine.abandon(act.id);
    return 'done';
  }

  async function isOwnNote(task: FileTask, file: OpenVolumeFile): Promise<boolean> {
    if (!task.path.endsWith(NOTE_SUFFIX) || file.facts.sizeBytes > 64_000) return false;
    try {
      return await deps.quarantine.isOwnNote(Buffer.from(await file.read(64_000)).toString('utf8'));
    } catch {
      return false;
    }
  }

  async function examineOpen(task: FileTask, file: OpenVolumeFile): Promise<ExaminationResult> {
    if (await isOwnNote(task, file)) return 'done';
    const inspection = await inspect(task, file);
    if (!inspection) return 'again';
    if (!isWorthTelling(inspection)) return 'done';
    if (planFor(inspection.verdict.action) === 'quarantine')
      return takeAway(task, file, inspection);
    report(inspection);
    if (inspection.verdict.action === 'warn')
      tell(inspection, 'leave', task.origin === 'written' ? file.facts.ownerId : null);
    return 'done';
  }

  return {
    async examine(task) {
      const opened = await deps.files.open(task.volume, task.path);
      if (opened.state === 'unreadable') {
        deps.logger.warn({ code: opened.code }, 'file could not be opened');
        const inspection = nothingRead(await actFor(task, 0, null), { reason: 'unreadable' });
        if (isWorthTelling(inspection)) report(inspection);
        return 'done';
      }
      if (opened.state !== 'open') return 'done';
      try {
        return await examineOpen(task, opened.file);
      } finally {
        await opened.file.close();
      }
    },
  };
}
