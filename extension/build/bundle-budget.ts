import type { Plugin } from 'vite';

/**
 * Minified bytes of what is injected into pages; the build fails above. Three quarters of the sensors are the detection engine
 * with its tables. Like the engine's own limit (tests/src/architecture/engine-size.test.ts) it is to come down only.
 */
const BUDGETS: Readonly<Record<string, number>> = {
  'page-hooks.js': 20_000,
  'sensors.js': 330_000,
};

/** Fails the build when an injected script grows too large or carries the schema library; prints its size. */
export function bundleBudget(): Plugin {
  return {
    name: 'kedun-bundle-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        const budget = BUDGETS[output.fileName];
        if (budget === undefined || output.type !== 'chunk') continue;
        const schemas = output.moduleIds.filter((id) => id.includes('/node_modules/zod/'));
        if (schemas.length > 0)
          this.error(`${output.fileName} carries zod through ${schemas.join(', ')}`);
        const sizeBytes = new TextEncoder().encode(output.code).length;
        if (sizeBytes > budget)
          this.error(`${output.fileName} has ${sizeBytes} bytes, ${budget} are allowed`);
        this.info(`${output.fileName}: ${sizeBytes} of ${budget} bytes`);
      }
    },
  };
}
