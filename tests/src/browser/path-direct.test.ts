import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type DemoSites, startDemoSites } from '../demo/sites/server.ts';
import { watchAlerts } from '../harness/alert-watch.ts';
import { ensureInstalled } from '../harness/apt.ts';
import { deliveredExtension, writeBrowserPolicy } from '../harness/browser-policy.ts';
import { ensureBuilt } from '../harness/build.ts';
import { launchManagedBrowser, type ManagedBrowser } from '../harness/chromium.ts';
import { type ConsoleClient, openConsole } from '../harness/console-client.ts';
import { waitForExtensionPolicy } from '../harness/extension-ready.ts';
import { TEST_PASSWORD } from '../harness/managed-stack.ts';
import { firstCustomer, pasteInto } from '../harness/page-acts.ts';
import { type ServerProcess, startServer } from '../harness/server-process.ts';
import { publishDemoPolicy, STACK_ACCOUNT } from '../harness/stack.ts';
import { waitFor } from '../harness/wait.ts';

/** No agent on the machine: the extension enrols itself and talks to the server with a key of its own. */
describe('the extension without an agent', () => {
  const stops: (() => Promise<unknown>)[] = [];
  let server: ServerProcess;
  let sites: DemoSites;
  let client: ConsoleClient;
  let browser: ManagedBrowser;
  let page: Page;

  beforeAll(async () => {
    await ensureInstalled(['chromium']);
    await ensureBuilt(() => undefined);
    const rootDir = await mkdtemp(path.join(tmpdir(), 'kedun-direct-'));
    stops.push(() => rm(rootDir, { recursive: true, force: true }));
    const below = (name: string): string => path.join(rootDir, name);
    server = await startServer({
      dataDir: below('server'),
      password: TEST_PASSWORD,
      account: STACK_ACCOUNT,
    });
    stops.push(() => server.stop());
    client = await openConsole(server.url, STACK_ACCOUNT, TEST_PASSWORD);
    await publishDemoPolicy(client, below('volume'));
    sites = await startDemoSites({ port: 0 });
    stops.push(() => sites.close());
    await writeBrowserPolicy(
      {
        stateDir: below('agent'),
        socketPath: below('nobody.sock'),
        serverUrl: server.url,
        extensionToken: await client.enrolmentToken('extension'),
      },
      below('etc'),
    );
    browser = await launchManagedBrowser({
      profileDir: below('profile'),
      etcDir: below('etc'),
      extensionId: (await deliveredExtension(server.url)).id,
    });
    stops.push(() => browser.close());
    await waitForExtensionPolicy(browser, (await client.policy()).bundle.version);
    page = await browser.newPage(sites.url('chat'));
  });
  afterAll(async () => {
    for (const stop of stops.toReversed()) await stop();
  });

  async function pasteIdOf(index: number): Promise<void> {
    const { residentId } = sites.customers[index] ?? firstCustomer(sites);
    await pasteInto(page, '#prompt', `身份证号 ${residentId}`);
    expect(await page.inputValue('#prompt')).not.toContain(residentId);
  }

  it('enrols with the managed token, blocks, and reports under its own name', async () => {
    const watch = await watchAlerts(client);
    await pasteIdOf(0);
    const alert = await watch.next('clipboard.paste');
    const { endpoints } = await client.endpoints();
    expect(endpoints).toMatchObject([{ kind: 'extension', state: 'active', id: alert.endpointId }]);
  });

  it('goes on blocking while the server is gone, and each violation arrives exactly once afterwards', async () => {
    const watch = await watchAlerts(client);
    await server.kill();
    for (const index of [1, 2, 3]) await pasteIdOf(index);
    await browser.killWorker();
    await server.restart();
    client = await openConsole(server.url, STACK_ACCOUNT, TEST_PASSWORD);
    const seen = async (): Promise<number> => (await watch.unclaimed()).length;
    await waitFor('three alerts', async () => (await seen()) >= 3, { timeoutMs: 90_000 });
    await page.waitForTimeout(2000);
    expect(await seen()).toBe(3);
  });

  it('once revoked it is refused and shown as such, and goes on blocking', async () => {
    const [extension] = (await client.endpoints()).endpoints;
    if (!extension) throw new Error('the extension did not enrol');
    await client.revoke(extension.id);
    const before = await client.allAlerts();
    await pasteIdOf(4);
    await waitFor(
      'a refused request',
      async () => ((await client.endpoints()).endpoints[0]?.refusedCount ?? 0) > 0,
      { timeoutMs: 30_000 },
    );
    const { endpoints } = await client.endpoints();
    expect(endpoints).toMatchObject([{ id: extension.id, state: 'revoked' }]);
    expect(await client.allAlerts()).toHaveLength(before.length);
  });
});
