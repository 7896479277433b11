import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { type Agent, createAgent } from './agent.ts';
import { createFakeFileWatch } from './capabilities/file-watch/fake.ts';
import { createFakeMounts } from './capabilities/mounts/fake.ts';
import { createFakeUsbDevices } from './capabilities/usb-devices/fake.ts';
import { createFakeUserNotice } from './capabilities/user-notice/fake.ts';
import { createLinuxVolumeFiles } from './capabilities/volume-files/linux.ts';
import { enrol } from './identity/enrol.ts';
import { saveIdentity } from './identity/identity.ts';
import { createIdMaker } from './ids/uuidv7.ts';
import { createSilentLogger } from './logging/logger.ts';
import { createUnknownPeerUser } from './native-host/peer.ts';
import { statePaths } from './state-paths.ts';
import { askStatus } from './status/status.ts';
import { type ContractServer, startContractServer } from './testing/contract-server.ts';
import { eventually } from './testing/eventually.ts';
import { volumeAt } from './testing/file-examiner.ts';
import { createPatternEngine, readUtf8, replaceSpans } from './testing/pattern-engine.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: ContractServer;
let agent: Agent;

beforeEach(async () => {
  folder = await temporaryFolder();
  server = await startContractServer();
});
afterEach(async () => {
  await agent.stop();
  await server.stop();
  await folder[Symbol.asyncDispose]();
});

const paths = () => statePaths(path.join(folder.path, 'state'));

async function enrolHere(): Promise<void> {
  const { url: serverUrl, token } = server;
  const facts = { serverUrl, token, hostName: 'ws-1', platform: 'linux', version: '0.1.0' };
  await saveIdentity(paths(), await enrol(facts));
}

async function start({ socketName = 'agent.sock' } = {}) {
  const mounts = createFakeMounts();
  const fileWatch = createFakeFileWatch();
  const usbDevices = createFakeUsbDevices();
  const mountPoint = path.join(folder.path, 'stick');
  await mkdir(mountPoint, { recursive: true });
  mounts.set([await volumeAt(mountPoint)]);
  agent = await createAgent({
    paths: paths(),
    socketPath: path.join(folder.path, socketName),
    platform: {
      mounts,
      fileWatch,
      usbDevices,
      volumeFiles: createLinuxVolumeFiles(),
      userNotice: createFakeUserNotice(),
      peerUser: createUnknownPeerUser(),
      accountName: () => Promise.resolve(null),
    },
    platformName: 'linux test',
    detection: { engineFor: createPatternEngine, readText: readUtf8, redactText: replaceSpans },
    version: '0.1.0',
    logger: createSilentLogger(),
    newId: createIdMaker(),
    now: Date.now,
    defaultMaxEvents: 1_000,
    enrolmentPollMs: 50,
  });
  const write = async (name: string) => {
    const file = path.join(mountPoint, name);
    await writeFile(file, 'phone\n13812345678\n');
    fileWatch.say(mountPoint, { path: file, origin: 'written' });
  };
  return { mountPoint, write, fileWatch, usbDevices };
}

const violations = () => [...server.events.values()].filter((event) => event.kind === 'violation');

it('reports its start and devices, quarantines a customer file, follows the policy it is told of', async () => {
  await enrolHere();
  const { write, usbDevices, fileWatch } = await start();
  await eventually('policy', () => agent.status().policyVersion === 1 && agent.status().live);
  usbDevices.plug({
    kind: 'device.attached',
    device: { bus: 'usb', vendorId: '0951', productId: '1666', interfaces: ['8/6/80'] },
  });
  await write('a.csv');
  await eventually('reported', () => violations().length === 1);
  const kinds = [...server.events.values()].map((event) => event.kind).toSorted();
  expect(kinds).toEqual(['device.attached', 'program.started', 'violation']);

  const opened = fileWatch.openedCount();
  server.bundle = { ...server.bundle, version: 2 };
  server.say('not json');
  server.say({ kind: 'check-now', what: 'policy' });
  await eventually('version 2', () => agent.status().policyVersion === 2);
  // What the new policy forbids may already be there.
  await eventually('examined anew', () => fileWatch.openedCount() > opened);
  expect(await askStatus(paths().statusSocket)).toMatchObject({
    running: true,
    enrolled: true,
    standing: 'active',
    policyVersion: 2,
    outbox: { deadLetters: 0 },
    watchedVolumes: [{ removable: true }],
  });
});

it('waits until it is enrolled, and takes it up without a restart', async () => {
  await start();
  expect(agent.status()).toMatchObject({ enrolled: false, standing: 'not-enrolled' });
  await enrolHere();
  await eventually('enrolled', () => agent.status().enrolled);
  await eventually('started', () => server.events.size > 0);
});

it('revoked: goes on enforcing with the last policy, keeps what it has to say, and does not enrol again', async () => {
  await enrolHere();
  const { write, mountPoint } = await start();
  await eventually('policy', () => agent.status().policyVersion === 1);
  await eventually('start told', () => server.events.size === 1);
  server.behaviour.refuseAll = 'endpoint.revoked';
  server.say({ kind: 'revoked' });
  await eventually('heard', () => agent.status().standing === 'revoked');
  await write('a.csv');
  await eventually('quarantined', async () => (await readdir(mountPoint)).join().includes('客盾'));
  await eventually('kept', () => agent.status().outbox?.depth === 1);
  expect(server.requests.filter((request) => request.includes('enrolments'))).toHaveLength(1);
});

it('works without a server from the start: the stored policy is in force, the report waits', async () => {
  await enrolHere();
  const first = await start();
  await eventually('policy', () => agent.status().policyVersion === 1);
  await agent.stop();
  await server.stop();
  const second = await start();
  expect(agent.status().policyVersion).toBe(1);
  await second.write('a.csv');
  await eventually('quarantined', async () =>
    (await readdir(first.mountPoint)).join().includes('客盾'),
  );
  await eventually('unreachable', () => agent.status().lastError === 'network.unreachable');
  // The start and the violation.
  await eventually('kept', () => agent.status().outbox?.depth === 2);
});

it('says that a damaged identity is there, starts all the same, and leaves the file alone', async () => {
  await mkdir(paths().directory, { recursive: true });
  await writeFile(paths().identity, '{"format":');
  await start();
  expect(agent.status().enrolled).toBe(false);
  expect(await readFile(paths().identity, 'utf8')).toBe('{"format":');
});

it('a second agent on the same state folder does not start, and leaves the first alone', async () => {
  await enrolHere();
  await start();
  const first = agent;
  await expect(start({ socketName: 'other.sock' })).rejects.toThrow('state folder');
  expect(agent).toBe(first);
  expect(await askStatus(paths().statusSocket)).toMatchObject({ running: true });
});

it('a start that fails leaves nothing behind: the next one succeeds', async () => {
  await start();
  await agent.stop();
  await expect(start({ socketName: `${'x'.repeat(120)}.sock` })).rejects.toThrow('107');
  await start();
  expect(agent.status().running).toBe(true);
});
