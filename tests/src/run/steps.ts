import { spawn } from 'node:child_process';
import path from 'node:path';

export const repository = path.resolve(import.meta.dirname, '../../..');

export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Shown as it comes; otherwise only on failure. */
  readonly live?: boolean;
}

export interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
}

/** What can be said without running the product: format, lint, types, flow of imports, dead code. */
export const STATIC_STEPS: readonly Step[] = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings', '.'] },
  ...['shared', 'agent', 'server', 'server/console', 'extension', 'tests'].map(
    (workspace): Step => ({
      name: `types ${workspace}`,
      command: ['tsc', '-p', workspace],
    }),
  ),
  { name: 'import rules', command: ['node', 'tests/src/run/import-rules.ts'] },
  { name: 'dead code', command: ['knip', '--no-progress'] },
];

/** One vitest over the named projects. */
export function vitestStep(projects: readonly string[]): Step {
  const selected = projects.flatMap((project) => ['--project', project]);
  return {
    name: `tests: ${projects.join(', ')}`,
    live: true,
    command: [
      'vitest',
      'run',
      '--config',
      'tests/vitest.config.ts',
      ...selected,
      '--reporter=default',
      '--reporter=./tests/src/run/counts-reporter.ts',
    ],
  };
}

/** Runs a step in the repository's root with its own tools first in the PATH. Never rejects. */
export function runStep(step: Step): Promise<StepResult> {
  const startedAt = performance.now();
  const [program, ...args] = step.command;
  const bin = path.join(repository, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}` };
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: repository,
      env,
      stdio: ['ignore', step.live ? 'inherit' : 'pipe', step.live ? 'inherit' : 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const finish = (ok: boolean) => {
      const seconds = (performance.now() - startedAt) / 1000;
      if (!ok && !step.live) process.stdout.write(Buffer.concat(chunks));
      console.log(`${ok ? '✓' : '✗'} ${step.name} (${seconds.toFixed(1)} s)`);
      resolve({ name: step.name, ok, seconds });
    };
    child.once('error', (error) => {
      chunks.push(Buffer.from(`${String(error)}\n`));
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}

/** Runs steps two at a time (the machines have two cores), in order. */
export async function runSteps(steps: readonly Step[]): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const queue = [...steps];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) results.push(await runStep(step));
  };
  await Promise.all([worker(), worker()]);
  return results;
}
