import { ensureInstalled } from '../harness/apt.ts';
import { close, runTests } from './closing-line.ts';
import { runSteps, STATIC_STEPS, type Step, type StepResult } from './steps.ts';

/** `npm test`: everything. Fetches the Debian packages it needs when it may. */
const BUILDS: readonly Step[] = [
  ['build', '@kedun/extension'],
  ['build:firefox', '@kedun/extension'],
  ['build', '@kedun/console'],
].map(([script = '', workspace = '']) => ({
  name: `${script} ${workspace}`,
  command: ['npm', 'run', script, '--workspace', workspace],
}));

async function prepareMachine(): Promise<StepResult> {
  const startedAt = performance.now();
  let ok = true;
  try {
    await ensureInstalled(['chromium', 'fonts-noto-cjk', 'e2fsprogs'], console.log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    ok = false;
  }
  return { name: 'Debian packages', ok, seconds: (performance.now() - startedAt) / 1000 };
}

const startedAt = performance.now();
const steps = [await prepareMachine(), ...(await runSteps([...BUILDS, ...STATIC_STEPS]))];
const counts = await runTests([
  'unit',
  'contract',
  'architecture',
  'integration',
  'browser',
  'endpoint',
]);
console.log(`npm test took ${Math.round((performance.now() - startedAt) / 1000)} s`);
close(steps, counts);
