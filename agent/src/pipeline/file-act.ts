import type { Act } from '@kedun/shared/contracts/act';
import type { Assignment } from '@kedun/shared/contracts/enrolment';
import type { Detection, Engine } from '@kedun/shared/detection/detection';

import type { SeenFile } from '../capabilities/file-watch/port.ts';
import type { MountedVolume } from '../capabilities/mounts/port.ts';

export type RedactText = (text: string, detections: readonly Detection[]) => string;

export interface NameRedaction {
  readonly engine: Engine;
  readonly redactText: RedactText;
}

/**
 * A name as it may leave the endpoint: identifiers in it masked. Null when it could not be looked at:
 * then it does not leave.
 */
export function redactName(name: string, { engine, redactText }: NameRedaction): string | null {
  try {
    // Bytes that are no text (file-name-bytes.ts) cannot be reported as text either.
    return redactText(name, engine.scan(name).detections).toWellFormed();
  } catch {
    return null;
  }
}

export interface FileActFacts {
  readonly id: string;
  readonly at: number;
  readonly fileName: string | null;
  readonly mountPoint: string | null;
  readonly volume: MountedVolume;
  readonly sizeBytes: number;
  readonly origin: SeenFile['origin'];
  /** Account name of the owner, when it was written here. */
  readonly osUser: string | null;
  readonly assignment: Assignment;
}

/** The act of a file on a volume. Names come redacted. */
export function buildFileAct(facts: FileActFacts): Act {
  const { assignment, volume } = facts;
  return {
    id: facts.id,
    channel: 'removable.write',
    at: facts.at,
    actor: {
      ...(facts.osUser === null ? {} : { osUser: facts.osUser.slice(0, 256) }),
      ...(assignment.employeeId === undefined ? {} : { employeeId: assignment.employeeId }),
      employment: assignment.employment,
      ...(assignment.unit === undefined ? {} : { unit: assignment.unit }),
      groups: assignment.groups,
    },
    source: { kind: 'local' },
    destination: {
      kind: 'volume',
      mountPoint: (facts.mountPoint ?? '/').slice(0, 1024),
      fileSystem: volume.fileSystem.slice(0, 32),
      removable: volume.removable,
    },
    content: {
      kind: 'file',
      sizeBytes: facts.sizeBytes,
      ...(facts.fileName === null ? {} : { fileName: facts.fileName.slice(0, 512) }),
    },
    // A file carried in from elsewhere was written by nobody at this machine.
    initiator: facts.origin === 'written' ? 'user' : 'system',
  };
}
