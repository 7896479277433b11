import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  DIRTY,
  type LoopbackSite,
  startUnconfigured,
  type UnconfiguredBrowser,
} from './unconfigured-browser.ts';

/** Windows and documents that a page can lay hands on where the browser runs no content script, or not yet. */
let unconfigured: UnconfiguredBrowser;
let site: LoopbackSite;
let page: Page;

beforeAll(async () => {
  unconfigured = await startUnconfigured();
  ({ site } = unconfigured);
});
afterAll(() => unconfigured?.close());
beforeEach(async () => {
  page = await unconfigured.openPage();
  await page.route('**/204', (route) => route.fulfill({ status: 204 }));
});
afterEach(async () => {
  for (const other of unconfigured.browser.context.pages())
    if (other.url().startsWith('http')) await other.close();
});

/** Runs in the page as one script, which ends before anything else happens. */
function runScript(text: string): Promise<void> {
  return page.evaluate((content) => {
    const element = document.createElement('script');
    element.textContent = content;
    document.documentElement.append(element);
  }, text);
}

const FRAME = `const f = document.createElement('iframe');`;

describe('the natives of a window are judged as soon as a script can reach it', () => {
  const windows: Record<string, string> = {
    'a frame with an address': `${FRAME} f.src = '/frame'; document.body.append(f); const realm = f.contentWindow;`,
    'a frame with an address, by number': `${FRAME} f.src = '/frame'; document.body.appendChild(f); const realm = window[0];`,
    'a frame in markup': `document.getElementById('rich').innerHTML = '<iframe src="/frame"></iframe>'; const realm = window[0];`,
    'a frame by its document': `${FRAME} f.src = '/frame'; document.body.insertBefore(f, null); const realm = f.contentDocument.defaultView;`,
    'a frame of a blob': `${FRAME} f.src = URL.createObjectURL(new Blob(['<p>'], { type: 'text/html' })); document.body.append(f); const realm = f.contentWindow;`,
    'a frame of srcdoc': `${FRAME} f.srcdoc = '<p>'; document.body.append(f); const realm = f.contentWindow;`,
    'a frame that stays empty': `${FRAME} f.src = 'javascript:void 0'; document.body.append(f); const realm = f.contentWindow;`,
    'a frame that is answered by 204': `${FRAME} f.src = '/204'; document.body.append(f); const realm = f.contentWindow;`,
    'a frame in a frame': `${FRAME} document.body.append(f); const g = f.contentDocument.createElement('iframe');
      g.src = '/frame'; f.contentDocument.body.append(g); const realm = g.contentWindow;`,
    'a popup': `const realm = window.open('/frame');`,
  };

  it.each(Object.keys(windows))('%s', async (name) => {
    await runScript(`${windows[name]}
      const dirty = ${JSON.stringify(DIRTY)}, at = location.origin;
      realm.fetch(at + '/fetch', { method: 'POST', body: dirty, keepalive: true }).catch(() => 0);
      realm.navigator.sendBeacon(at + '/beacon', dirty);
      const own = new XMLHttpRequest();
      realm.XMLHttpRequest.prototype.open.call(own, 'POST', at + '/xhr');
      realm.XMLHttpRequest.prototype.send.call(own, dirty);
      window.later = { fetch: realm.fetch, write: realm.Clipboard.prototype.writeText };
      fetch('/clean', { method: 'POST', body: 'clean' });`);
    await expect.poll(() => site.received).toContain('/clean clean');
    // Taken early, used late: the window was navigated meanwhile.
    await page.waitForTimeout(300);
    const outcome = await page.evaluate(async (dirty) => {
      const { fetch: kept, write } = Reflect.get(globalThis, 'later');
      const told = (promise: Promise<unknown>) =>
        promise.then(
          () => 'done',
          () => 'refused',
        );
      return [
        await told(kept(`${location.origin}/late`, { method: 'POST', body: dirty })),
        await told(write.call(navigator.clipboard, dirty)),
        await told(kept(`${location.origin}/late`, { method: 'POST', body: 'clean' })),
      ];
    }, DIRTY);
    expect(outcome).toEqual(['refused', 'refused', 'done']);
    expect(site.received).toEqual(['/clean clean', '/late clean']);
  });

  it('a frame the parser made, in the script after it', async () => {
    const html = `<iframe src="/frame"></iframe><script>
      for (const [path, body] of [['/parsed', ${JSON.stringify(DIRTY)}], ['/clean', 'clean']])
        window[0].fetch(location.origin + path, { method: 'POST', body, keepalive: true }).catch(() => 0);
    </script>`;
    await page.route('**/early', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await page.goto(`${site.url}early`);
    await expect.poll(() => site.received).toContain('/clean clean');
    expect(site.received).toEqual(['/clean clean']);
  });

  it('one act in such a window, once navigated, is one violation', async () => {
    const prevented = async () => {
      const worker = await unconfigured.browser.worker();
      return worker.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const open = indexedDB.open('kedun');
            open.onsuccess = () => {
              const count = open.result.transaction('events').objectStore('events').getAll();
              count.onsuccess = () => {
                open.result.close();
                resolve(
                  count.result.filter((e: { kind: string }) => e.kind === 'violation').length,
                );
              };
            };
          }),
      );
    };
    const before = await prevented();
    await runScript(
      `${FRAME} f.src = '/frame'; document.body.append(f); f.contentWindow.name = 'reached';`,
    );
    const frame = () => page.frames()[1] as Frame;
    await expect.poll(() => frame().url()).toContain('/frame');
    await frame().waitForLoadState();
    await frame().evaluate(
      (body) => fetch('/once', { method: 'POST', body }).catch(() => undefined),
      DIRTY,
    );
    await expect.poll(prevented).toBe(before + 1);
    await page.waitForTimeout(500);
    expect(await prevented()).toBe(before + 1);
  });
});

