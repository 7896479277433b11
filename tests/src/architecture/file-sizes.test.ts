import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');

/** House rule 22: files alarm at 400 lines; data and vectors are exempt. */
it('no source file has grown past what a newcomer reads in one go', () => {
  const files = globSync('{shared,extension,agent,server,tests}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: ['**/node_modules/**', '**/.output/**', '**/.wxt/**', '**/dist/**'],
  }).filter((file) => !/vectors|\/data\/|\.data\.|generated|\/i18n\//.test(file));
  const long = files.filter(
    (file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 400,
  );
  expect(files.length).toBeGreaterThan(30);
  expect(long).toEqual([]);
});
