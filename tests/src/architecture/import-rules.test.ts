import path from 'node:path';

import { afterAll, expect, it } from 'vitest';

import { checkImportRules } from '../run/import-rules.ts';

const startFolder = process.cwd();
afterAll(() => process.chdir(startFolder));

it('finds every kind of import against the flow', async () => {
  const wrongWay = path.join(import.meta.dirname, 'fixtures/wrong-way');
  const { breaches } = await checkImportRules(wrongWay, 1);
  expect(breaches.map((breach) => breach.split(':', 1).join()).toSorted()).toEqual([
    'console-only-contracts',
    'no-cycle',
    'no-node-in-shared',
    'page-hooks-alone',
    'server-only-shared',
    'shared-knows-nobody',
    'shared-policy',
  ]);
});

it('refuses to call a project clean that it has not read', async () => {
  const nothing = path.join(import.meta.dirname, 'fixtures/wrong-way');
  await expect(checkImportRules(nothing, 1000)).rejects.toThrow('not reading the project');
});