describe('what the employee does in a document without a content script of its own', () => {
  const CONTENT = `<p id="dirty">${DIRTY}</p><textarea id="area"></textarea><input type="file" id="file">
    <script>window.names = []; document.getElementById('file').onchange = (event) =>
      names.push(...[...event.target.files].map((file) => file.name));</script>`;
  const rewrite = `const rewrite = (d) => { d.open(); d.write(${JSON.stringify(CONTENT).replaceAll('</', '<\\/')}); d.close(); };`;
  const documents: Record<string, string> = {
    'the page itself, rewritten': `rewrite(document);`,
    'an editor’s frame, rewritten': `${FRAME} document.body.prepend(f); rewrite(f.contentDocument);`,
    'a frame that stays empty': `${FRAME} f.src = 'javascript:void 0'; document.body.prepend(f); setTimeout(() => rewrite(f.contentDocument), 50);`,
    'a frame that is answered by 204': `${FRAME} f.src = '/204'; document.body.prepend(f); setTimeout(() => rewrite(f.contentDocument), 100);`,
  };

  it.each(Object.keys(documents))('%s', async (name) => {
    await page.evaluate(() => navigator.clipboard.writeText('before'));
    await runScript(`{ ${rewrite} ${documents[name]} }`);
    await page.waitForTimeout(600);
    const where = page.frames().at(-1) as Frame;
    await where.evaluate(() => {
      window.focus();
      getSelection()?.selectAllChildren(document.getElementById('dirty') as HTMLElement);
    });
    await page.keyboard.press('Control+C');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('before');

    await unconfigured.fillClipboard(DIRTY, page);
    await where.focus('#area');
    await page.keyboard.press('Control+V');
    expect(await where.inputValue('#area')).toBe('');

    const names = () => where.evaluate(() => Reflect.get(globalThis, 'names') as string[]);
    const file = (fileName: string, text: string) => [
      { name: fileName, mimeType: 'text/csv', buffer: Buffer.from(text) },
    ];
    await where.setInputFiles('#file', file('dirty.csv', DIRTY));
    await page.waitForTimeout(300);
    await where.setInputFiles('#file', file('clean.csv', '四月例会'));
    await expect.poll(names).toEqual(['clean.csv']);
  });
});
