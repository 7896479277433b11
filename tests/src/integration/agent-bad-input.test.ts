import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { LIMITS } from '@kedun/shared/contracts/vocabulary';
import { nativeResponseSchema } from '@kedun/shared/contracts/native-message';

import { type AgentProcess, startAgent } from '../harness/agent-process.ts';
import { type ConsoleClient, openConsole } from '../harness/console-client.ts';
import { REPOSITORY } from '../harness/repository.ts';
import { type ServerProcess, startServer } from '../harness/server-process.ts';
import { uuidv7 } from '../harness/uuid.ts';
import { waitFor } from '../harness/wait.ts';

const PASSWORD = 'correct horse battery staple 42';
const SECRET = '11010519491231002X';

function frame(body: Buffer | string, claimedBytes?: number): Buffer {
  const bytes = Buffer.from(body as string);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(claimedBytes ?? bytes.length);
  return Buffer.concat([head, bytes]);
}

const hello = {
  kind: 'hello',
  requestId: 1,
  extensionVersion: '0.1.0',
  browser: 'test',
  profileId: '019aa000-0000-7000-8000-000000000001',
};

describe('bad input at the agent’s edge', () => {
  let rootDir: string;
  let server: ServerProcess;
  let client: ConsoleClient;
  let agent: AgentProcess;

  beforeAll(async () => {
    rootDir = await mkdtemp(path.join(tmpdir(), 'kedun-bad-'));
    server = await startServer({ dataDir: path.join(rootDir, 'server'), password: PASSWORD });
    client = await openConsole(server.url, 'admin', PASSWORD);
    agent = await startAgent({
      stateDir: path.join(rootDir, 'agent'),
      socketPath: path.join(rootDir, 'agent.sock'),
      serverUrl: server.url,
      token: await client.enrolmentToken('agent'),
    });
    // Its coming is announced to whoever is connected, in between the answers these tests count.
    await waitFor('the policy', async () => (await agent.status())['policyVersion'] === 1);
  });
  afterAll(async () => {
    await agent.stop();
    await server.stop();
    await rm(rootDir, { recursive: true, force: true });
  });

  /** Writes the bytes and answers with what came back: `count` answers, or fewer when the agent hung up. */
  function say(
    count: number,
    ...parts: Buffer[]
  ): Promise<{ answers: unknown[]; closed: boolean }> {
    return new Promise((resolve, reject) => {
      let received = Buffer.alloc(0);
      const socket = connect(agent.socketPath);
      const answers = (): unknown[] => {
        const complete: unknown[] = [];
        for (let at = 0; at + 4 <= received.length;) {
          const end = at + 4 + received.readUInt32LE(at);
          if (end > received.length) break;
          complete.push(JSON.parse(received.subarray(at + 4, end).toString('utf8')));
          at = end;
        }
        return complete;
      };
      const done = (closed: boolean): void => {
        socket.destroy();
        resolve({ answers: answers(), closed });
      };
      socket.setTimeout(5000, () => done(false));
      socket.on('close', () => done(true));
      socket.on('error', reject);
      socket.on('data', (chunk: Buffer) => {
        received = Buffer.concat([received, chunk]);
        if (answers().length >= count) done(false);
      });
      for (const part of parts) socket.write(part);
    });
  }

  it('a proper hello is answered, in however many pieces it comes', async () => {
    const whole = frame(JSON.stringify(hello));
    const { answers } = await say(1, whole.subarray(0, 2), whole.subarray(2, 9), whole.subarray(9));
    expect(nativeResponseSchema.parse(answers[0]).kind).toBe('welcome');
  });

  it.each([
    ['not JSON', `{"kind":"hello" ${SECRET}`, null],
    ['an empty frame', '', null],
    ['JSON of another shape', JSON.stringify([SECRET]), null],
    ['a kind nobody knows', JSON.stringify({ kind: SECRET, requestId: 7 }), 7],
    ['wrong types', JSON.stringify({ ...hello, browser: 5 }), 1],
    ['a field nobody knows', JSON.stringify({ ...hello, [SECRET]: 1 }), 1],
    [
      'events that are none',
      JSON.stringify({ kind: 'events.report', requestId: 9, events: [{ id: SECRET }] }),
      9,
    ],
  ])('%s: a coded error, and the connection goes on', async (_name, body, requestId) => {
    const { answers } = await say(2, frame(body), frame(JSON.stringify(hello)));
    expect(answers[0]).toEqual({ kind: 'error', requestId, code: 'native.malformed' });
    expect(nativeResponseSchema.parse(answers[1]).kind).toBe('welcome');
  });

  it('a frame that claims to be larger than allowed ends the connection', async () => {
    const { closed } = await say(2, frame(SECRET, LIMITS.messageBytes + 1));
    expect(closed).toBe(true);
  });

  it('half a frame and a hang-up hurt nobody', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(agent.socketPath, () => socket.end(frame('{}', 5000)));
      socket.on('close', () => resolve());
      socket.resume();
    });
    expect(agent.child().isRunning()).toBe(true);
  });

  it('a proper event is acknowledged and arrives', async () => {
    const event = {
      kind: 'bridge.misuse',
      id: uuidv7(),
      occurredAt: Date.now(),
      host: 'evil.example',
      count: 3,
    };
    const report = { kind: 'events.report', requestId: 2, events: [event] };
    const { answers } = await say(2, frame(JSON.stringify(hello)), frame(JSON.stringify(report)));
    expect(answers[1]).toEqual({ kind: 'events.acknowledged', requestId: 2, ids: [event.id] });
    const [endpoint] = (await client.endpoints()).endpoints;
    await waitFor('the event at the server', async () =>
      (await client.endpointHistory(endpoint?.id ?? '')).events.some(({ id }) => id === event.id),
    );
  });

  it('the native host ends by itself when the browser talks nonsense or hangs up', async () => {
    const cli = path.join(REPOSITORY, 'agent/src/cli/main.ts');
    const args = [cli, 'native-host', '--socket', agent.socketPath];
    const host = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const ended = new Promise<void>((resolve) => {
      host.on('close', () => resolve());
    });
    host.stdin.on('error', () => undefined);
    host.stdin.end(frame(SECRET, 0xffff_ffff));
    await ended;
    expect(host.exitCode).not.toBeNull();
    expect(agent.child().isRunning()).toBe(true);
  });

  it('no log line repeats what was sent', () => {
    expect(agent.output()).not.toContain(SECRET);
  });
});
