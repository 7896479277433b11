import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { check, type Diagnostics } from 'recheck';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

import { ALLOWANCES } from './regex-safety-allowances.ts';
import { findRegexes, type FoundRegex } from './regex-safety.ts';

const root = path.resolve(import.meta.dirname, '../../..');
/** All patterns together take some seconds; one that the checker chews on counts as refused. */
const ONE_MS = 10_000;
const ALL_MS = 240_000;

// The checker in this process: no Java, no native program, the same verdict everywhere.
beforeAll(() => vi.stubEnv('RECHECK_BACKEND', 'pure'));
afterAll(() => vi.unstubAllEnvs());

const verdicts = new Map<string, Promise<Diagnostics>>();

function verdictOn(source: string, flags: string): Promise<Diagnostics> {
  const key = `${flags}/${source}`;
  const known = verdicts.get(key) ?? check(source, flags, { timeout: ONE_MS });
  verdicts.set(key, known);
  return known;
}

/** Null = safe; otherwise why not. */
async function objectionTo({ source, flags, argument }: FoundRegex): Promise<string | null> {
  if (source === null) return `new RegExp(${argument ?? ''}): made at run time`;
  const verdict = await verdictOn(source, flags);
  if (verdict.status === 'safe') return null;
  const why =
    verdict.status === 'vulnerable'
      ? `${verdict.complexity.summary}, attack ${verdict.attack.pattern.slice(0, 200)}`
      : `not understood (${verdict.error.kind})`;
  return `/${source}/${flags}: ${why}`;
}

const FOLDERS =
  '{shared/src/{detection,detectors,documents,redaction,policy},extension/src,agent/src}';

function readSources(): readonly {
  readonly file: string;
  readonly regexes: readonly FoundRegex[];
}[] {
  return globSync(`${FOLDERS}/**/*.{ts,tsx}`, { cwd: root })
    .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
    .toSorted()
    .map((file) => ({
      file,
      regexes: findRegexes(readFileSync(path.join(root, file), 'utf8'), file.endsWith('x')),
    }));
}

const idOf = (file: string, { source, argument }: FoundRegex): string =>
  `${file} ${source ?? argument ?? ''}`;

it('no pattern on the way of user text can be made to run away', { timeout: ALL_MS }, async () => {
  const allowed = new Set(ALLOWANCES.map(({ file, source }) => `${file} ${source}`));
  const needed = new Set<string>();
  const objections: string[] = [];
  let count = 0;
  for (const { file, regexes } of readSources())
    for (const regex of regexes) {
      count++;
      const objection = await objectionTo(regex);
      if (objection === null) continue;
      const id = idOf(file, regex);
      if (allowed.has(id)) needed.add(id);
      else objections.push(`${file}: ${objection}`);
    }
  expect(count, 'patterns read').toBeGreaterThan(20);
  expect(objections).toEqual([]);
  expect(
    [...allowed].filter((id) => !needed.has(id)),
    'allowances without need',
  ).toEqual([]);
});

it.each([
  ['(a+)+$', 'exponential'],
  ['[\\w.]+@[\\w.]+\\.\\w+', 'polynomial'],
  ['\\s+$', 'polynomial'],
])('refuses %s', async (source, why) => {
  expect(await objectionTo({ source, flags: '' })).toContain(why);
});

it('refuses what it does not understand, and lets a bounded one pass', async () => {
  expect(await objectionTo({ source: '[a--b]+', flags: 'v' })).toContain('not understood');
  expect(await objectionTo({ source: '^[0-9]{1,20}-[0-9]{4}', flags: 'u' })).toBeNull();
});

it.each<[code: string, found: readonly FoundRegex[]]>([
  ['// 注释，\nconst a = /x+/gu;', [{ source: 'x+', flags: 'gu' }]],
  ['new RegExp("a\\\\d", "i")', [{ source: 'a\\d', flags: 'i' }]],
  ['RegExp(`b`)', [{ source: 'b', flags: '' }]],
  ['text?.matchAll("c")', [{ source: 'c', flags: '' }]],
  ['new RegExp(/d/, "g")', [{ source: 'd', flags: '' }]],
  ['new RegExp(rule.pattern, "u")', [{ source: null, flags: '', argument: 'rule.pattern' }]],
  ['new globalThis.RegExp(`${e}+`)', [{ source: null, flags: '', argument: 'TemplateLiteral' }]],
  ['text.match(pattern)', []],
])('reads %s', (code, found) => {
  expect(findRegexes(code)).toEqual(found);
});
