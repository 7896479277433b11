import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { ensureBuilt } from '../harness/build.ts';
import { type Browser, launchPlainBrowser } from '../harness/chromium.ts';
import { openConsolePage } from '../harness/console-page.ts';
import { TEST_PASSWORD } from '../harness/managed-stack.ts';
import { type ServerProcess, startServer } from '../harness/server-process.ts';
import { STACK_ACCOUNT } from '../harness/stack.ts';

let rootDir: string;
let server: ServerProcess;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await ensureBuilt(() => undefined);
  rootDir = await mkdtemp(path.join(tmpdir(), 'kedun-console-'));
  server = await startServer({
    dataDir: path.join(rootDir, 'server'),
    password: TEST_PASSWORD,
    account: STACK_ACCOUNT,
  });
  browser = await launchPlainBrowser({ profileDir: path.join(rootDir, 'profile') });
  ({ page } = await openConsolePage(browser, server.url, TEST_PASSWORD));
  await page.getByRole('status').first().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(rootDir, { recursive: true, force: true, maxRetries: 5 });
});

/** Tabs once, and tells what has the focus and whether that can be seen: on the element or on the box around it. */
async function tab(): Promise<{ name: string; isVisible: boolean }> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const focused = document.activeElement ?? document.body;
    const isRinged = (element: Element): boolean => {
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    };
    const box = focused.closest('.ant-select') ?? focused;
    return {
      name: focused.getAttribute('aria-label') ?? focused.textContent ?? '',
      isVisible: isRinged(focused) || isRinged(box),
    };
  });
}

it('every stop of the Tab key shows where it is, the way past the navigation first', async () => {
  const stops = [];
  for (let i = 0; i < 17; i++) stops.push(await tab());
  expect(stops[0]?.name).toBe('跳到内容');
  expect(stops.filter((stop) => !stop.isVisible)).toEqual([]);
});

it('a screen reader hears words, not the names of pictures', async () => {
  const heard = await page.locator('body').ariaSnapshot();
  expect(heard).toContain('link "告警"');
  expect(heard).toMatch(/status: 实时/u);
  // antd's own select draws the only picture that is left.
  expect(heard.match(/img "(?!down)[^"]*"/gu)).toBeNull();
});

it.each(['/nowhere/at/all', '/alerts/cut-short', '/alerts/019a0000-0000-7000-8000-000000000001'])(
  '%s says that nothing is there, and leads back to the alerts',
  async (address) => {
    await page.goto(server.url + address);
    await page.getByRole('heading', { name: '没有找到' }).waitFor();
    await page.getByRole('link', { name: '回到告警列表' }).click();
    await page.waitForURL(/\/alerts$/u);
  },
);
