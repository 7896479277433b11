import { readdirSync } from 'node:fs';
import path from 'node:path';

import { createDetectors } from '@kedun/shared/detectors/registry';
import { expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../../shared/src/detectors');

it('every detector folder is registered under its own name, and nothing else is', () => {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect(folders.length).toBeGreaterThan(2);
  expect(
    createDetectors()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(folders.sort());
});

it('every detector folder has its vectors beside it', () => {
  for (const { id } of createDetectors())
    expect(readdirSync(path.join(folder, id))).toEqual(
      expect.arrayContaining(['detector.ts', 'vectors.ts']),
    );
});
