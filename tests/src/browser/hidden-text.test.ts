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
  await page.evaluate(() => navigator.clipboard.writeText('before'));
});
afterEach(() => page.close());

/** Every text representation on the clipboard. */
const clipboard = () =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const parts = (item?.types ?? []).map(async (type) => (await item?.getType(type))?.text());
    return (await Promise.all(parts)).join('\n');
  });

const fill = (markup: string) =>
  page.evaluate((html) => {
    const element = document.getElementById('clean') as HTMLElement;
    element.innerHTML = html;
    getSelection()?.selectAllChildren(element);
  }, markup);

describe('a copy is judged by all that it puts on the clipboard', () => {
  it.each([
    ['a link behind masked text', `<a href="tel:${MOBILE}">139****5678</a>`],
    [
      'the link around the selection',
      `<a href="/?id=${RESIDENT_ID}"><img alt="x" width="9" height="9"></a>`,
    ],
    ['an attribute', `<b data-customer="${RESIDENT_ID}">张三</b>`],
    ['a picture’s alternative text', `张三 <img alt="${MOBILE}">`],
    ['the value of a field', `张三 <input value="${MOBILE}">`],
  ])('%s', async (_name, markup) => {
    await fill(markup);
    await page.keyboard.press('Control+C');
    expect(await clipboard()).toBe('before');
  });

  it.each(['open', 'closed'])('a shadow root, %s, in the middle of a selection', async (mode) => {
    await page.evaluate(
      ([text, wanted]) => {
        const host = document.createElement('div');
        host.attachShadow({ mode: wanted as ShadowRootMode }).innerHTML = `<p>${text}</p>`;
        document.body.replaceChildren('before', host, 'after');
      },
      [DIRTY, mode] as const,
    );
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    expect(await clipboard()).toBe('before');
  });

  it('links and attributes without customer data go along', async () => {
    await fill(
      '<a href="https://crm.example/meeting" title="例会">四月例会</a><b data-row="17">改期</b>',
    );
    await page.keyboard.press('Control+C');
    expect(await clipboard()).toContain('四月例会');
    expect(await clipboard()).toContain('href="https://crm.example/meeting"');
  });

  it.each(['capture', 'bubble'])(
    'a handler of the page (%s) that selects something else',
    async (phase) => {
      await fill('四月例会');
      await page.evaluate((inCapture) => {
        const swap = () =>
          getSelection()?.selectAllChildren(document.getElementById('dirty') as HTMLElement);
        window.addEventListener('copy', swap, inCapture);
      }, phase === 'capture');
      await page.keyboard.press('Control+C');
      expect(await clipboard()).toBe('before');
    },
  );

  it('a selection of forty thousand elements takes no second', async () => {
    await page.evaluate(() => {
      const table = document.createElement('div');
      table.innerHTML = '<p title="会议">四月例会 <b>改期</b></p>'.repeat(20_000);
      document.body.append(table);
      getSelection()?.selectAllChildren(table);
      const times = { key: 0, copy: 0 };
      Reflect.set(globalThis, 'times', times);
      addEventListener('keydown', () => (times.key = performance.now()), true);
      addEventListener('copy', () => (times.copy = performance.now()), true);
    });
    await page.keyboard.press('Control+C');
    const times = await page.evaluate(
      () => Reflect.get(globalThis, 'times') as { key: number; copy: number },
    );
    expect(times.copy).toBeGreaterThan(0);
    expect(times.copy - times.key).toBeLessThan(1_000);
  });
});

