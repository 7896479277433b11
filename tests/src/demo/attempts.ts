import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Page } from 'playwright-core';

import type { Channel } from '@kedun/shared/contracts/vocabulary';

import { clearClipboard, clipboardText, copyText, pasteInto } from '../harness/page-acts.ts';
import { waitFor } from '../harness/wait.ts';
import { type Customer, toCsv } from './customers.ts';
import { siteHost } from './sites/layout.ts';
import type { SiteName, Words } from './sites/site.ts';

export interface AttemptContext {
  readonly page: Page;
  readonly customers: readonly Customer[];
  readonly customer: Customer;
  readonly sitesPort: number;
  readonly mountPoint: string;
  /** Bodies and addresses of everything that reached the demo sites since the attempt began. */
  received(): Promise<string>;
}

/** One thing somebody tries, and how to see whether it got out. */
export interface Attempt {
  readonly id: string;
  readonly title: Words;
  /** Channel of the alert it must bring; null = it is clean and must pass in silence. */
  readonly channel: Channel | null;
  /** Needs a mounted volume. */
  readonly needsVolume?: boolean;
  act(context: AttemptContext): Promise<void>;
  /** Clean acts: arrived as they were. All others: nothing got out. */
  isAsExpected(context: AttemptContext): Promise<boolean>;
}

const CLEAN_TEXT = '请把周会纪要整理成三点。';
const CLEAN_FILE = '季度会议纪要：一、检修安排；二、培训；三、值班表。\r\n';

function address({ sitesPort }: AttemptContext, site: SiteName, below = '/'): string {
  return `http://${siteHost(site)}:${sitesPort}${below}`;
}

async function lacks(context: AttemptContext, ...values: string[]): Promise<boolean> {
  const received = await context.received();
  return values.every((value) => !received.includes(value));
}

/** Long enough for anything on its way to arrive. */
const settle = (): Promise<void> => sleep(300);

export const ATTEMPTS: readonly Attempt[] = [
  {
    id: 'copy',
    title: { zh: '从 CRM 复制身份证号', en: 'Copy a resident ID from the CRM' },
    channel: 'clipboard.copy',
    act: async (context) => {
      const { page, customer } = context;
      await page.goto(address(context, 'crm', `/customers/${customer.number}`));
      await page.bringToFront();
      await clearClipboard(page);
      await copyText(page, '#residentId');
    },
    isAsExpected: async ({ page, customer }) =>
      !(await clipboardText(page)).includes(customer.residentId),
  },
  {
    id: 'paste',
    title: { zh: '把身份证号粘贴到 AI 助手', en: 'Paste a resident ID into the AI chat' },
    channel: 'clipboard.paste',
    act: async (context) => {
      const { page, customer } = context;
      await page.goto(address(context, 'chat'));
      await pasteInto(page, '#prompt', `客户身份证号 ${customer.residentId},帮我写一封催费短信`);
      await settle();
    },
    isAsExpected: async (context) => {
      const { page, customer } = context;
      const typed = await page.inputValue('#prompt');
      return !typed.includes(customer.residentId) && (await lacks(context, customer.residentId));
    },
  },
  {
    id: 'upload',
    title: { zh: '把客户表上传到网盘', en: 'Upload the customers to the net disk' },
    channel: 'upload.file',
    act: async (context) => {
      const { page, customers } = context;
      await page.goto(address(context, 'disk'));
      const buffer = Buffer.from(toCsv(customers));
      await page.setInputFiles('#file', { name: 'customers.csv', mimeType: 'text/csv', buffer });
      await settle();
    },
    isAsExpected: (context) =>
      lacks(context, ...context.customers.slice(0, 3).flatMap((c) => [c.residentId, c.mobile])),
  },
  {
    id: 'request',
    title: { zh: '网页发送银行卡号', en: 'A page sends a card number' },
    channel: 'network.request',
    act: async (context) => {
      const { page, customer } = context;
      await page.goto(address(context, 'chat'));
      await page.fill('#card', customer.bankCard);
      await page.click('#pay-now');
      await settle();
    },
    isAsExpected: (context) => lacks(context, context.customer.bankCard),
  },
  {
    id: 'mail',
    title: { zh: '用公共邮箱发送手机号', en: 'Mail a mobile number from a private mailbox' },
    channel: 'network.request',
    act: async (context) => {
      const { page, customer } = context;
      await page.goto(address(context, 'mail'));
      await page.fill('#subject', '客户资料');
      await page.fill('#body', `手机号：${customer.mobile}`);
      await page.click('#send');
      await settle();
    },
    isAsExpected: (context) => lacks(context, context.customer.mobile),
  },
  {
    id: 'clean-text',
    title: { zh: '给 AI 助手发普通文字', en: 'Send clean text to the AI chat' },
    channel: null,
    act: async (context) => {
      const { page } = context;
      await page.goto(address(context, 'chat'));
      await pasteInto(page, '#prompt', CLEAN_TEXT);
      await page.press('#prompt', 'Enter');
      await page.waitForSelector('.bubble.assistant');
    },
    isAsExpected: async (context) => (await context.received()).includes(CLEAN_TEXT),
  },
  {
    id: 'clean-file',
    title: { zh: '上传普通文件', en: 'Upload a clean file' },
    channel: null,
    act: async (context) => {
      const { page } = context;
      await page.goto(address(context, 'disk'));
      const buffer = Buffer.from(CLEAN_FILE);
      await page.setInputFiles('#file', { name: 'minutes.txt', mimeType: 'text/plain', buffer });
      await page.waitForSelector('[data-sha256]');
    },
    isAsExpected: async (context) => (await context.received()).includes(CLEAN_FILE),
  },
  {
    id: 'volume',
    title: { zh: '把客户表复制到移动存储', en: 'Copy the customers to the volume' },
    channel: 'removable.write',
    needsVolume: true,
    act: async ({ customers, mountPoint }) => {
      await writeFile(path.join(mountPoint, 'customers.csv'), toCsv(customers));
      await waitFor(
        'the file to leave the volume',
        async () => !(await readdir(mountPoint)).includes('customers.csv'),
        { timeoutMs: 10_000, everyMs: 10 },
      ).catch(() => undefined);
    },
    isAsExpected: async ({ mountPoint }) => !(await readdir(mountPoint)).includes('customers.csv'),
  },
  {
    id: 'clean-volume',
    title: { zh: '把普通文件复制到移动存储', en: 'Copy a clean file to the volume' },
    channel: null,
    needsVolume: true,
    act: async ({ mountPoint }) => {
      await writeFile(path.join(mountPoint, 'minutes.txt'), CLEAN_FILE);
      await sleep(800);
    },
    isAsExpected: async ({ mountPoint }) => (await readdir(mountPoint)).includes('minutes.txt'),
  },
];
