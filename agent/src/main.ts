import os from 'node:os';

import { createBufferReader } from '@kedun/shared/detection/unit-reader';
import { readText } from '@kedun/shared/documents/read-text';
import { createTextEngine } from '@kedun/shared/inspection/text-engine';
import { redactText } from '@kedun/shared/redaction/redact-text';

import { createAccountNames } from './accounts/account-name.ts';
import { type Agent, createAgent, type PlatformAdapters } from './agent.ts';
import { createLinuxBrowserPolicy } from './capabilities/browser-policy/linux.ts';
import type { BrowserPolicy } from './capabilities/browser-policy/port.ts';
import { createUnsupportedBrowserPolicy } from './capabilities/browser-policy/unsupported.ts';
import { createLinuxFileWatch } from './capabilities/file-watch/linux.ts';
import { createUnsupportedFileWatch } from './capabilities/file-watch/unsupported.ts';
import { createLinuxMounts } from './capabilities/mounts/linux.ts';
import { createUnsupportedMounts } from './capabilities/mounts/unsupported.ts';
import { createLinuxUsbDevices } from './capabilities/usb-devices/linux.ts';
import { createUnsupportedUsbDevices } from './capabilities/usb-devices/unsupported.ts';
import { createLinuxUserNotice } from './capabilities/user-notice/linux.ts';
import { createUnsupportedUserNotice } from './capabilities/user-notice/unsupported.ts';
import { createLinuxVolumeFiles } from './capabilities/volume-files/linux.ts';
import { createUnsupportedVolumeFiles } from './capabilities/volume-files/unsupported.ts';
import { createIdMaker } from './ids/uuidv7.ts';
import type { Logger } from './logging/logger.ts';
import { createLinuxPeerUser, createUnknownPeerUser } from './native-host/peer.ts';
import { statePaths } from './state-paths.ts';
import { AGENT_VERSION } from './version.ts';

/** The only place that asks which operating system this is. */
function platformAdapters(logger: Logger): PlatformAdapters {
  const accountName = createAccountNames();
  if (process.platform === 'linux')
    return {
      mounts: createLinuxMounts({ logger: logger.module('mounts') }),
      fileWatch: createLinuxFileWatch(),
      volumeFiles: createLinuxVolumeFiles(),
      usbDevices: createLinuxUsbDevices({ logger: logger.module('usb') }),
      userNotice: createLinuxUserNotice({ logger: logger.module('user-notice') }),
      peerUser: createLinuxPeerUser(),
      accountName,
    };
  return {
    mounts: createUnsupportedMounts(),
    fileWatch: createUnsupportedFileWatch(),
    volumeFiles: createUnsupportedVolumeFiles(),
    usbDevices: createUnsupportedUsbDevices(),
    userNotice: createUnsupportedUserNotice(),
    peerUser: createUnknownPeerUser(),
    accountName,
  };
}

export function browserPolicyFor(options: {
  etcRoot: string;
  launcherPath: string;
  includeAbsent: boolean;
}): BrowserPolicy {
  return process.platform === 'linux'
    ? createLinuxBrowserPolicy(options)
    : createUnsupportedBrowserPolicy();
}

export function platformName(): string {
  return `${process.platform} ${os.release()} ${process.arch}`.slice(0, 128);
}

/** Composition root of the daemon. */
export function startAgent(options: {
  stateDirectory: string;
  socketPath: string;
  logger: Logger;
}): Promise<Agent> {
  return createAgent({
    paths: statePaths(options.stateDirectory),
    socketPath: options.socketPath,
    platform: platformAdapters(options.logger),
    platformName: platformName(),
    detection: {
      engineFor: (policy) => createTextEngine({ policy, readUnits: createBufferReader(Buffer) }),
      readText,
      redactText,
    },
    version: AGENT_VERSION,
    logger: options.logger,
    newId: createIdMaker(),
    now: () => Date.now(),
    defaultMaxEvents: 100_000,
  });
}
