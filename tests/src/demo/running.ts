import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { REPOSITORY } from '../harness/repository.ts';
import { waitFor } from '../harness/wait.ts';

/** Where the demonstration keeps its state. */
export const DEMO_DIR = path.join(REPOSITORY, '.kedun/demo');
const RUNNING_FILE = path.join(DEMO_DIR, 'running.json');
const PASSWORD_FILE = path.join(DEMO_DIR, 'password');

const runningSchema = z.strictObject({
  pid: z.int().min(1),
  /** Its server and agent, to be ended when it was killed without a goodbye. */
  childPids: z.array(z.int().min(1)),
  serverUrl: z.url(),
  sitesPort: z.int().min(1),
  volume: z.strictObject({ kind: z.enum(['loop', 'tmpfs', 'folder']), mountPoint: z.string() }),
  stateDir: z.string(),
  socketPath: z.string(),
});
/** A demonstration that `npm start` keeps going: enough for `npm run demo` to join it. */
export type Running = z.infer<typeof runningSchema>;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function commandLine(pid: number): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

async function readRunning(): Promise<Running | null> {
  try {
    return runningSchema.parse(JSON.parse(await readFile(RUNNING_FILE, 'utf8')));
  } catch {
    return null;
  }
}

/** The demonstration that is going on, or null. */
export async function findRunning(): Promise<Running | null> {
  const running = await readRunning();
  if (!running || !isAlive(running.pid)) return null;
  return (await commandLine(running.pid)).includes('demo/start.ts') ? running : null;
}

async function endOurs(pid: number): Promise<void> {
  const isOurs = async (): Promise<boolean> =>
    isAlive(pid) && (await commandLine(pid)).includes(`${REPOSITORY}/`);
  if (!(await isOurs())) return;
  process.kill(pid, 'SIGTERM');
  const isGone = async (): Promise<boolean> => !(await isOurs());
  try {
    await waitFor(`process ${pid} to end`, isGone);
  } catch {
    process.kill(pid, 'SIGKILL');
    await waitFor(`process ${pid} to end`, isGone);
  }
}

/** Ends server and agent of a demonstration that was killed; by pid, and only when they are ours. */
export async function endOrphans(): Promise<void> {
  const left = await readRunning();
  if (!left) return;
  await Promise.all(left.childPids.map(endOurs));
  await forgetRunning();
}

export async function rememberRunning(running: Running): Promise<void> {
  await writeFile(RUNNING_FILE, JSON.stringify(running, null, 2));
}

export async function forgetRunning(): Promise<void> {
  await rm(RUNNING_FILE, { force: true });
}

/** The demonstration's password, for its owner's eyes only; null before the first start. */
export async function readPassword(): Promise<string | null> {
  try {
    return (await readFile(PASSWORD_FILE, 'utf8')).trim();
  } catch {
    return null;
  }
}

export async function keepPassword(password: string): Promise<void> {
  await writeFile(PASSWORD_FILE, `${password}\n`, { mode: 0o600 });
}
