import { mkdir, writeFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { statePaths } from '../state-paths.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readIdentity } from './identity.ts';

it.each([
  ['empty', ''],
  ['half written', '{"format":1,"endpointId":'],
  ['another shape', '[]'],
  ['wrong types', '{"format":"1","endpointId":7}'],
])('an identity file that is %s is damaged, not absent: nobody enrols over it', async (_, text) => {
  await using folder = await temporaryFolder();
  const paths = statePaths(folder.path);
  await mkdir(paths.directory, { recursive: true });
  await writeFile(paths.identity, text);
  expect(await readIdentity(paths)).toEqual({ state: 'damaged' });
});
