import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { siteHost } from '../demo/sites/layout.ts';
import { watchAlerts } from '../harness/alert-watch.ts';
import { type Browser, launchPlainBrowser } from '../harness/chromium.ts';
import { startManagedStack } from '../harness/managed-stack.ts';
import { pasteInto } from '../harness/page-acts.ts';

/**
 * `npm run bench:path`: what Kedun costs a page and a machine. The same Chromium with and without the extension, measured in
 * turns in one run; medians, the 95th percentile, and the ratio of medians. Figures are of the machine named at the top.
 */
const LOADS = 30;
const REQUESTS = 200;
const COPIES = 40;
const ACTS = 20;

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function report(name: string, without: readonly number[], withKedun: readonly number[]): void {
  const [before, after] = [percentile(without, 0.5), percentile(withKedun, 0.5)];
  const show = (values: readonly number[]) =>
    `${percentile(values, 0.5).toFixed(2)} (p95 ${percentile(values, 0.95).toFixed(2)})`;
  console.log(
    `${name.padEnd(34)} ${show(without).padStart(20)} ms  ${show(withKedun).padStart(20)} ms  ×${(after / before).toFixed(2)}`,
  );
}

async function loadMs(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' });
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return (entry as PerformanceNavigationTiming).loadEventEnd;
  });
}

/** A clean 1 KB POST from the page, answered by the demo site. */
async function requestMs(page: Page, count: number): Promise<number[]> {
  return page.evaluate(async (rounds) => {
    const body = JSON.stringify({ text: 'an ordinary sentence without numbers. '.repeat(27) });
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      const response = await fetch('/', { method: 'POST', body });
      await response.text();
      times.push(performance.now() - startedAt);
    }
    return times;
  }, count);
}

/**
 * Copying 10 KB of clean text: the time the page's thread is held by one copy. Copies are timed ten at a
 * time, because a page's clock ticks in tenths of a millisecond.
 */
async function copyMs(page: Page, count: number): Promise<number[]> {
  return page.evaluate((rounds) => {
    const area = document.createElement('textarea');
    area.value = 'an ordinary sentence without numbers. '.repeat(270);
    document.body.append(area);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      for (let copy = 0; copy < 10; copy += 1) {
        area.select();
        document.execCommand('copy');
      }
      times.push((performance.now() - startedAt) / 10);
    }
    area.remove();
    return times;
  }, count);
}

async function measurePage(plain: Browser, managed: Browser, url: string): Promise<void> {
  const [without, withKedun] = [await plain.newPage(url), await managed.newPage(url)];
  const loads: [number[], number[]] = [[], []];
  for (let round = 0; round < LOADS; round += 1) {
    loads[0].push(await loadMs(without, url));
    loads[1].push(await loadMs(withKedun, url));
  }
  console.log(`${''.padEnd(34)} ${'without'.padStart(23)}  ${'with Kedun'.padStart(23)}`);
  report('page load (load event)', ...loads);
  report(
    'fetch, 1 KB, clean',
    await requestMs(without, REQUESTS),
    await requestMs(withKedun, REQUESTS),
  );
  report('copy, 10 KB, clean', await copyMs(without, COPIES), await copyMs(withKedun, COPIES));
  await Promise.all([without.close(), withKedun.close()]);
}

const cpu = os.cpus()[0]?.model ?? 'unknown';
console.log(`${os.type()} ${os.release()}, ${os.cpus().length} × ${cpu}, Node ${process.version}`);
const stack = await startManagedStack();
const profileDir = await mkdtemp(path.join(os.tmpdir(), 'kedun-bench-'));
const plain = await launchPlainBrowser({ profileDir });
try {
  await measurePage(plain, stack.browser, stack.sites.url('crm'));
  const page = await stack.browser.newPage(stack.sites.url('chat'));
  const watch = await watchAlerts(stack.console);
  const times: number[] = [];
  for (let act = 0; act < ACTS; act += 1) {
    const customer = stack.sites.customers[act % stack.sites.customers.length];
    await pasteInto(page, 'textarea', `客户手机 ${customer?.mobile}`);
    const startedAt = performance.now();
    await watch.next('clipboard.paste');
    times.push(performance.now() - startedAt);
  }
  console.log(
    `paste blocked on ${siteHost('chat')} → alert in the API: median ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms`,
  );
  console.log(
    `resident memory: agent ${(await stack.agent.child().residentMb()).toFixed(0)} MB, server ${(await stack.server.child().residentMb()).toFixed(0)} MB`,
  );
} finally {
  await plain.close();
  await stack.stop();
  await rm(profileDir, { recursive: true, force: true });
}
