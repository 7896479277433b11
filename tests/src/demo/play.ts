import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { ensureInstalled } from '../harness/apt.ts';
import { watchAlerts } from '../harness/alert-watch.ts';
import { ensureBuilt } from '../harness/build.ts';
import { type ConsolePage, openConsolePage } from '../harness/console-page.ts';
import type { ConsoleClient } from '../harness/console-client.ts';
import { type Attempt, type AttemptContext, ATTEMPTS } from './attempts.ts';
import { openPlayBrowser } from './play-browser.ts';
import { joinOrStart, type PlayTarget } from './play-target.ts';
import { DEMO_DIR } from './running.ts';
import { type Line, table } from './table.ts';

const SCREENSHOTS = path.join(DEMO_DIR, 'screenshots');
const ALERT_TIMEOUT_MS = 10_000;

async function screenshot(context: AttemptContext, name: string): Promise<void> {
  await context.page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
}

/** Plays one attempt: the act, what got out, the alert, and how long it took to stand in the open console. */
async function play(
  attempt: Attempt,
  context: AttemptContext,
  client: ConsoleClient,
  consolePage: ConsolePage,
): Promise<Line> {
  const alerts = await watchAlerts(client);
  const startedAt = performance.now();
  await attempt.act(context);
  const arrival =
    attempt.channel === null
      ? null
      : await alerts
          .next(attempt.channel, { timeoutMs: ALERT_TIMEOUT_MS })
          .then(async (alert) => {
            await consolePage.waitForAlert(alert);
            return { alert, tookMs: Math.round(performance.now() - startedAt) };
          })
          .catch(() => null);
  const asExpected = await attempt.isAsExpected(context);
  const falseAlarms = attempt.channel === null ? (await alerts.unclaimed()).length : 0;
  await screenshot(context, attempt.id);
  return {
    title: attempt.title,
    expected: attempt.channel === null ? 'passes' : 'stopped',
    outcome: !asExpected
      ? attempt.channel === null
        ? 'wrongly stopped'
        : 'LEAKED'
      : falseAlarms > 0
        ? 'false alarm'
        : attempt.channel !== null && arrival === null
          ? 'no alert'
          : 'as expected',
    alertId: arrival?.alert.id ?? null,
    tookMs: arrival?.tookMs ?? null,
  };
}

/** Values that must not have arrived by any of the attempts, late ones included. */
async function leakedLate(target: PlayTarget, sinceMs: number): Promise<boolean> {
  const received = await target.received(sinceMs);
  return target.customers.some((customer) =>
    [customer.residentId, customer.mobile, customer.bankCard].some((v) => received.includes(v)),
  );
}

async function playAll(target: PlayTarget): Promise<Line[]> {
  const profileRoot = path.join(target.workDir, 'browser');
  await rm(profileRoot, { recursive: true, force: true });
  const browser = await openPlayBrowser(target, profileRoot);
  try {
    console.log(
      browser.policyPlacement === 'none'
        ? '扩展由命令行加载：非 root，无法强制安装。\nExtension loaded by command line: without root nothing can be force-installed.'
        : '扩展由托管策略强制安装。\nExtension force-installed by managed policy.\n',
    );
    const consolePage = await openConsolePage(browser, target.serverUrl, target.password);
    const sinceMs = Date.now();
    const page = await browser.newPage();
    const contextNow = (attemptSinceMs: number): AttemptContext => ({
      page,
      customers: target.customers,
      customer: target.customer,
      sitesPort: target.sitesPort,
      mountPoint: target.volume.mountPoint,
      received: () => target.received(attemptSinceMs),
    });
    const lines: Line[] = [];
    for (const attempt of ATTEMPTS) {
      if (attempt.needsVolume === true && target.volume.kind === 'folder') continue;
      const line = await play(attempt, contextNow(Date.now()), target.console, consolePage);
      console.log(
        `  ${line.outcome === 'as expected' ? '✓' : '✗'} ${attempt.title.zh} / ${attempt.title.en}`,
      );
      lines.push(line);
    }
    await consolePage.page.bringToFront();
    await consolePage.page.screenshot({ path: path.join(SCREENSHOTS, 'console-alerts.png') });
    const shown = lines.find((line) => line.alertId !== null)?.alertId;
    if (shown !== undefined && shown !== null) {
      await consolePage.openAlert({ id: shown });
      await consolePage.page.waitForTimeout(500);
      await consolePage.page.screenshot({ path: path.join(SCREENSHOTS, 'console-alert.png') });
    }
    if (await leakedLate(target, sinceMs))
      return lines.map((line) =>
        line.expected === 'stopped' ? { ...line, outcome: 'LEAKED' } : line,
      );
    return lines;
  } finally {
    await browser.close();
  }
}

async function main(): Promise<number> {
  await ensureInstalled(['chromium'], (line) => console.log(line));
  await ensureBuilt((line) => console.log(line));
  await mkdir(SCREENSHOTS, { recursive: true });
  const target = await joinOrStart();
  try {
    const lines = await playAll(target);
    console.log(`\n${table(lines, 'zh')}\n\n${table(lines, 'en')}\n`);
    console.log(`截图 / screenshots  ${SCREENSHOTS}`);
    if (target.volume.kind === 'folder')
      console.log('移动存储未演示：挂载需要 root。\nVolume not played: mounting needs root.');
    return lines.every((line) => line.outcome === 'as expected') ? 0 : 1;
  } finally {
    await target.stop();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
process.exit();
