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
  { id: 'contract', pattern: 'HT(?=x)' },
  { id: 'customer-number', pattern: 'VIP\\d{6}' },
];

it('customer numbers are those of that id, all others are patterns of their own', async () => {
  await writeFile(file, JSON.stringify(RULES));
  const { customerNumbers, patterns } = await loadRules(file, () => undefined);
  expect(customerNumbers?.map(({ pattern }) => pattern)).toEqual(['KH\\d{10}', 'VIP\\d{6}']);
  expect(patterns?.map(({ id }) => id)).toEqual(['contract']);
});

it('a pattern that the detectors refuse is named', async () => {
  await writeFile(file, JSON.stringify(RULES));
  const refuseLookAround = ({
    customerNumbers,
  }: {
    customerNumbers?: readonly { pattern: string }[] | undefined;
  }): void => {
    if (customerNumbers?.some(({ pattern }) => pattern.includes('(?=')))
      throw new Error('look-around');
  };
  await expect(loadRules(file, refuseLookAround)).rejects.toMatchObject({
    problem: {
      code: 'rules.pattern',
      message: { en: expect.stringContaining('rules[1].pattern: look-around') },
    },
  });
});
