import { stat } from 'node:fs/promises';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { statePaths } from '../state-paths.ts';
import { type ContractServer, startContractServer } from '../testing/contract-server.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { enrol, EnrolmentError } from './enrol.ts';
import { readIdentity, saveIdentity } from './identity.ts';

let server: ContractServer;
beforeEach(async () => {
  server = await startContractServer();
});
afterEach(() => server.stop());

const enrolWith = (token: string, serverUrl = server.url) =>
  enrol({ serverUrl, token, hostName: 'ws-1', platform: 'linux', version: '0.1.0' });

const codeOf = async (attempt: Promise<unknown>) => {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof EnrolmentError ? error.code : error;
};

it('trusts the one policy key the token names, whatever else the answer offers', async () => {
  const other = await startContractServer();
  server.strayKeys.push(other.publicJwk);
  await other.stop();
  const identity = await enrolWith(server.token);
  expect(identity.policyKeys.map((key) => key.x)).toEqual([server.publicJwk.x]);
});

it('refuses a server that does not have the policy key of the token', async () => {
  const stranger = `${server.token.slice(0, 44)}${'B'.repeat(43)}`;
  expect(await codeOf(enrolWith(stranger))).toBe('enrolment.key-mismatch');
});

it.each([
  [
    'a token the server does not know',
    () => `${'T'.repeat(43)}.${'B'.repeat(43)}`,
    'enrolment.token-invalid',
  ],
  ['half a token', () => 'abc', 'enrolment.token-malformed'],
])('%s: a coded refusal', async (_, token, code) => {
  expect(await codeOf(enrolWith(token()))).toBe(code);
});

it('says that the server is not there', async () => {
  expect(await codeOf(enrolWith(server.token, 'http://127.0.0.1:9'))).toBe('network.unreachable');
  expect(await codeOf(enrolWith(server.token, 'ftp://x'))).toBe('enrolment.server-url-invalid');
});

it('keeps the identity readable by nobody else, and tells a damaged file from none', async () => {
  await using folder = await temporaryFolder();
  const paths = statePaths(path.join(folder.path, 'state'));
  expect((await readIdentity(paths)).state).toBe('not-enrolled');
  const identity = await enrolWith(server.token);
  await saveIdentity(paths, identity);
  expect((await stat(paths.identity)).mode & 0o777).toBe(0o600);
  expect((await stat(paths.directory)).mode & 0o777).toBe(0o700);
  expect(await readIdentity(paths)).toEqual({ state: 'enrolled', identity });
});
