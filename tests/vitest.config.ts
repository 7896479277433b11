import path from 'node:path';

import { defineConfig } from 'vitest/config';

/**
 * Projects by what they need: `unit`, `contract` and `architecture` nothing; `integration` processes and sockets
 * (beside the source such a test is called `*.process.test.ts`); `browser` Chromium; `endpoint` root and mounts.
 */
const slow = { testTimeout: 60_000, hookTimeout: 120_000 };
/** Our modules keep no state of their own: one load of them serves all files of a worker. */
const quick = { isolate: false, testTimeout: 20_000 };
const oneAtATime = { ...slow, fileParallelism: false };

const projects = [
  {
    name: 'unit',
    include: [
      '{shared,agent,server,extension}/src/**/*.test.ts',
      'tests/src/scan/**/*.test.ts',
      'server/console/src/**/*.test.{ts,tsx}',
    ],
    exclude: ['**/node_modules/**', '**/*.process.test.ts'],
    ...quick,
  },
  { name: 'contract', include: ['tests/src/contract/**/*.test.ts'], ...quick },
  { name: 'architecture', include: ['tests/src/architecture/**/*.test.ts'], ...quick },
  {
    name: 'integration',
    include: [
      '{agent,server}/src/**/*.process.test.ts',
      'tests/src/scan/**/*.process.test.ts',
      'tests/src/integration/**/*.test.ts',
    ],
    ...slow,
  },
  { name: 'browser', include: ['tests/src/browser/**/*.test.ts'], ...oneAtATime },
  { name: 'endpoint', include: ['tests/src/endpoint/**/*.test.ts'], ...oneAtATime },
];

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: { projects: projects.map((test) => ({ extends: true, test })) },
});
