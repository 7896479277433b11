import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { isPortFree } from '../harness/free-port.ts';
import { type Stack, STACK_ACCOUNT, startStack } from '../harness/stack.ts';
import { releaseVolume } from '../harness/volume.ts';
import { ensureBuilt } from '../harness/build.ts';
import {
  DEMO_DIR,
  endOrphans,
  findRunning,
  forgetRunning,
  keepPassword,
  readPassword,
  rememberRunning,
} from './running.ts';
import { welcome } from './welcome.ts';

const SERVER_PORT = 8710;
const SITES_PORT = 8720;

/** Something the person at the keyboard can put right: told in both languages, without a stack trace. */
class StartProblem extends Error {}

interface Arguments {
  readonly reset: boolean;
  readonly serverPort: number;
  readonly sitesPort: number;
}

function portFrom(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartProblem(`端口无效 / not a port: ${text}`);
  return port;
}

function readArguments(): Arguments {
  const options = {
    reset: { type: 'boolean' },
    'server-port': { type: 'string' },
    'sites-port': { type: 'string' },
  } as const;
  try {
    const { values } = parseArgs({ options, strict: true });
    return {
      reset: values.reset ?? false,
      serverPort: portFrom(values['server-port'], SERVER_PORT),
      sitesPort: portFrom(values['sites-port'], SITES_PORT),
    };
  } catch (error) {
    const usage = 'npm start -- [--reset] [--server-port N] [--sites-port N]';
    throw new StartProblem(`${error instanceof Error ? error.message : ''}\n${usage}`);
  }
}

async function demandPort(port: number, option: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new StartProblem(
    `端口 ${port} 已被占用。请停止占用它的程序，或换一个端口：npm start -- ${option} ${port + 1}
Port ${port} is in use. Stop what uses it, or take another: npm start -- ${option} ${port + 1}`,
  );
}

async function passwordFor(isFirst: boolean): Promise<string> {
  if (!isFirst) {
    const kept = await readPassword();
    if (kept !== null) return kept;
    throw new StartProblem(
      '找不到首次启动时生成的密码文件。请重新开始：npm start -- --reset\nThe password file of the first start is gone. Start over: npm start -- --reset',
    );
  }
  const password = randomBytes(12).toString('base64url');
  await keepPassword(password);
  return password;
}

async function start(): Promise<Stack> {
  const args = readArguments();
  const running = await findRunning();
  if (running)
    throw new StartProblem(
      `演示已在运行：${running.serverUrl}（进程 ${running.pid}）。在它的终端按 Ctrl-C 停止。
Already running: ${running.serverUrl} (process ${running.pid}). Ctrl-C in its terminal stops it.`,
    );
  await endOrphans();
  await demandPort(args.serverPort, '--server-port');
  await demandPort(args.sitesPort, '--sites-port');
  if (args.reset) {
    await releaseVolume(path.join(DEMO_DIR, 'volume'));
    await rm(DEMO_DIR, { recursive: true, force: true });
  }
  await mkdir(DEMO_DIR, { recursive: true, mode: 0o700 });
  await ensureBuilt((line) => console.log(line));
  const isFirst = !existsSync(path.join(DEMO_DIR, 'server'));
  const password = await passwordFor(isFirst);
  console.log('正在启动 / starting …');
  const stack = await startStack({ rootDir: DEMO_DIR, password, ...args });
  await rememberRunning({
    pid: process.pid,
    childPids: [stack.server.child().pid, stack.agent.child().pid],
    serverUrl: stack.server.url,
    sitesPort: stack.sites.port,
    volume: { kind: stack.volume.kind, mountPoint: stack.volume.mountPoint },
    stateDir: stack.agent.stateDir,
    socketPath: stack.agent.socketPath,
  });
  console.log(welcome(stack, STACK_ACCOUNT, isFirst ? password : null));
  return stack;
}

/** What the person at the keyboard is told: a way out where there is one, else all that is known. */
function explain(error: unknown): unknown {
  if (error instanceof StartProblem) return error.message;
  const { code, path: file } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (code !== 'EACCES' && code !== 'EPERM') return error;
  return `没有权限写入 ${file ?? DEMO_DIR}。若曾以 root 启动，请以 root 删除 .kedun 后重试。
No right to write ${file ?? DEMO_DIR}. If root started it before, delete .kedun as root and try again.`;
}

/** Resolves on the first Ctrl-C (or a service manager's stop); a second one ends at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve();
      });
  });
}

const stopped = untilStopped();
try {
  const stack = await start();
  await stopped;
  console.log('\n正在停止 / stopping …');
  await stack.stop();
  await forgetRunning();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
process.exit();
