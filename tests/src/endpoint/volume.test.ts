import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { AlertSummary } from '@kedun/shared/contracts/api/alerts';
import type { Violation } from '@kedun/shared/contracts/violation';

import { type AgentProcess, runAgentCommand, startAgent } from '../harness/agent-process.ts';
import { type ConsoleClient, openConsole } from '../harness/console-client.ts';
import { type ServerProcess, startServer } from '../harness/server-process.ts';
import { publishDemoPolicy } from '../harness/stack.ts';
import { openVolume, type Volume } from '../harness/volume.ts';
import { waitFor } from '../harness/wait.ts';

const run = promisify(execFile);
const PASSWORD = 'correct horse battery staple 42';
const NOTE_SUFFIX = '.客盾-已隔离.txt';
const PLANTED = ['13812345678', '13987654321', '11010519491231002X', '6222021234567890128'];
const CUSTOMERS = `姓名,手机号,身份证号,银行卡号\n张三,${PLANTED[0]},${PLANTED[2]},${PLANTED[3]}\n李四,${PLANTED[1]},,\n`;
const CLEAN = '会议纪要\n\n下周三上午十点,第二会议室。请各部门带齐材料。\n';

const isRoot = process.getuid?.() === 0;
if (!isRoot) process.stdout.write('endpoint tests skipped: mounting a volume needs root\n');

