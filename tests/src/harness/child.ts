import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

import { waitFor } from './wait.ts';

/** One line of a program's JSON log. */
export type LogLine = Readonly<Record<string, unknown>>;

export interface ChildOptions {
  /** For messages: `server`, `agent`. */
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Constant message of the log line that says the program is ready. */
  readonly readyMessage: string;
  readonly readyTimeoutMs?: number;
}

/** A program of ours run as a process of its own, with everything it says kept. */
export interface Child {
  readonly pid: number;
  readonly ready: LogLine;
  /** Everything it wrote to stdout and stderr. */
  output(): string;
  logLines(): LogLine[];
  /** Resident memory in MB (2^20 bytes). */
  residentMb(): Promise<number>;
  isRunning(): boolean;
  /** Sends the signal and waits for the end; SIGKILL follows when it does not come. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export function parseLogLines(output: string): LogLine[] {
  return output.split('\n').flatMap((line): LogLine[] => {
    if (!line.startsWith('{')) return [];
    try {
      return [JSON.parse(line) as LogLine];
    } catch {
      return [];
    }
  });
}

function exited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function stopChild(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (exited(child)) return;
  child.kill(signal);
  try {
    await waitFor('the process to end', () => exited(child), { timeoutMs: 8000, everyMs: 10 });
  } catch {
    child.kill('SIGKILL');
    await waitFor('the process to end', () => exited(child), { timeoutMs: 5000, everyMs: 10 });
  }
}

/** Starts Node with `args` and waits for the ready line. Throws with the program's own words when it ends before. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const child = spawn(process.execPath, [...options.args], {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  let ready: LogLine;
  try {
    ready = await waitFor(
      `${options.name} to say "${options.readyMessage}"`,
      () => {
        const line = parseLogLines(output).find((entry) => entry['msg'] === options.readyMessage);
        if (line || !exited(child)) return line;
        return { ended: true };
      },
      { timeoutMs: options.readyTimeoutMs ?? 20_000, everyMs: 20 },
    );
    if (ready['ended'] === true)
      throw new Error(`${options.name} ended with ${child.exitCode ?? child.signalCode}`);
  } catch (error) {
    await stopChild(child, 'SIGKILL');
    throw new Error(`${options.name} did not start:\n${output}`, { cause: error });
  }
  const pid = child.pid ?? 0;
  return {
    pid,
    ready,
    output: () => output,
    logLines: () => parseLogLines(output),
    residentMb: async () => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/mu.exec(status)?.[1] ?? Number.NaN) / 1024;
    },
    isRunning: () => !exited(child),
    stop: (signal = 'SIGTERM') => stopChild(child, signal),
  };
}
