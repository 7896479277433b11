import { createHash } from 'node:crypto';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Channel } from '@kedun/shared/contracts/vocabulary';

import { type Customer, toCsv } from '../demo/customers.ts';
import { type AlertWatch, watchAlerts } from '../harness/alert-watch.ts';
import { deliveredExtension } from '../harness/browser-policy.ts';
import { type ConsolePage, openConsolePage } from '../harness/console-page.ts';
import { type ManagedStack, startManagedStack, TEST_PASSWORD } from '../harness/managed-stack.ts';
import { noticeText } from '../harness/notice.ts';
import {
  clearClipboard,
  clipboardText,
  copyText,
  dropFile,
  firstCustomer,
  pasteInto,
} from '../harness/page-acts.ts';
import { findPlanted } from '../harness/planted.ts';

/** An act may take this long to stand in the console. */
const IN_CONSOLE_MS = 2000;

describe('the path from a page to the console', () => {
  let stack: ManagedStack;
  let page: Page;
  let consolePage: ConsolePage;
  let customer: Customer;
  let alerts: AlertWatch;

  beforeAll(async () => {
    stack = await startManagedStack({ recordsTraffic: true });
    customer = firstCustomer(stack.sites);
    consolePage = await openConsolePage(stack.browser, stack.server.url, TEST_PASSWORD);
    page = await stack.browser.newPage();
  });
  afterAll(() => stack?.stop());
  beforeEach(async () => {
    stack.sites.clear();
    alerts = await watchAlerts(stack.console);
  });

  /** Does the act and waits until its alert stands in the open console. */
  async function actAndSee(channel: Channel, act: () => Promise<unknown>): Promise<number> {
    const startedAt = performance.now();
    await act();
    const alert = await alerts.next(channel);
    await consolePage.waitForAlert(alert);
    return performance.now() - startedAt;
  }

  function expectNothingReceived(...values: string[]): void {
    const reached = Object.fromEntries(
      stack.sites
        .received()
        .map((request, i) => [
          `${i} ${request.method} ${request.host}${request.path}`,
          Buffer.concat([Buffer.from(request.path + request.headers), request.bodyBytes]),
        ]),
    );
    expect(findPlanted(values, reached)).toEqual([]);
  }

  it('the extension is force-installed from the server’s own update manifest and CRX', async () => {
    const worker = await stack.browser.worker();
    const self = (await worker.evaluate('chrome.management.getSelf()')) as {
      installType: string;
      version: string;
    };
    expect(self.installType).toBe('admin');
    expect(await deliveredExtension(stack.server.url)).toMatchObject({
      id: stack.browser.extensionId,
      version: self.version,
    });
    const traffic = stack.wire?.bytes().toString('latin1') ?? '';
    expect(traffic).toContain('GET /extension/updates.xml');
    expect(traffic).toContain('GET /extension/kedun.crx');
  });

  it('a copied resident ID is not on the clipboard, the notice shows, the alert is in the console', async () => {
    await page.goto(stack.sites.url('crm', `/customers/${customer.number}`));
    await page.bringToFront();
    await clearClipboard(page);
    let copied = '';
    const tookMs = await actAndSee('clipboard.copy', async () => {
      copied = await copyText(page, '#residentId');
    });
    expect(copied).not.toContain(customer.residentId);
    const notice = await noticeText(page);
    expect(notice).toContain('T1');
    expect(findPlanted([customer.residentId], { notice })).toEqual([]);
    expect(tookMs).toBeLessThan(IN_CONSOLE_MS);
  });

  it('the page’s own copy button gets no resident ID onto the clipboard', async () => {
    await page.goto(stack.sites.url('crm', `/customers/${customer.number}`));
    await page.bringToFront();
    await clearClipboard(page);
    await page.click('[data-copy="residentId"]');
    await alerts.next('clipboard.copy');
    expect(await clipboardText(page)).not.toContain(customer.residentId);
  });

  it('a pasted resident ID does not reach the AI chat', async () => {
    await page.goto(stack.sites.url('chat'));
    const tookMs = await actAndSee('clipboard.paste', () =>
      pasteInto(page, '#prompt', `他的身份证号是 ${customer.residentId}`),
    );
    expect(await page.inputValue('#prompt')).not.toContain(customer.residentId);
    await page.press('#prompt', 'Enter');
    expectNothingReceived(customer.residentId);
    expect(tookMs).toBeLessThan(IN_CONSOLE_MS);
  });

  it.each(['fetch', 'xhr'])(
    'a typed resident ID sent by %s does not reach the AI chat',
    async (how) => {
      await page.goto(stack.sites.url('chat'));
      await page.selectOption('#transport', how);
      await page.fill('#prompt', `身份证号 ${customer.residentId}`);
      const tookMs = await actAndSee('network.request', () => page.press('#prompt', 'Enter'));
      expectNothingReceived(customer.residentId);
      expect(tookMs).toBeLessThan(IN_CONSOLE_MS);
    },
  );

  it('a fetch with a card number does not reach the site', async () => {
    await page.goto(stack.sites.url('chat'));
    await page.fill('#card', customer.bankCard);
    const tookMs = await actAndSee('network.request', () => page.click('#pay-now'));
    expectNothingReceived(customer.bankCard);
    expect(tookMs).toBeLessThan(IN_CONSOLE_MS);
  });

  it.each(['input', 'drop'])('a customer file by %s does not reach the net disk', async (way) => {
    await page.goto(stack.sites.url('disk'));
    const buffer = Buffer.from(toCsv(stack.sites.customers));
    const file = { name: 'customers.csv', mimeType: 'text/csv', buffer };
    const tookMs = await actAndSee('upload.file', () =>
      way === 'input' ? page.setInputFiles('#file', file) : dropFile(page, '#drop', file),
    );
    expect(stack.sites.received().filter((request) => request.method === 'POST')).toEqual([]);
    expectNothingReceived(customer.residentId, customer.mobile, customer.bankCard);
    expect(tookMs).toBeLessThan(IN_CONSOLE_MS);
  });

  it('a mail with a mobile number is not sent, under the webmail clause', async () => {
    await page.goto(stack.sites.url('mail'));
    await page.fill('#body', `手机号:${customer.mobile}`);
    await page.click('#send');
    const alert = await alerts.next('network.request');
    expect(alert.clause?.clause).toBe('T2');
    expectNothingReceived(customer.mobile);
  });

  it('clean text passes unchanged: copy, paste, send', async () => {
    const text = '订单 20260701 已发货,运费 12.50 元';
    await page.goto(stack.sites.url('crm', `/customers/${customer.number}`));
    await page.bringToFront();
    await clearClipboard(page);
    expect(await copyText(page, '#since')).toBe(customer.since);
    await page.goto(stack.sites.url('chat'));
    await pasteInto(page, '#prompt', text);
    expect(await page.inputValue('#prompt')).toBe(text);
    await page.press('#prompt', 'Enter');
    await page.waitForSelector('.bubble.assistant');
    expect(stack.sites.received().at(-1)?.bodyText).toBe(JSON.stringify({ message: text }));
    expect(await alerts.unclaimed()).toEqual([]);
  });

  it.each(['input', 'drop'])('a clean file by %s arrives byte for byte', async (way) => {
    const buffer = Buffer.from('季度会议纪要,无客户资料。\r\n'.repeat(2000));
    const clean = { name: 'minutes.txt', mimeType: 'text/plain', buffer };
    await page.goto(stack.sites.url('disk'));
    if (way === 'input') await page.setInputFiles('#file', clean);
    else await dropFile(page, '#drop', clean);
    const digest = createHash('sha256').update(clean.buffer).digest('hex');
    await page.waitForSelector(`[data-sha256="${digest}"]`);
    const posts = stack.sites.received().filter((request) => request.method === 'POST');
    expect(posts).toHaveLength(1);
    expect(Buffer.from(posts[0]?.bodyBytes ?? []).includes(clean.buffer)).toBe(true);
    expect(await alerts.unclaimed()).toEqual([]);
  });

  it('nothing the server stores or logs, and nothing on the wire, holds a planted value', async () => {
    const planted = stack.sites.customers.flatMap((c) => [
      c.residentId,
      c.mobile,
      c.bankCard,
      c.name.length > 2 ? c.name : c.address,
    ]);
    expect(planted.length).toBeGreaterThan(50);
    expect((await stack.console.allAlerts()).length).toBeGreaterThan(7);
    const wire = stack.wire?.bytes() ?? Buffer.alloc(0);
    expect(wire.includes('/api/v1/endpoint/events')).toBe(true);
    const stored = await stack.server.storedBytes();
    expect(stored.includes('clipboard.paste')).toBe(true);
    const sightings = findPlanted(planted, {
      'server files': stored,
      'server log': stack.server.output(),
      'agent log': stack.agent.output(),
      wire,
    });
    expect(sightings).toEqual([]);
  });
});
