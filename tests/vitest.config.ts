import path from 'node:path';

import { defineConfig } from 'vitest/config';

/** Projects by what they need: `unit` and `contract` nothing, `integration` processes and sockets, `browser` Chromium, `endpoint` root and mounts. */
const slow = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{shared,agent,server,extension}/src/**/*.test.ts',
            'server/console/src/**/*.test.{ts,tsx}',
          ],
        },
      },
      { extends: true, test: { name: 'contract', include: ['tests/src/contract/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'architecture', include: ['tests/src/architecture/**/*.test.ts'] },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['tests/src/integration/**/*.test.ts'], ...slow },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/src/browser/**/*.test.ts'],
          ...slow,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'endpoint',
          include: ['tests/src/endpoint/**/*.test.ts'],
          ...slow,
          fileParallelism: false,
        },
      },
    ],
  },
});
