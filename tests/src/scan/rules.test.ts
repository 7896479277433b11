import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { loadRules } from './rules.ts';

let folder = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kedun-rules-'));
  file = path.join(folder, 'rules.json');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const RULES = [
  { id: 'customer-number', pattern: 'KH\\d{10}', labels: ['客户号'] },
  { id: 'contract', pattern: 'HT\\d{8}' },
  { id: 'customer-number', pattern: 'VIP\\d{6}' },
];

it('customer numbers are those of that id, all others are patterns of their own', async () => {
  await writeFile(file, JSON.stringify(RULES));
  const { customerNumbers, patterns } = await loadRules(file);
  expect(customerNumbers?.map(({ pattern }) => pattern)).toEqual(['KH\\d{10}', 'VIP\\d{6}']);
  expect(patterns?.map(({ id }) => id)).toEqual(['contract']);
});

it('a pattern that the detectors refuse is named', async () => {
  await writeFile(file, JSON.stringify([RULES[0], { id: 'contract', pattern: 'HT(?=x)' }]));
  await expect(loadRules(file)).rejects.toMatchObject({
    problem: {
      code: 'rules.pattern',
      message: { en: expect.stringContaining('rules[1].pattern[2]: look-around') },
    },
  });
});
