import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';

import { DIRTY, startUnconfigured, type UnconfiguredBrowser } from './unconfigured-browser.ts';

let unconfigured: UnconfiguredBrowser;
let page: Page;

beforeAll(async () => {
  unconfigured = await startUnconfigured();
});
afterAll(() => unconfigured?.close());
beforeEach(async () => {
  page = await unconfigured.openPage();
});
afterEach(() => page.close());

const MAKE = `const i = document.createElement('input'); i.type = 'file'; window.kept = i;`;
const SHADOW = `const h = document.createElement('div'); document.body.append(h);`;

/** Ways to have a file chosen and to look at it; `see(files)` notes what the page sees. */
const fields: Record<string, { setUp: string; open: string }> = {
  'in no document': { setUp: `${MAKE} i.onchange = () => see(i.files);`, open: `i.click()` },
  'in no document, looked at all the time': {
    setUp: `${MAKE} setInterval(() => see(i.files), 1);`,
    open: `i.click()`,
  },
  'in a tree of the page’s own, which listens first': {
    setUp: `${MAKE} const d = document.createElement('div'); d.append(i);
      for (const type of ['input', 'change']) d.addEventListener(type, () => see(i.files), true);`,
    open: `i.dispatchEvent(new MouseEvent('click'))`,
  },
  'in no document, by showPicker': {
    setUp: `${MAKE} i.multiple = true; i.onchange = () => see(i.files);`,
    open: `i.showPicker()`,
  },
  'put in and taken out again': {
    setUp: `${MAKE} i.onchange = () => see(i.files);`,
    open: `document.body.append(i); i.click(); i.remove()`,
  },
  'in a closed shadow root': {
    setUp: `${MAKE} ${SHADOW} h.attachShadow({ mode: 'closed' }).append(i);
      i.oninput = i.onchange = () => see(i.files); setInterval(() => see(i.files), 1);`,
    open: `i.click()`,
  },
  'in an open shadow root': {
    setUp: `${MAKE} ${SHADOW} h.attachShadow({ mode: 'open' }).append(i); i.onchange = () => see(i.files);`,
    open: `i.click()`,
  },
};

it.each(Object.keys(fields))('a file field %s', async (name) => {
  const { setUp, open } = fields[name] ?? { setUp: '', open: '' };
  await page.evaluate(
    (text) => {
      const script = document.createElement('script');
      script.textContent = text;
      document.documentElement.append(script);
    },
    `{ window.seen = new Set(); const see = (files) => { for (const file of files) seen.add(file.name); };
       ${setUp}
       const b = document.createElement('button'); b.id = 'open'; b.textContent = 'open'; b.onclick = () => { ${open} };
       document.body.prepend(b); }`,
  );
  const choose = async (fileName: string, text: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.click('#open');
    await (
      await chooser
    ).setFiles([{ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(text) }]);
  };
  const seen = () => page.evaluate(() => [...(Reflect.get(globalThis, 'seen') as Set<string>)]);
  await choose('dirty.csv', DIRTY);
  await page.waitForTimeout(300);
  expect(await seen()).toEqual([]);
  await choose('clean.csv', '四月例会');
  await expect.poll(seen).toEqual(['clean.csv']);
});

it('the same clean file chosen twice is two changes; a cleared field stays clear', async () => {
  const changes = () => page.evaluate(() => Reflect.get(globalThis, 'changes') as string[]);
  const clean = [{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('四月例会') }];
  await page.setInputFiles('#file', clean);
  await expect.poll(changes).toHaveLength(2);
  await page.setInputFiles('#file', clean);
  await expect.poll(changes).toEqual(['input 1', 'change a.txt', 'input 1', 'change a.txt']);
  await page.setInputFiles('#file', []);
  await expect.poll(changes).toHaveLength(6);
  expect((await changes()).slice(4)).toEqual(['input 0', 'change ']);
});
