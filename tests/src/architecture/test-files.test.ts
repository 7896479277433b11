import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import vitestConfig from '../../vitest.config.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const exclude = [
  '**/node_modules/**',
  '**/fixtures/**',
  '**/.output/**',
  '**/.wxt/**',
  '**/dist/**',
];
const testFiles = globSync('{shared,extension,agent,server,tests}/**/*.test.{ts,tsx}', {
  cwd: root,
  exclude,
});

it('every test file belongs to exactly one vitest project: none is written and never run', () => {
  const covered = (vitestConfig.test?.projects ?? []).flatMap((project) => {
    const test = typeof project === 'object' && 'test' in project ? project.test : undefined;
    const without = [...exclude, ...(test?.exclude ?? [])];
    return (test?.include ?? []).flatMap((glob) => globSync(glob, { cwd: root, exclude: without }));
  });
  expect(testFiles.length).toBeGreaterThan(5);
  expect(covered.toSorted()).toEqual(testFiles.toSorted());
});

it('no test is switched off without saying why', () => {
  const silent = testFiles.filter((file) =>
    /\b(?:it|test|describe)\.(?:skip|only|todo)\b(?!If)/.test(
      readFileSync(path.join(root, file), 'utf8'),
    ),
  );
  expect(silent).toEqual([]);
});