describe('other forms of the same text', () => {
  it.each(['web text/csv', 'image/svg+xml', 'text/html'])('ClipboardItem of %s', async (type) => {
    const write = (text: string) =>
      page.evaluate(
        async ([content, kind]) => {
          const blob = new Blob(
            [`<svg xmlns="http://www.w3.org/2000/svg"><text>${content}</text></svg>`],
            {
              type: kind.replace('web ', ''),
            },
          );
          return navigator.clipboard.write([new ClipboardItem({ [kind]: blob })]).then(
            () => 'written',
            (error: DOMException) => error.name,
          );
        },
        [text, type] as const,
      );
    expect(await write(DIRTY)).toBe('NotAllowedError');
    expect(await write('四月例会')).toBe('written');
  });

  it.each([
    ['text/csv', DIRTY],
    ['text/html', `<a href="tel:${MOBILE}">139****5678</a>`],
  ])('a paste that holds it only as %s', async (type, content) => {
    const own = await unconfigured.browser.newPage(
      `chrome-extension://${unconfigured.browser.extensionId}/popup.html`,
    );
    await own.evaluate(
      ([kind, text]) => {
        document.addEventListener('copy', (event) => {
          event.preventDefault();
          event.clipboardData?.setData(kind, text);
        });
        document.execCommand('copy');
      },
      [type, content] as const,
    );
    await own.close();
    await page.bringToFront();
    await page.evaluate((kind) => {
      Reflect.set(globalThis, 'pasted', 'nothing');
      document.getElementById('field')?.addEventListener('paste', (event) => {
        Reflect.set(globalThis, 'pasted', event.clipboardData?.getData(kind));
      });
    }, type);
    await page.focus('#field');
    await page.keyboard.press('Control+V');
    expect(await page.evaluate(() => Reflect.get(globalThis, 'pasted') as string)).toBe('nothing');
  });

  it('bodies in wide encodings, and bodies that only pretend to be', async () => {
    const outcome = await page.evaluate(async (dirty) => {
      const wide = (text: string, unit: 2 | 4, isLittle: boolean) => {
        const view = new DataView(new ArrayBuffer(text.length * unit));
        for (let at = 0; at < text.length; at += 1)
          if (unit === 2) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
          else view.setUint32(at * 4, text.charCodeAt(at), isLittle);
        return view.buffer;
      };
      const bodies: Record<string, BodyInit> = {
        'UTF-16LE': wide(dirty, 2, true),
        'UTF-16BE': wide(dirty, 2, false),
        'UTF-32LE': wide(dirty, 4, true),
        'digits alone': wide(dirty.replace(/\P{ASCII}/gu, ' '), 2, true),
        'full-width digits behind a mark': wide(
          `\ufeff${dirty.replace(/\d/gu, (digit) => String.fromCharCode(0xff10 + Number(digit)))}`,
          2,
          true,
        ),
        'a false mark': new Blob([new Uint8Array([0xff, 0xfe]), dirty]),
        'false zeros': new Blob([new Uint8Array([0x61, 0, 0x62, 0, 0xff, 0xff]), dirty]),
      };
      const sent: string[] = [];
      for (const [name, body] of Object.entries(bodies))
        await fetch('/wide', { method: 'POST', body }).then(
          () => sent.push(name),
          () => undefined,
        );
      await fetch('/clean', { method: 'POST', body: wide('April', 2, true) });
      return sent;
    }, DIRTY);
    expect(outcome).toEqual([]);
    expect(site.received).toHaveLength(1);
  });

  it('bytes that change after they were judged are sent as judged', async () => {
    await page.evaluate(async (dirty) => {
      const text = new TextEncoder().encode(dirty);
      const bytes = new Uint8Array(text.length).fill(0x2e);
      const params = new URLSearchParams({ q: 'clean' });
      const headers = () => {
        bytes.set(text);
        params.set('q', dirty);
        return {};
      };
      for (const body of [params, bytes, bytes.buffer])
        await fetch('/changed', {
          method: 'POST',
          body,
          get headers() {
            return headers();
          },
        }).catch(() => undefined);
    }, DIRTY);
    expect(site.received.join('\n')).toContain('/changed q=clean');
    expect(site.received.join('\n')).not.toContain(MOBILE);
  });

  it('an XMLHttpRequest given up while its body is read tells the page so', async () => {
    const events = await page.evaluate(async () => {
      const seen: string[] = [];
      const xhr = new XMLHttpRequest();
      for (const type of ['load', 'error', 'abort', 'loadend'])
        xhr.addEventListener(type, () => seen.push(type));
      xhr.open('POST', '/given-up');
      xhr.send(new Blob(['clean']));
      xhr.abort();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [...seen, xhr.readyState];
    });
    expect(events).toEqual(['abort', 'loadend', 0]);
    expect(site.received).toEqual([]);
  });
});
