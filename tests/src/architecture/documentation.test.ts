import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

function folders(parent: string): string[] {
  return readdirSync(path.join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** Promise 9: limits are told. */
describe.each(['zh', 'en'])('the limits page in %s', (language) => {
  const page = read(`server/docs/${language}/limits.md`);

  it.each([...folders('agent/src/capabilities'), ...folders('extension/src/sensors')])(
    'has a row for %s',
    (control) => {
      expect(page).toContain(`\`${control}\``);
    },
  );
});

it('every page of the manual exists in both languages and with the same chapters', () => {
  const pages = (language: string) =>
    readdirSync(path.join(root, 'server/docs', language)).toSorted();
  expect(pages('en')).toEqual(pages('zh'));
  const levels = (file: string) => read(file).match(/^#+ /gm);
  for (const page of pages('en'))
    expect(levels(`server/docs/en/${page}`), page).toEqual(levels(`server/docs/zh/${page}`));
});

it('every environment variable the server reads is in the manual, and no other', () => {
  const names = (text: string) => [...new Set(text.match(/\bKEDUN_[A-Z_]+/g))].toSorted();
  const config = names(read('server/src/config.ts'));
  expect(config.length).toBeGreaterThan(5);
  for (const language of ['zh', 'en'])
    expect(names(read(`server/docs/${language}/manual.md`))).toEqual(config);
});

it('links between the documents lead somewhere', () => {
  const documents = globSync(['*.md', 'shared/**/*.md', 'server/docs/**/*.md'], {
    cwd: root,
    exclude: ['**/node_modules/**'],
  });
  const broken = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:)([^)#]+)/g)]
      .map((match) => path.join(path.dirname(document), match[1] ?? ''))
      .filter((target) => globSync(target, { cwd: root }).length === 0),
  );
  expect(documents.length).toBeGreaterThan(5);
  expect(broken).toEqual([]);
});
