import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type AgentProcess, startAgent } from '../harness/agent-process.ts';
import { type ConsoleClient, openConsole } from '../harness/console-client.ts';
import { type ServerProcess, startServer } from '../harness/server-process.ts';
import { publishDemoPolicy } from '../harness/stack.ts';
import { waitFor } from '../harness/wait.ts';

const run = promisify(execFile);
const PASSWORD = 'correct horse battery staple 42';
const CUSTOMERS = '姓名,手机号\n张三,13812345678\n';
const isRoot = process.getuid?.() === 0;
if (!isRoot) process.stdout.write('endpoint tests skipped: mounting a volume needs root\n');

/** Writes until nothing more fits. */
async function fill(file: string): Promise<void> {
  for (const bytes of [65_536, 4_096, 512])
    for (;;) {
      try {
        await writeFile(file, Buffer.alloc(bytes), { flag: 'a' });
      } catch {
        break;
      }
    }
}

describe.skipIf(!isRoot)('an agent whose own disk is full', () => {
  /** How to end what was started; a start that fails half way leaves no mount behind. */
  const ends: (() => Promise<unknown>)[] = [];
  let rootDir: string;
  let server: ServerProcess;
  let client: ConsoleClient;
  let agent: AgentProcess;
  const below = (...parts: string[]): string => path.join(rootDir, ...parts);
  const mountTmpfs = async (name: string): Promise<void> => {
    await mkdir(below(name), { recursive: true });
    await run('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', below(name)]);
    ends.push(() => run('umount', [below(name)]));
  };
  const outbox = async (): Promise<unknown> => (await agent.status())['outbox'];
  const outcomeOf = (fileName: string): Promise<string> =>
    waitFor(
      `a violation for ${fileName}`,
      async () => {
        for (const { id } of await client.allAlerts())
          for (const { act, enforcement } of (await client.alert(id)).violations)
            if (act.content.fileName === fileName)
              return `${enforcement.outcome} ${enforcement.detail ?? ''}`;
        return null;
      },
      { everyMs: 200 },
    );

  beforeAll(async () => {
    rootDir = await mkdtemp(path.join(tmpdir(), 'kedun-full-'));
    ends.push(() => rm(rootDir, { recursive: true, force: true }));
    await mountTmpfs('volume');
    await mountTmpfs('state');
    server = await startServer({ dataDir: below('server'), password: PASSWORD });
    ends.push(() => server.stop());
    client = await openConsole(server.url, 'admin', PASSWORD);
    const version = await publishDemoPolicy(client, below('volume'));
    agent = await startAgent({
      stateDir: below('state'),
      socketPath: below('agent.sock'),
      serverUrl: server.url,
      token: await client.enrolmentToken('agent'),
    });
    ends.push(() => agent.stop());
    await waitFor('the policy', async () => (await agent.status())['policyVersion'] === version);
  });
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });

  it('goes on, destroys nothing it cannot keep, and still reports', async () => {
    await fill(below('state', 'filler'));
    await writeFile(below('volume', 'full.csv'), CUSTOMERS);
    expect(await outcomeOf('full.csv')).toBe('failed quarantine-full');
    expect(await readFile(below('volume', 'full.csv'), 'utf8')).toBe(CUSTOMERS);
    expect(agent.child().isRunning()).toBe(true);
  });

  it('starts again though its disk is full, and goes on watching', async () => {
    await agent.restart();
    await fill(below('state', 'filler'));
    await agent.restart();
    await writeFile(below('volume', 'restarted.csv'), CUSTOMERS);
    expect(await outcomeOf('restarted.csv')).toBe('failed quarantine-full');
  });

  it('is as before once there is room again', async () => {
    await rm(below('state', 'filler'));
    await writeFile(below('volume', 'room.csv'), CUSTOMERS);
    expect(await outcomeOf('room.csv')).toBe('quarantined file-quarantined');
    expect(existsSync(below('volume', 'room.csv'))).toBe(false);
    await waitFor('the outbox to be durable and empty', async () => {
      const status = JSON.stringify(await outbox());
      return status.includes('"depth":0') && status.includes('"storage":"durable"');
    });
  });
});
