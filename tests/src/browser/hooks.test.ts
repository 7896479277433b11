import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  buildExtension,
  type ExtensionBrowser,
  launchWithExtension,
  type LoopbackSite,
  startSite,
} from './extension-browser.ts';

/** Made up; passes the checks. */
const MOBILE = '13912345678';
const RESIDENT_ID = '11010519491231002X';
const DIRTY = `客户手机号 ${MOBILE},身份证号 ${RESIDENT_ID}`;
const HTML = `<!doctype html><meta charset="utf-8"><title>site</title>
<p id="dirty">${DIRTY}</p><p id="clean">四月例会改到周三</p>
<input id="field"><textarea id="area"></textarea><div id="rich" contenteditable></div>
<input type="file" id="file" multiple>
<script>
  window.changes = [];
  document.getElementById('file').addEventListener('input', (event) => window.changes.push('input ' + event.target.files.length));
  document.getElementById('file').addEventListener('change', (event) => window.changes.push('change ' + [...event.target.files].map((f) => f.name)));
</script>`;

let browser: ExtensionBrowser;
let site: LoopbackSite;
let page: Page;

beforeAll(async () => {
  await buildExtension();
  site = await startSite(HTML);
  browser = await launchWithExtension();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  site.received.length = 0;
  page = await browser.context.newPage();
  await page.goto(site.url);
});
afterEach(() => page.close());

const reached = () => site.received.join('\n');

/** What the extension recorded of a kind since the browser started. */
async function recorded(kind: string): Promise<number> {
  return browser.worker.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const open = indexedDB.open('kedun');
        open.onsuccess = () => {
          const all = open.result.transaction('events').objectStore('events').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result.filter((event: { kind: string }) => event.kind === wanted).length);
          };
        };
      }),
    kind,
  );
}

async function select(id: string): Promise<void> {
  await page.evaluate((name) => {
    getSelection()?.selectAllChildren(document.getElementById(name) as HTMLElement);
  }, id);
}

const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

/** Puts text on the clipboard as another program would: from a page where no hook runs. */
async function fillClipboard(text: string): Promise<void> {
  const own = await browser.context.newPage();
  await own.goto(new URL('/popup.html', browser.worker.url()).href);
  await own.evaluate((value) => navigator.clipboard.writeText(value), text);
  await own.close();
  await page.bringToFront();
}

/** Drops a file on the page; answers with the names of the files that reached the page's own handler. */
function drop(text: string): Promise<string[]> {
  return page.evaluate(async (content) => {
    const seen: string[] = [];
    const area = document.getElementById('area') as HTMLElement;
    area.addEventListener('drop', (event) => {
      event.preventDefault();
      for (const file of event.dataTransfer?.files ?? []) seen.push(file.name);
    });
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'dropped.txt'));
    area.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await new Promise((resolve) => setTimeout(resolve, 400));
    return seen;
  }, text);
}

describe('page hooks look like the browser', () => {
  it.each([
    ['window', 'fetch'],
    ['XMLHttpRequest.prototype', 'open'],
    ['XMLHttpRequest.prototype', 'send'],
    ['Navigator.prototype', 'sendBeacon'],
    ['Clipboard.prototype', 'writeText'],
    ['Clipboard.prototype', 'write'],
    ['DataTransfer.prototype', 'setData'],
    ['Function.prototype', 'toString'],
  ])('%s.%s keeps name, length, descriptor and source', async (holder, name) => {
    const look = `(() => {
      const descriptor = Object.getOwnPropertyDescriptor(${holder}, '${name}');
      return {
        name: descriptor.value.name,
        source: Function.prototype.toString.call(descriptor.value),
        own: Object.getOwnPropertyNames(descriptor.value).sort(),
        flags: [descriptor.writable, descriptor.enumerable, descriptor.configurable],
      };
    })()`;
    const seen = await page.evaluate<Record<string, unknown>>(look);
    expect(seen).toEqual({
      name,
      source: `function ${name}() { [native code] }`,
      own: ['length', 'name'],
      flags: [true, holder !== 'Function.prototype', true],
    });
  });

  it('leaves no trace in the globals', async () => {
    const traces = await page.evaluate(() =>
      Object.getOwnPropertyNames(globalThis).filter((name) => /kedun|hook|wxt/i.test(name)),
    );
    expect(traces).toEqual([]);
  });
});

