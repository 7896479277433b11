import { writeFileSync } from 'node:fs';

import type { Reporter, TestModule, Vitest } from 'vitest/node';

import type { Counts } from './closing-line.ts';

/**
 * Writes how many tests passed, failed and were skipped to `KEDUN_COUNTS_FILE`, and names every skipped test.
 * Vitest takes a reporter file's default export.
 */
class CountsReporter implements Reporter {
  onInit(_vitest: Vitest): void {}

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts: Counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'failed') counts.failed += 1;
        else {
          counts.skipped += 1;
          process.stdout.write(`skipped: ${module.relativeModuleId} > ${test.fullName}\n`);
        }
      }
    }
    const file = process.env['KEDUN_COUNTS_FILE'];
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}

export default CountsReporter;
