import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import {
  DIRTY,
  type LoopbackSite,
  MOBILE,
  RESIDENT_ID,
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

async function select(id: string): Promise<void> {
  await page.evaluate((name) => {
    getSelection()?.selectAllChildren(document.getElementById(name) as HTMLElement);
  }, id);
}

const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

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
      await unconfigured.fillClipboard(DIRTY, page);
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
    await unconfigured.fillClipboard('四月例会', page);
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
