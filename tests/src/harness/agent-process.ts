import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { type Child, startChild } from './child.ts';
import { REPOSITORY } from './repository.ts';

const run = promisify(execFile);
const CLI = path.join(REPOSITORY, 'agent/src/cli/main.ts');

export interface AgentOptions {
  readonly stateDir: string;
  readonly socketPath: string;
  readonly serverUrl: string;
  /** Enrolment token; needed on the first start only. */
  readonly token?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The real agent, as a process. Survives kill and restart on the same state. */
export interface AgentProcess {
  readonly stateDir: string;
  readonly socketPath: string;
  readonly child: () => Child;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  output(): string;
  /** `kedun-agent status --json` */
  status(): Promise<Readonly<Record<string, unknown>>>;
}

/** Runs one command of the agent's CLI; throws with its words when it fails. */
export async function runAgentCommand(
  args: readonly string[],
): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, [CLI, ...args], { cwd: REPOSITORY, timeout: 30_000 });
}

export async function startAgent(options: AgentOptions): Promise<AgentProcess> {
  const args = [CLI, 'run', '--state', options.stateDir, '--socket', options.socketPath];
  const enrol =
    options.token === undefined ? [] : ['--server', options.serverUrl, `--token=${options.token}`];
  const start = (): Promise<Child> =>
    startChild({
      name: 'agent',
      args: [...args, ...enrol],
      cwd: REPOSITORY,
      env: options.env ?? {},
      readyMessage: 'running',
    });
  const lives: Child[] = [await start()];
  const current = (): Child => {
    const child = lives.at(-1);
    if (!child) throw new Error('the agent was never started');
    return child;
  };
  return {
    stateDir: options.stateDir,
    socketPath: options.socketPath,
    child: current,
    kill: () => current().stop('SIGKILL'),
    restart: async () => {
      await current().stop();
      lives.push(await start());
    },
    stop: () => current().stop(),
    output: () => lives.map((child) => child.output()).join(''),
    status: async () => {
      const { stdout } = await runAgentCommand(['status', '--state', options.stateDir, '--json']);
      return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
    },
  };
}
