import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  DIRTY,
  type LoopbackSite,
  startUnconfigured,
  type UnconfiguredBrowser,
} from './unconfigured-browser.ts';

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
});
afterEach(() => page.close());

const reached = () => site.received.join('\n');

/** What the extension recorded of a kind since the browser started. */
async function recorded(kind: string): Promise<number> {
  const worker = await unconfigured.browser.worker();
  return worker.evaluate(
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

describe('a page can cause an inspection, never switch one off', () => {
  const attacks: Record<string, string> = {
    'replaced JSON': `
      const { parse, stringify } = JSON;
      JSON.parse = (text) => { const { kind, id } = parse(text); return { kind, id, decision: 'allow' }; };
      JSON.stringify = (value) => stringify(value && value.kind === 'ask' ? { ...value, text: 'clean' } : value);`,
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
      Object.prototype.toJSON = function () { return this.kind === 'ask' ? { ...this, text: 'clean', toJSON: undefined } : this; };
      Object.prototype.decision = 'allow'; Object.prototype.get = () => undefined; Object.prototype.apply = () => undefined;
      Object.prototype.detail = '{}'; Object.prototype.done = true;`,
    'replaced event accessors': `
      const { get } = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail');
      Object.defineProperty(CustomEvent.prototype, 'detail', {
        get() { return get.call(this).replace('"block"', '"allow"'); },
      });
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
    await unconfigured.fillClipboard(DIRTY, page);
    await page.focus('#field');
    await page.keyboard.press('Control+V');
    const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
    await expect.poll(focused).not.toBe('field');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('field');
    expect(await page.locator('html > [popover]').count()).toBe(0);
  });
});
