import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { z } from 'zod';

import { runStep, type StepResult, vitestStep } from './steps.ts';

const countsSchema = z.strictObject({
  passed: z.int(),
  failed: z.int(),
  skipped: z.int(),
});
export type Counts = z.infer<typeof countsSchema>;

/** Runs vitest over the projects and counts; a run that died before it could count is one failure. */
export async function runTests(projects: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kedun-counts-'));
  const file = path.join(folder, 'counts.json');
  process.env['KEDUN_COUNTS_FILE'] = file;
  try {
    const { ok } = await runStep(vitestStep(projects));
    const counts = countsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints the last line of a run, `N passed, N failed`; a step counts like a test. Sets the exit code. */
export function close(steps: readonly StepResult[], counts: Counts): void {
  const failedSteps = steps.filter((step) => !step.ok);
  for (const step of failedSteps) console.log(`failed: ${step.name}`);
  const passed = counts.passed + steps.length - failedSteps.length;
  const failed = counts.failed + failedSteps.length;
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
  console.log(`${passed} passed, ${failed} failed${skipped}`);
  process.exitCode = failed === 0 ? 0 : 1;
}
