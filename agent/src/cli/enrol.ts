import { unlink } from 'node:fs/promises';
import os from 'node:os';

import { ensurePrivateDirectory, writeAtomically } from '../durable-files/atomic-file.ts';
import { enrol, EnrolmentError } from '../identity/enrol.ts';
import { readIdentity, saveIdentity } from '../identity/identity.ts';
import { errorCode } from '../logging/logger.ts';
import { platformName } from '../main.ts';
import { type StatePaths, statePaths } from '../state-paths.ts';
import { AGENT_VERSION } from '../version.ts';

/** Throws EnrolmentError when nothing of an identity's size can be written there. */
async function checkStateFolder(paths: StatePaths): Promise<void> {
  const trial = `${paths.identity}.trial`;
  try {
    await ensurePrivateDirectory(paths.directory);
    await writeAtomically(trial, Buffer.alloc(8_192));
    await unlink(trial);
  } catch (error) {
    throw new EnrolmentError(
      'enrolment.state-unwritable',
      `The state folder ${paths.directory} cannot be written (${errorCode(error)}). The token was not used.`,
    );
  }
}

/** Enrols and stores the identity. Throws EnrolmentError; an identity that is there is never replaced. */
export async function enrolHere(options: {
  state: string;
  server: string;
  token: string;
}): Promise<string> {
  const paths = statePaths(options.state);
  // Before the one-time token is spent: an identity that cannot be kept would be lost with it.
  await checkStateFolder(paths);
  const { state } = await readIdentity(paths);
  if (state !== 'not-enrolled')
    throw new EnrolmentError(
      state === 'enrolled' ? 'enrolment.already' : 'enrolment.identity-damaged',
      `There is an identity already (${paths.identity}). Move it away first if this workstation is to enrol anew.`,
    );
  const identity = await enrol({
    serverUrl: options.server,
    token: options.token,
    hostName: os.hostname().slice(0, 253) || 'unnamed',
    platform: platformName(),
    version: AGENT_VERSION,
  });
  await saveIdentity(paths, identity);
  return identity.endpointId;
}

export async function runEnrol(options: {
  state: string;
  server: string;
  token: string;
}): Promise<number> {
  const endpointId = await enrolHere(options);
  console.log(`Enrolled as ${endpointId}. A running agent takes it up within five seconds.`);
  return 0;
}
