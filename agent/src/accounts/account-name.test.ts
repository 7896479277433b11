import path from 'node:path';

import { writeFile } from 'node:fs/promises';

import { expect, it } from 'vitest';

import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createAccountNames } from './account-name.ts';

it('knows local accounts, asks the name service for others, and says when nobody knows', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'passwd');
  await writeFile(file, 'zhang:x:1000:1000:Zhang:/home/zhang:/bin/sh\n:::\nbroken\n');
  const nameOf = createAccountNames(file);
  expect(await nameOf(1000)).toBe('zhang');
  expect(await nameOf(0)).toBe('root');
  expect(await nameOf(4_000_000_001)).toBeNull();
});
