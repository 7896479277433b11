import type { PolicyBundle } from '@kedun/shared/contracts/policy';
import type { Engine } from '@kedun/shared/detection/detection';

import type { FileWatch } from './capabilities/file-watch/port.ts';
import type { Mounts } from './capabilities/mounts/port.ts';
import type { UsbDevices } from './capabilities/usb-devices/port.ts';
import type { UserNotice } from './capabilities/user-notice/port.ts';
import type { VolumeFiles } from './capabilities/volume-files/port.ts';
import { ensurePrivateDirectory } from './durable-files/atomic-file.ts';
import { type EnrolledAgent, startEnrolledAgent } from './enrolled-agent.ts';
import { readIdentity } from './identity/identity.ts';
import { errorCode, type Logger } from './logging/logger.ts';
import { type NativeServer, startNativeServer } from './native-host/native-server.ts';
import type { PeerUser } from './native-host/peer.ts';
import type { Outbox } from './outbox/outbox.ts';
import { createSqliteOutbox } from './outbox/sqlite-outbox.ts';
import type { ReadText } from './pipeline/examine-file.ts';
import type { RedactText } from './pipeline/file-act.ts';
import type { StatePaths } from './state-paths.ts';
import { type AgentStatus, startStatusSocket } from './status/status.ts';

/** What differs from one operating system to the next. */
export interface PlatformAdapters {
  readonly mounts: Mounts;
  readonly fileWatch: FileWatch;
  readonly volumeFiles: VolumeFiles;
  readonly usbDevices: UsbDevices;
  readonly userNotice: UserNotice;
  readonly peerUser: PeerUser;
  readonly accountName: (userId: number) => Promise<string | null>;
}

export interface AgentDeps {
  readonly paths: StatePaths;
  readonly socketPath: string;
  readonly platform: PlatformAdapters;
  /** For reports, e.g. `linux 6.1.0 x64`. */
  readonly platformName: string;
  readonly detection: {
    /** The engine that the policy in force configures. */
    readonly engineFor: (policy: () => PolicyBundle | null) => Engine;
    readonly readText: ReadText;
    readonly redactText: RedactText;
  };
  readonly version: string;
  readonly logger: Logger;
  readonly newId: () => string;
  readonly now: () => number;
  /** Bound of the outbox until a policy says otherwise. */
  readonly defaultMaxEvents: number;
  readonly policyIntervalMs?: number;
  /** How long a file whose enforcement was interrupted may take to be seen again. */
  readonly unfinishedGraceMs?: number;
  /** How often to look for an identity while there is none. */
  readonly enrolmentPollMs?: number;
}

export interface Agent {
  status(): AgentStatus;
  stop(): Promise<void>;
}

interface Parts {
  readonly deps: AgentDeps;
  readonly outbox: Outbox;
  readonly native: NativeServer;
  readonly enrolled: EnrolledAgent | null;
}

function statusOf({ deps, outbox, native, enrolled }: Parts): AgentStatus {
  const { platform, version } = deps;
  return {
    running: true,
    version,
    enrolled: enrolled !== null,
    endpointId: enrolled?.identity.endpointId ?? null,
    server: enrolled?.identity.serverUrl ?? null,
    organisation: enrolled?.identity.organisation ?? null,
    standing: enrolled?.standing.state() ?? 'not-enrolled',
    live: enrolled?.live() ?? false,
    lastContactAt: enrolled?.standing.lastContactAt() ?? null,
    lastError: enrolled?.standing.lastError() ?? null,
    policyVersion: enrolled?.policyVersion() ?? 0,
    lastPolicyRefusal: enrolled?.lastPolicyRefusal() ?? null,
    outbox: outbox.status(),
    watchedVolumes: (enrolled?.watching.volumes.watched() ?? []).map((volume) => ({
      mountPoint: volume.mountPoint,
      fileSystem: volume.fileSystem,
      removable: volume.removable,
      readOnly: volume.readOnly,
    })),
    filesWaiting: enrolled?.watching.queue.depth() ?? 0,
    nativeConnections: native.connections(),
    usb: platform.usbDevices.support(),
    notices: platform.userNotice.supportsNotices,
  };
}

/** Calls `attempt` until it says true. Returns the way to stop. */
function retry(attempt: () => Promise<boolean>, everyMs: number, logger: Logger): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  async function tick(): Promise<void> {
    let done = false;
    try {
      done = await attempt();
    } catch (error) {
      logger.error({ code: errorCode(error) }, 'enrolled agent could not start');
    }
    if (!done && !stopped) timer = setTimeout(() => void tick(), everyMs);
  }
  timer = setTimeout(() => void tick(), everyMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

type Stop = () => unknown;

async function startParts(deps: AgentDeps, stops: Stop[]): Promise<Agent> {
  const { paths, platform, logger } = deps;
  await ensurePrivateDirectory(paths.directory);
  let enrolled: EnrolledAgent | null = null;
  // First of all, as it holds the lock: two agents on one state folder would both send.
  const outbox = createSqliteOutbox({
    file: paths.outbox,
    maxEvents: deps.defaultMaxEvents,
    logger: logger.module('outbox'),
    newId: deps.newId,
    now: deps.now,
  });
  stops.push(() => outbox.close());
  const native = await startNativeServer({
    socketPath: deps.socketPath,
    backend: () => enrolled?.backend ?? null,
    peerUser: platform.peerUser,
    accountName: platform.accountName,
    logger: logger.module('native-host'),
  });
  stops.push(() => native.close());
  const status = () => statusOf({ deps, outbox, native, enrolled });
  stops.push(await startStatusSocket(paths.statusSocket, status));
  stops.push(() => enrolled?.stop());

  async function startIfEnrolled(): Promise<boolean> {
    const read = await readIdentity(paths);
    if (read.state === 'damaged')
      logger.error({}, 'identity file is damaged; move it away and enrol again');
    if (read.state !== 'enrolled') return false;
    enrolled = await startEnrolledAgent({
      ...deps,
      identity: read.identity,
      outbox,
      onPolicyChanged: () => native.announcePolicy(),
    });
    return true;
  }

  if (!(await startIfEnrolled()))
    stops.push(retry(startIfEnrolled, deps.enrolmentPollMs ?? 5_000, logger));
  return { status, stop: () => stopAll(stops) };
}

/** Last started, first stopped. */
async function stopAll(stops: Stop[]): Promise<void> {
  for (const stop of stops.splice(0).toReversed()) await stop();
}

/**
 * The daemon. Resolves when it is ready: socket open, volumes watched. Not enrolled, it waits until it is,
 * and tells browsers so. Throws when the state folder cannot be used or another agent has it or the
 * socket; then nothing is left running.
 */
export async function createAgent(deps: AgentDeps): Promise<Agent> {
  const stops: Stop[] = [];
  try {
    return await startParts(deps, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}