describe('closed until configured: customer data stays, everything else passes', () => {
  it('fetch, in every form a body can have', async () => {
    const outcome = await page.evaluate(async (dirty) => {
      const form = new FormData();
      form.set('note', dirty);
      const mixed = new FormData();
      mixed.set('file', new File([dirty], 'a.csv'));
      const bytes = new TextEncoder().encode(dirty);
      const bodies: Record<string, () => Promise<Response>> = {
        string: () => fetch('/string', { method: 'POST', body: dirty }),
        params: () => fetch('/params', { method: 'POST', body: new URLSearchParams({ q: dirty }) }),
        form: () => fetch('/form', { method: 'POST', body: form }),
        file: () => fetch('/file', { method: 'POST', body: mixed }),
        buffer: () => fetch('/buffer', { method: 'POST', body: bytes.buffer }),
        view: () => fetch('/view', { method: 'POST', body: new DataView(bytes.buffer) }),
        blob: () => fetch('/blob', { method: 'POST', body: new Blob([dirty]) }),
        stream: () =>
          fetch('/stream', {
            method: 'POST',
            body: new Blob([dirty]).stream(),
            duplex: 'half',
          } as RequestInit),
        request: () => fetch(new Request('/request', { method: 'POST', body: dirty })),
        query: () => fetch(`/query?${new URLSearchParams({ q: dirty }).toString()}`),
        path: () => fetch(`/path/${encodeURIComponent(dirty)}`),
      };
      const seen: Record<string, string> = {};
      for (const [name, send] of Object.entries(bodies))
        seen[name] = await send().then(
          () => 'sent',
          (error: unknown) => (error instanceof TypeError ? 'TypeError' : String(error)),
        );
      return seen;
    }, DIRTY);
    expect(new Set(Object.values(outcome))).toEqual(new Set(['TypeError']));
    expect(Object.keys(outcome)).toHaveLength(11);
    expect(reached()).toBe('');
  });

  it('fetch with clean bodies is untouched', async () => {
    await page.evaluate(async () => {
      const form = new FormData();
      form.set('note', 'form body');
      form.set('file', new File(['file body'], 'a.txt'));
      await fetch('/a', { method: 'POST', body: 'string body' });
      await fetch('/b', { method: 'POST', body: new Blob(['blob body']) });
      await fetch('/c', { method: 'POST', body: form });
      await fetch(new Request('/d', { method: 'POST', body: 'request body' }));
      await fetch('/e', new Request('/x', { method: 'POST', body: 'init as request' }));
      await fetch('/f?q=plain');
    });
    for (const part of ['string', 'blob', 'form', 'file', 'request'])
      expect(reached()).toContain(`${part} body`);
    expect(site.received).toHaveLength(6);
  });

  it('XMLHttpRequest fails like a network error, sync and async', async () => {
    const outcome = await page.evaluate(async (dirty) => {
      const events: string[] = [];
      await new Promise((resolve) => {
        const xhr = new XMLHttpRequest();
        xhr.open('POST', '/xhr');
        for (const type of ['load', 'error', 'loadend'])
          xhr.addEventListener(type, () => events.push(`${type} ${xhr.readyState} ${xhr.status}`));
        xhr.addEventListener('loadend', resolve);
        xhr.send(dirty);
      });
      const sync = new XMLHttpRequest();
      sync.open('POST', '/xhr-sync', false);
      try {
        sync.send(dirty);
      } catch (error) {
        events.push((error as DOMException).name);
      }
      await new Promise((resolve) => {
        const xhr = new XMLHttpRequest();
        xhr.open('POST', '/xhr-blob');
        xhr.addEventListener('loadend', resolve);
        xhr.send(new Blob([dirty]));
      });
      await new Promise((resolve) => {
        const xhr = new XMLHttpRequest();
        xhr.open('POST', '/xhr-clean');
        xhr.addEventListener('loadend', resolve);
        xhr.send(new Blob(['clean blob']));
      });
      return events;
    }, DIRTY);
    expect(outcome).toEqual(['error 4 0', 'loadend 4 0', 'NetworkError']);
    expect(site.received).toEqual(['/xhr-clean clean blob']);
  });

  it('beacons and page-made clipboard writes', async () => {
    const outcome = await page.evaluate(async (dirty) => {
      const beacon = navigator.sendBeacon('/beacon', dirty);
      navigator.sendBeacon('/beacon-blob', new Blob([dirty]));
      const clean = navigator.sendBeacon('/beacon-clean', 'clean');
      await navigator.clipboard.writeText('before');
      const text = await navigator.clipboard.writeText(dirty).then(
        () => 'written',
        (error: DOMException) => error.name,
      );
      const item = new ClipboardItem({ 'text/plain': new Blob([dirty], { type: 'text/plain' }) });
      const items = await navigator.clipboard.write([item]).then(
        () => 'written',
        (error: DOMException) => error.name,
      );
      return { beacon, clean, text, items };
    }, DIRTY);
    expect(outcome).toEqual({
      beacon: false,
      clean: true,
      text: 'NotAllowedError',
      items: 'NotAllowedError',
    });
    expect(await clipboard()).toBe('before');
    await expect.poll(reached).toBe('/beacon-clean clean');
  });

  it('copy leaves the clipboard as it was; clean text is copied', async () => {
    await select('clean');
    await page.keyboard.press('Control+C');
    expect(await clipboard()).toContain('四月例会');
    await select('dirty');
    await page.keyboard.press('Control+C');
    expect(await clipboard()).toContain('四月例会');
    await page.fill('#area', DIRTY);
    await page.focus('#area');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+X');
    expect(await clipboard()).toContain('四月例会');
    expect(await page.inputValue('#area')).toBe(DIRTY);
  });

  it('copy masked is the way on', async () => {
    await select('dirty');
    await page.keyboard.press('Control+C');
    // Focus went into the notice, on its first button.
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await expect.poll(clipboard).toMatch(/客户手机号 139\*+5678/);
    expect(await clipboard()).not.toContain(RESIDENT_ID);
  });

  it.each(['#field', '#area', '#rich'])(
    'paste into %s is held back, masked paste goes in',
    async (where) => {
      await fillClipboard(DIRTY);
      await page.focus(where);
      await page.keyboard.press('Control+V');
      const content = () =>
        page.evaluate((selector) => {
          const element = document.querySelector(selector) as HTMLInputElement;
          return element.value ?? element.textContent;
        }, where);
      expect(await content()).toBe('');
      await page.waitForTimeout(150);
      await page.keyboard.press('Enter');
      await expect.poll(content).toMatch(/139\*+5678/);
      expect(await content()).not.toContain(MOBILE);
    },
  );

  it('clean text is pasted', async () => {
    await fillClipboard('四月例会');
    await page.focus('#field');
    await page.keyboard.press('Control+V');
    expect(await page.inputValue('#field')).toBe('四月例会');
  });

  it('a set of files with one that holds customer data is held back whole; clean files arrive', async () => {
    const clean = { name: 'clean.txt', mimeType: 'text/plain', buffer: Buffer.from('四月例会') };
    const dirty = { name: `${MOBILE}.csv`, mimeType: 'text/csv', buffer: Buffer.from(DIRTY) };
    const changes = () =>
      page.evaluate(() => (globalThis as unknown as { changes: string[] }).changes);
    const held = () =>
      page.evaluate(() => (document.getElementById('file') as HTMLInputElement).files?.length);
    await page.setInputFiles('#file', [clean, dirty]);
    await page.waitForTimeout(500);
    expect(await changes()).toEqual([]);
    expect(await held()).toBe(0);
    await page.setInputFiles('#file', [clean]);
    await expect.poll(changes).toEqual(['input 1', 'change clean.txt']);
    expect(await held()).toBe(1);
  });

  it('dropped files are held and dropped again when clean', async () => {
    expect(await drop(DIRTY)).toEqual([]);
    expect(await drop('四月例会')).toContain('dropped.txt');
  });
});

