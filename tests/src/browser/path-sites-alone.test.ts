import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { toCsv } from '../demo/customers.ts';
import { type DemoSites, startDemoSites } from '../demo/sites/server.ts';
import { ensureInstalled } from '../harness/apt.ts';
import { type Browser, launchPlainBrowser } from '../harness/chromium.ts';
import { copyText, dropFile, firstCustomer, pasteInto } from '../harness/page-acts.ts';

/** Without Kedun everything arrives: otherwise the tests with it would prove nothing. */
describe('the demo sites without Kedun', () => {
  let profileDir: string;
  let sites: DemoSites;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    await ensureInstalled(['chromium']);
    profileDir = await mkdtemp(path.join(tmpdir(), 'kedun-plain-'));
    sites = await startDemoSites({ port: 0 });
    browser = await launchPlainBrowser({ profileDir });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await sites.close();
    await rm(profileDir, { recursive: true, force: true });
  });

  it('copy out of the CRM puts the resident ID on the clipboard', async () => {
    const customer = firstCustomer(sites);
    await page.goto(sites.url('crm', `/customers/${customer.number}`));
    expect(await copyText(page, '#residentId')).toBe(customer.residentId);
    await page.click('[data-copy="bankCard"]');
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(customer.bankCard);
  });

  it.each(['fetch', 'xhr'])('a pasted resident ID reaches the AI chat by %s', async (transport) => {
    const { residentId } = firstCustomer(sites);
    await page.goto(sites.url('chat'));
    await page.selectOption('#transport', transport);
    await pasteInto(page, '#prompt', `他的身份证号是 ${residentId}`);
    await page.press('#prompt', 'Enter');
    await page.waitForSelector('.bubble.assistant');
    expect(sites.received().at(-1)?.bodyText).toContain(residentId);
  });

  it('a card number reaches the till', async () => {
    const { bankCard } = firstCustomer(sites);
    await page.goto(sites.url('chat'));
    await page.fill('#card', bankCard);
    await page.click('#pay-now');
    await expect.poll(() => page.textContent('#pay-state')).toBe('支付成功');
    expect(sites.received().at(-1)?.bodyText).toContain(bankCard);
  });

  it.each(['input', 'drop'])(
    'a customer file uploaded by %s arrives byte for byte',
    async (way) => {
      const bytes = Buffer.from(toCsv(sites.customers));
      const file = { name: `customers-${way}.csv`, mimeType: 'text/csv', buffer: bytes };
      await page.goto(sites.url('disk'));
      if (way === 'input') await page.setInputFiles('#file', file);
      else await dropFile(page, '#drop', file);
      const digest = createHash('sha256').update(bytes).digest('hex');
      await page.waitForSelector(`[data-sha256="${digest}"]`);
      const last = sites.received().at(-1);
      expect(Buffer.from(last?.bodyBytes ?? []).includes(bytes)).toBe(true);
    },
  );

  it('a mail with a mobile number is sent', async () => {
    const { mobile } = firstCustomer(sites);
    await page.goto(`${sites.url('mail')}?lang=en`);
    await page.fill('#subject', 'Customer');
    await page.fill('#body', `Call ${mobile}`);
    await page.click('#send');
    await page.waitForSelector('#state[data-outcome="ok"]');
    expect(sites.received().at(-1)?.bodyText).toContain(mobile);
  });

  it('what arrived can be asked for on 127.0.0.1 only', async () => {
    const answer = await fetch(`http://127.0.0.1:${sites.port}/__received`);
    expect(((await answer.json()) as unknown[]).length).toBeGreaterThan(0);
    expect((await page.goto(sites.url('crm', '/__received')))?.status()).toBe(404);
  });
});
