import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createCustomers, toCsv } from '../demo/customers.ts';
import { type AlertWatch, watchAlerts } from '../harness/alert-watch.ts';
import { type ManagedStack, startManagedStack } from '../harness/managed-stack.ts';
import { waitFor } from '../harness/wait.ts';

const ACTS = 12;
const BETWEEN_ACTS_MS = 60;
/** A second copy of an event would come with the next attempt to send: wait longer than that. */
const SETTLED_MS = 3000;

describe('a program is killed while acts happen, and every violation arrives exactly once', () => {
  let stack: ManagedStack;
  let page: Page;

  beforeAll(async () => {
    stack = await startManagedStack();
    page = await stack.browser.newPage(stack.sites.url('chat'));
  });
  afterAll(() => stack?.stop());

  /** The page sends a customer's card, as a script of its own would. Answers whether it got out. */
  function sendCard(card: string): Promise<boolean> {
    return page.evaluate(
      (number) =>
        fetch('/api/pay', { method: 'POST', body: JSON.stringify({ 银行卡号: number }) }).then(
          () => true,
          () => false,
        ),
      card,
    );
  }

  /** `ACTS` acts, one after the other; `fault` strikes in their midst. */
  async function actThrough(fault: () => Promise<void>): Promise<void> {
    let striking: Promise<void> = Promise.resolve();
    for (const [i, customer] of createCustomers(ACTS, 7).entries()) {
      if (i === ACTS / 3) striking = fault();
      expect(await sendCard(customer.bankCard)).toBe(false);
      await sleep(BETWEEN_ACTS_MS);
    }
    await striking;
  }

  async function expectExactly(count: number, watch: AlertWatch): Promise<void> {
    await waitFor(`${count} alerts`, async () => (await watch.unclaimed()).length >= count, {
      timeoutMs: 30_000,
    });
    await sleep(SETTLED_MS);
    const alerts = await watch.unclaimed();
    const violations = await Promise.all(alerts.map(({ id }) => stack.console.alert(id)));
    const ids = violations.flatMap((detail) => detail.violations.map(({ id }) => id));
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    const digests = violations.flatMap((detail) =>
      detail.violations.flatMap((violation) => violation.findings.map(({ digest }) => digest)),
    );
    expect(new Set(digests).size).toBe(count);
  }

  it('the server, by SIGKILL', async () => {
    const watch = await watchAlerts(stack.console);
    await actThrough(() => stack.server.kill());
    await stack.server.restart();
    await expectExactly(ACTS, watch);
  });

  it('the agent, by SIGKILL', async () => {
    const watch = await watchAlerts(stack.console);
    await actThrough(() => stack.agent.kill());
    await stack.agent.restart();
    await expectExactly(ACTS, watch);
  });

  it('the extension’s worker', async () => {
    const watch = await watchAlerts(stack.console);
    const first = await stack.browser.worker();
    await first.evaluate('globalThis.markOfTheFirst = true');
    let kills = 0;
    await actThrough(async () => {
      for (let i = 0; i < 3; i += 1) {
        if (await stack.browser.killWorker()) kills += 1;
        await sleep(150);
      }
    });
    expect(kills).toBeGreaterThan(0);
    await expectExactly(ACTS, watch);
    const now = await stack.browser.worker();
    expect(await now.evaluate('globalThis.markOfTheFirst')).toBeUndefined();
  });

  it('the agent, by SIGKILL, while customer files are written to a volume', async () => {
    const { mountPoint } = stack.volume;
    const watch = await watchAlerts(stack.console);
    for (const [i, customer] of createCustomers(6, 11).entries()) {
      if (i === 3) await stack.agent.kill();
      await writeFile(path.join(mountPoint, `list-${i}.csv`), toCsv([customer]));
      await sleep(BETWEEN_ACTS_MS);
    }
    await stack.agent.restart();
    await waitFor(
      'the volume to be clean',
      async () => !(await readdir(mountPoint)).some((name) => name.endsWith('.csv')),
      { timeoutMs: 20_000 },
    );
    await waitFor('6 alerts', async () => (await watch.unclaimed()).length >= 6);
    await sleep(SETTLED_MS);
    expect(await watch.unclaimed()).toHaveLength(6);
  });
});