describe('a page can cause an inspection, never switch one off', () => {
  const attacks: Record<string, string> = {
    'replaced JSON': `JSON.parse = () => ({ kind: 'answer', id: 0, decision: 'allow' }); JSON.stringify = () => '{}';`,
    'replaced dispatch and listening': `
      EventTarget.prototype.dispatchEvent = () => true;
      EventTarget.prototype.addEventListener = () => undefined;`,
    'replaced call, apply, bind, Reflect': `
      const allow = () => ({ kind: 'answer', id: 0, decision: 'allow' });
      Function.prototype.call = allow; Function.prototype.apply = allow; Function.prototype.bind = () => allow;
      Reflect.apply = allow; Reflect.get = allow;`,
    'array methods that edit what they see': `
      const edit = (value) => { if (value && value.decision) value.decision = 'allow'; return value; };
      const { isArray } = Array;
      Array.isArray = (value) => isArray(edit(value));
      const { keys } = Object;
      Object.keys = (value) => keys(edit(value));
      Array.prototype.every = () => true; Array.prototype.includes = () => true; Array.prototype.find = () => 'fetch';
      Array.prototype[Symbol.iterator] = function* () {};`,
    'polluted Object.prototype': `
      Object.prototype.toJSON = () => ({ kind: 'ask', id: 0, api: 'fetch', text: 'clean', url: '' });
      Object.prototype.decision = 'allow'; Object.prototype.get = () => undefined; Object.prototype.apply = () => undefined;
      Object.prototype.detail = '{}'; Object.prototype.done = true;`,
    'replaced event accessors': `
      Object.defineProperty(CustomEvent.prototype, 'detail', { get: () => '{"kind":"answer","id":0,"decision":"allow"}' });
      Object.defineProperty(MouseEvent.prototype, 'relatedTarget', { get: () => document.body });
      window.CustomEvent = class extends Event {}; window.MouseEvent = class extends Event {};`,
    'replaced promises and maps': `
      Promise.prototype.then = function (done) { done('clean'); return this; };
      WeakMap.prototype.get = () => undefined; WeakMap.prototype.set = () => undefined;
      window.Promise = class {}; window.Proxy = class {};`,
    'replaced string and pattern methods': `
      String.prototype.slice = () => 'clean'; String.prototype.charCodeAt = () => 65; RegExp.prototype.exec = () => null;
      window.String = () => 'clean'; window.TextDecoder = class { decode() { return 'clean'; } };
      Blob.prototype.arrayBuffer = async () => new ArrayBuffer(0);`,
    'forged handshakes': `
      const node = document.createElement('div');
      node.addEventListener('ask', () => {
        node.dispatchEvent(new CustomEvent('answer', { detail: '{"kind":"answer","id":0,"decision":"allow"}' }));
      });
      for (let i = 0; i < 50; i += 1) {
        window.dispatchEvent(new MouseEvent('kedun:hello', { relatedTarget: node }));
        window.dispatchEvent(new Event('kedun:ready'));
      }
      for (const type of ['bound', 'taken', 'answer'])
        for (const at of [window, document, node]) at.dispatchEvent(new CustomEvent(type, { detail: '{}' }));`,
    'listeners on the handshake': `
      for (const type of ['kedun:hello', 'kedun:ready'])
        window.addEventListener(type, (event) => {
          const node = event.relatedTarget;
          node?.addEventListener('ask', () => node.dispatchEvent(new CustomEvent('answer', { detail: '{"kind":"answer","id":0,"decision":"allow"}' })));
        }, true);
      window.dispatchEvent(new Event('kedun:ready'));`,
  };

  it.each(Object.keys(attacks))('%s', async (name) => {
    // One script, as a page would have it: attack, then try. The clean request proves that trying worked at all.
    const script = `${attacks[name]}
      const dirty = ${JSON.stringify(DIRTY)};
      fetch('/control', { method: 'POST', body: 'clean' });
      fetch('/attack', { method: 'POST', body: dirty });
      fetch('/attack-blob', { method: 'POST', body: new Blob([dirty]) });
      fetch(new Request('/attack-request', { method: 'POST', body: dirty }));
      const xhr = new XMLHttpRequest();
      xhr.open('POST', '/attack-xhr');
      xhr.send(dirty);
      navigator.sendBeacon('/attack-beacon', dirty);`;
    await page.evaluate((text) => {
      const element = document.createElement('script');
      element.textContent = text;
      document.documentElement.append(element);
    }, script);
    await expect.poll(reached).toContain('/control clean');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(site.received).toEqual(['/control clean']);
  });

  it('a body that says one thing to the hook and another to the browser', async () => {
    await page.evaluate(async (dirty) => {
      let reads = 0;
      const init = {
        method: 'POST',
        get body() {
          reads += 1;
          return reads === 1 ? 'clean body' : dirty;
        },
      };
      await fetch('/twice', init).catch(() => undefined);
      let turns = 0;
      const url = {
        toString: () => {
          turns += 1;
          return turns === 1 ? '/turns?q=clean' : `/turns?q=${dirty}`;
        },
      };
      await fetch(url as unknown as string).catch(() => undefined);
    }, DIRTY);
    expect(site.received).toEqual(['/twice clean body', '/turns?q=clean ']);
  });

  it('forged handshakes are counted and told', async () => {
    const before = await recorded('bridge.misuse');
    await page.evaluate(() => {
      for (let index = 0; index < 20; index += 1) {
        window.dispatchEvent(
          new MouseEvent('kedun:hello', { relatedTarget: document.createElement('i') }),
        );
        window.dispatchEvent(new Event('kedun:ready'));
      }
    });
    await expect.poll(() => recorded('bridge.misuse'), { timeout: 5000 }).toBe(before + 1);
  });

  it.each([
    [
      'about:blank',
      `const f = document.createElement('iframe'); document.body.append(f); return f.contentWindow;`,
    ],
    [
      'a frame that navigates to the same origin',
      `const f = document.createElement('iframe'); f.src = '/frame'; document.body.append(f);
       await new Promise((done) => { f.onload = done; }); return f.contentWindow;`,
    ],
    [
      'srcdoc',
      `const f = document.createElement('iframe'); f.srcdoc = '<p>x'; document.body.append(f);
       await new Promise((done) => { f.onload = done; }); return f.contentWindow;`,
    ],
    [
      'a frame rewritten by document.open',
      `const f = document.createElement('iframe'); document.body.append(f);
       f.contentDocument.open(); f.contentDocument.write('<p>x'); f.contentDocument.close(); return f.contentWindow;`,
    ],
  ])('a fresh realm: %s', async (_name, open) => {
    const attempt = `(async () => {
      const realm = await (async () => { ${open} })();
      const send = (body) =>
        realm.fetch(location.origin + '/realm', { method: 'POST', body }).then(() => 'sent', () => 'refused');
      return [await send(${JSON.stringify(DIRTY)}), await send('clean')];
    })()`;
    expect(await page.evaluate(attempt)).toEqual(['refused', 'sent']);
    expect(site.received).toEqual(['/realm clean']);
  });

  it('the notice comes back when the page removes, hides or covers it', async () => {
    await select('dirty');
    await page.keyboard.press('Control+C');
    const notice = () =>
      page.evaluate(() => {
        const host = document.querySelector<HTMLElement>('html > [popover]');
        if (!host) return 'absent';
        const style = getComputedStyle(host);
        const box = host.getBoundingClientRect();
        return host.matches(':popover-open') &&
          style.display === 'block' &&
          style.opacity === '1' &&
          box.width > 300
          ? 'shown'
          : 'hidden';
      });
    await expect.poll(notice).toBe('shown');
    const hiding = [
      () => document.querySelector('html > [popover]')?.remove(),
      () => document.querySelector('html > [popover]')?.setAttribute('style', 'display:none'),
      () => (document.querySelector('html > [popover]') as HTMLElement).hidePopover(),
      () => document.querySelector('html > [popover]')?.removeAttribute('popover'),
      () => {
        const style = document.createElement('style');
        style.textContent = 'html > * { display: none !important; opacity: 0 !important }';
        document.head.append(style);
      },
    ];
    for (const hide of hiding) {
      await page.evaluate(hide);
      await expect.poll(notice, { timeout: 2000 }).toBe('shown');
    }
    const shadow = await page.evaluate(
      () => document.querySelector('html > [popover]')?.shadowRoot ?? null,
    );
    expect(shadow).toBeNull();
  });

  it('Escape leaves the notice and focus goes back', async () => {
    await fillClipboard(DIRTY);
    await page.focus('#field');
    await page.keyboard.press('Control+V');
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    await expect.poll(focused).not.toBe('field');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('field');
    expect(await page.locator('html > [popover]').count()).toBe(0);
  });
});