describe.skipIf(!isRoot)('a customer file on a mounted volume', () => {
  /** How to end what was started; a start that fails half way leaves no mount behind. */
  const ends: (() => Promise<unknown>)[] = [];
  let rootDir: string;
  let server: ServerProcess;
  let client: ConsoleClient;
  let agent: AgentProcess;
  let volume: Volume;

  const at = (name: string): string => path.join(volume.mountPoint, name);
  /** Violations by the alert they are in: read once, the console's API counts its callers' requests. */
  const known = new Map<string, { alert: AlertSummary; violations: readonly Violation[] }>();
  const reported = async () => {
    for (const alert of await client.allAlerts())
      if (known.get(alert.id)?.violations.length !== alert.violationCount)
        known.set(alert.id, { alert, violations: (await client.alert(alert.id)).violations });
    return [...known.values()];
  };
  const alertFor = (fileName: string): Promise<AlertSummary> =>
    waitFor(
      `an alert for ${fileName}`,
      async () =>
        (await reported()).find(({ violations }) =>
          violations.some((violation) => violation.act.content.fileName === fileName),
        )?.alert,
      { everyMs: 200 },
    );
  const watched = async (): Promise<number> => {
    const { watchedVolumes } = await agent.status();
    return Array.isArray(watchedVolumes) ? watchedVolumes.length : 0;
  };
  const mount = async (): Promise<void> => {
    await volume.mount();
    await waitFor('the volume to be watched', async () => (await watched()) === 1);
  };

  beforeAll(async () => {
    rootDir = await mkdtemp(path.join(tmpdir(), 'kedun-volume-'));
    ends.push(() => rm(rootDir, { recursive: true, force: true }));
    server = await startServer({ dataDir: path.join(rootDir, 'server'), password: PASSWORD });
    ends.push(() => server.stop());
    client = await openConsole(server.url, 'admin', PASSWORD);
    volume = await openVolume({
      mountPoint: path.join(rootDir, 'volume'),
      imagePath: path.join(rootDir, 'volume.img'),
    });
    ends.push(() => volume.unmount());
    process.stdout.write(`volume under test: ${volume.kind}\n`);
    const version = await publishDemoPolicy(client, volume.mountPoint);
    agent = await startAgent({
      stateDir: path.join(rootDir, 'agent'),
      socketPath: path.join(rootDir, 'agent.sock'),
      serverUrl: server.url,
      token: await client.enrolmentToken('agent'),
    });
    ends.push(() => agent.stop());
    await waitFor('the policy', async () => (await agent.status())['policyVersion'] === version);
    await waitFor('the volume to be watched', async () => (await watched()) === 1);
  });
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });

  it('is a real mount', () => {
    expect(volume.kind).not.toBe('folder');
  });

  it('is caught, quarantined and reported; a clean one beside it is left alone', async () => {
    await writeFile(at('会议.txt'), CLEAN);
    await writeFile(at('customers.csv'), CUSTOMERS);
    const alert = await alertFor('customers.csv');
    expect(alert).toMatchObject({
      channel: 'removable.write',
      action: 'block',
      outcome: 'quarantined',
      clause: { pack: 'telecom-pledge', clause: 'T12' },
      destination: volume.mountPoint,
    });
    const left = (await readdir(volume.mountPoint)).filter((name) => name !== 'lost+found');
    expect(left.toSorted()).toEqual([`customers.csv${NOTE_SUFFIX}`, '会议.txt'].toSorted());
    expect(await readFile(at('会议.txt'), 'utf8')).toBe(CLEAN);
    const note = await readFile(at(`customers.csv${NOTE_SUFFIX}`), 'utf8');
    expect(PLANTED.filter((value) => note.includes(value))).toEqual([]);
    expect(note).toContain('138****5678');
  });

  it('is caught under a name, and in a folder, that is GBK and not UTF-8', async () => {
    // 客户 in GBK.
    const gbk = Buffer.from([0xbf, 0xcd, 0xbb, 0xa7]);
    const folder = Buffer.concat([Buffer.from(`${volume.mountPoint}/`), gbk]);
    const inFolder = Buffer.concat([folder, Buffer.from('/'), gbk, Buffer.from('.csv')]);
    await mkdir(folder);
    await writeFile(inFolder, CUSTOMERS);
    await waitFor('it to be taken away', () => !existsSync(inFolder));
    const { stdout } = await runAgentCommand(['quarantine', 'list', '--state', agent.stateDir]);
    expect(stdout).toContain('.csv');
    await rm(folder, { recursive: true });
  });

  it('leaves a clean file as it was, byte for byte and to the nanosecond', async () => {
    await writeFile(at('untouched.txt'), CLEAN);
    const before = await stat(at('untouched.txt'), { bigint: true });
    await sleep(1_500);
    const after = await stat(at('untouched.txt'), { bigint: true });
    expect([after.ino, after.mtimeNs, after.ctimeNs]).toEqual([
      before.ino,
      before.mtimeNs,
      before.ctimeNs,
    ]);
    expect(await readFile(at('untouched.txt'), 'utf8')).toBe(CLEAN);
    await rm(at('untouched.txt'));
  });

  it('is given back by IT, as it was, when that was a mistake', async () => {
    const state = ['--state', agent.stateDir];
    const { stdout } = await runAgentCommand(['quarantine', 'list', '--json', ...state]);
    const entries = JSON.parse(stdout) as { violationId: string; originalPath: string }[];
    const entry = entries.find(({ originalPath }) => originalPath === at('customers.csv'));
    const restored = path.join(rootDir, 'restored.csv');
    await runAgentCommand([
      'quarantine',
      'restore',
      entry?.violationId ?? '',
      '--to',
      restored,
      ...state,
    ]);
    expect(await readFile(restored, 'utf8')).toBe(CUSTOMERS);
    await runAgentCommand(['quarantine', 'purge', entry?.violationId ?? '', ...state]);
    const actions = await readFile(path.join(agent.stateDir, 'quarantine/actions.jsonl'), 'utf8');
    expect(actions.match(/"action":"(restored|purged)"/g)).toHaveLength(2);
  });

  it('is caught under a temporary name that is renamed in the end', async () => {
    await writeFile(at('.upload.tmp'), CUSTOMERS);
    await rename(at('.upload.tmp'), at('final.csv'));
    await alertFor('final.csv');
    expect(existsSync(at('final.csv'))).toBe(false);
  });

  it('is caught after the volume was taken away and put back', async () => {
    await volume.unmount();
    await waitFor('the volume to be let go', async () => (await watched()) === 0);
    await mount();
    await writeFile(at('again.csv'), CUSTOMERS);
    expect((await alertFor('again.csv')).outcome).toBe('quarantined');
  });

  it('is caught after a remount so quick that it looks the same', async () => {
    await volume.unmount();
    await volume.mount();
    await writeFile(at('quick.csv'), CUSTOMERS);
    expect((await alertFor('quick.csv')).outcome).toBe('quarantined');
  });

  it('is caught when it was carried in while no agent ran', async () => {
    await agent.stop();
    await writeFile(at('carried-in.csv'), CUSTOMERS);
    await agent.restart();
    const alert = await alertFor('carried-in.csv');
    expect(alert.outcome).toBe('quarantined');
    // Nobody at this machine is known to have written it.
    expect(alert.person).toBeNull();
  });

  it('arrives exactly once each though the agent is killed, again and again, while they are written', async () => {
    const names: string[] = [];
    for (let round = 0; round < 5; round += 1) {
      for (let index = 0; index < 8; index += 1) {
        const name = `kill-${round}-${index}.csv`;
        names.push(name);
        await writeFile(at(name), CUSTOMERS);
      }
      // A file is examined 300 ms after it was written: the kills fall before, into and after the act.
      await sleep(270 + round * 30);
      await agent.kill();
      await agent.restart();
    }
    await waitFor('all to be taken away', () => names.every((name) => !existsSync(at(name))), {
      timeoutMs: 40_000,
    });
    for (const name of names) expect((await alertFor(name)).outcome).toBe('quarantined');
    const told = (await reported())
      .flatMap(({ violations }) => violations.map((v) => v.act.content.fileName ?? ''))
      .filter((name) => name.startsWith('kill-'));
    expect(told.toSorted()).toEqual(names.toSorted());
  });

  it('that cannot be taken away from a read-only volume is reported as such', async () => {
    await agent.stop();
    await writeFile(at('fixed.csv'), CUSTOMERS);
    await run('mount', ['-o', 'remount,ro', volume.mountPoint]);
    await agent.restart();
    expect((await alertFor('fixed.csv')).outcome).toBe('failed');
    expect(await readFile(at('fixed.csv'), 'utf8')).toBe(CUSTOMERS);
    await run('mount', ['-o', 'remount,rw', volume.mountPoint]);
    await waitFor('it to be taken away once it can be', () => !existsSync(at('fixed.csv')));
  });

  it('leaves no raw value in the log, the outbox or the server', async () => {
    await agent.stop();
    const outbox = await readFile(path.join(agent.stateDir, 'outbox.db'), 'latin1');
    const stored = (await server.storedBytes()).toString('latin1');
    const seen = [agent.output(), outbox, stored, server.output()];
    for (const value of PLANTED)
      expect(seen.map((text) => text.includes(value))).toEqual([false, false, false, false]);
    await agent.restart();
  });
});
