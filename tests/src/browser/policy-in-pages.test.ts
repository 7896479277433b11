import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';

import type { VerdictAction } from '@kedun/shared/contracts/vocabulary';
import { createStarterBundle } from '@kedun/shared/policy/starter-bundle';

import {
  DIRTY,
  type LoopbackSite,
  MOBILE,
  startUnconfigured,
  type UnconfiguredBrowser,
} from './unconfigured-browser.ts';

let unconfigured: UnconfiguredBrowser;
let site: LoopbackSite;
let page: Page;
let version = 0;

beforeAll(async () => {
  unconfigured = await startUnconfigured();
  ({ site } = unconfigured);
});
afterAll(() => unconfigured?.close());
beforeEach(async () => {
  await enforce('block');
  page = await unconfigured.openPage();
  await page.goto(foreign());
});
afterEach(() => page.close());

/** The site under a name that is on no list; as 127.0.0.1 it is the organisation's own. */
const foreign = () => site.url.replace('127.0.0.1', 'chat.localhost');

/** Puts a policy in force as the background does after it verified one: all rules on pages with `action`. */
async function enforce(action: VerdictAction): Promise<void> {
  version += 1;
  const bundle = createStarterBundle({
    organisation: 'demo',
    version,
    issuedAt: 1_800_000_000_000,
    hosts: { businessSystems: ['127.0.0.1'], corporateSites: ['127.0.0.1'] },
  });
  const state = {
    format: 1,
    organisation: 'demo',
    assignment: { groups: [], employment: 'staff' },
    digestKey: { id: 'k1', key: 'A'.repeat(43) },
    policyKeys: [{ kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) }],
    bundle: { ...bundle, rules: bundle.rules.map((rule) => ({ ...rule, action })) },
    confirmedAt: 1_800_000_000_000,
  };
  const worker = await unconfigured.browser.worker();
  await worker.evaluate(
    (text) =>
      Reflect.get(globalThis, 'chrome').storage.local.set({ 'endpoint-state': JSON.parse(text) }),
    JSON.stringify(state),
  );
}

async function paste(text: string): Promise<void> {
  await unconfigured.fillClipboard(text, page);
  await page.fill('#area', '');
  await page.focus('#area');
  await page.keyboard.press('Control+V');
}

const post = (text: string) =>
  page.evaluate(
    (body) =>
      fetch('/post', { method: 'POST', body }).then(
        () => 'sent',
        () => 'refused',
      ),
    text,
  );

it('policy decides by destination, and a change reaches open pages within a second', async () => {
  expect(await post(DIRTY)).toBe('refused');
  await enforce('audit');
  await expect.poll(() => post(DIRTY), { timeout: 1000, interval: 50 }).toBe('sent');
});

it('requests of a page’s very first script wait for the policy: own sites work, others stay shut', async () => {
  const early = `<script>fetch('/early', { method: 'POST', body: ${JSON.stringify(DIRTY)} });
    const xhr = new XMLHttpRequest(); xhr.open('POST', '/early-xhr'); xhr.send(${JSON.stringify(DIRTY)});</script>`;
  await page.route('**/frame', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: early }),
  );
  await page.goto(`${site.url}frame`);
  await expect.poll(() => site.received.length).toBe(2);
  await page.goto(`${foreign()}frame`);
  await page.waitForTimeout(400);
  expect(site.received).toHaveLength(2);
});

it('redact: what is pasted and sent goes on with the identifiers masked', async () => {
  await enforce('redact');
  await paste(DIRTY);
  await expect.poll(() => page.inputValue('#area')).toMatch(/139\*+5678/);
  expect(await post(DIRTY)).toBe('sent');
  expect(site.received.join('')).toMatch(/139\*+5678/);
  expect(site.received.join('')).not.toContain(MOBILE);
});

it('redact of files: masked copies arrive in their place', async () => {
  await enforce('redact');
  const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(DIRTY) };
  await page.setInputFiles('#file', [file]);
  const content = () =>
    page.evaluate(() => (document.getElementById('file') as HTMLInputElement).files?.[0]?.text());
  await expect.poll(content).toMatch(/139\*+5678/);
});

it('warn: held until a reason is given, then pasted as it is', async () => {
  await enforce('warn');
  await paste(DIRTY);
  expect(await page.inputValue('#area')).toBe('');
  await page.waitForTimeout(150);
  await page.keyboard.type('客户要求核对');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.inputValue('#area')).toBe(DIRTY);
});

it('audit and allow: nothing is in the way', async () => {
  await enforce('audit');
  await paste(DIRTY);
  expect(await page.inputValue('#area')).toBe(DIRTY);
});
