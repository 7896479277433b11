import os from 'node:os';

import { enrol, EnrolmentError } from '../identity/enrol.ts';
import { readIdentity, saveIdentity } from '../identity/identity.ts';
import { platformName } from '../main.ts';
import { statePaths } from '../state-paths.ts';
import { AGENT_VERSION } from '../version.ts';

/** Enrols and stores the identity. Throws EnrolmentError; an identity that is there is never replaced. */
export async function enrolHere(options: {
  state: string;
  server: string;
  token: string;
}): Promise<string> {
  const paths = statePaths(options.state);
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
