import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, chmod, constants, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';

import { waitFor } from './wait.ts';

const run = promisify(execFile);
const PROGRAM = '/usr/bin/chromium';
const SYSTEM_ETC = '/etc/chromium';
/** Root has no sandbox of its own; the rest keeps the browser from talking to anybody but us. */
const ARGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync --disable-component-update --disable-search-engine-choice-screen'.split(
    ' ',
  );
/** Playwright's own switches that would keep a force-installed extension out. */
const UNWANTED_DEFAULTS =
  '--disable-extensions --disable-background-networking --disable-component-extensions-with-background-pages --disable-default-apps'.split(
    ' ',
  );

export interface BrowserOptions {
  /** Empty directory for the profile. */
  readonly profileDir: string;
  readonly language?: 'zh-CN' | 'en-US';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

export interface ManagedBrowserOptions extends BrowserOptions {
  /** Directory with `chromium/policies/managed/…` in it, as `kedun-agent browser-policy --etc` writes it. */
  readonly etcDir: string;
  readonly extensionId: string;
}

export interface Browser {
  readonly context: BrowserContext;
  /** How the policies reached the browser, or that there are none. */
  readonly policyPlacement: 'private-mount' | 'system-folder' | 'none';
  newPage(url?: string): Promise<Page>;
  close(): Promise<void>;
}

export interface ManagedBrowser extends Browser {
  readonly extensionId: string;
  worker(): Promise<Worker>;
  /**
   * Ends the extension's worker, as the browser does when it is idle or short of memory. False when there was
   * none to end.
   */
  killWorker(): Promise<boolean>;
}

interface Placement {
  readonly kind: Browser['policyPlacement'];
  readonly executablePath: string;
  restore(): Promise<void>;
}

async function canUnshare(): Promise<boolean> {
  try {
    await run('unshare', ['--mount', 'true']);
    return true;
  } catch {
    return false;
  }
}

/** A launcher that shows the browser, and nobody else on the machine, our `/etc/chromium`. */
async function placePrivately(etcDir: string): Promise<Placement> {
  await mkdir(SYSTEM_ETC, { recursive: true });
  const ours = path.join(etcDir, 'chromium');
  await cp(SYSTEM_ETC, ours, { recursive: true, force: false });
  const executablePath = path.join(etcDir, 'chromium-with-policy');
  await writeFile(
    executablePath,
    `#!/bin/sh
exec unshare --mount --propagation private sh -c 'mount --bind "$0" ${SYSTEM_ETC} && exec ${PROGRAM} "$@"' '${ours}' "$@"
`,
  );
  await chmod(executablePath, 0o755);
  return { kind: 'private-mount', executablePath, restore: async () => {} };
}

/** Copies our policy files into the system's folder; `restore` takes them out again. */
async function placeInSystem(etcDir: string): Promise<Placement> {
  const ours = path.join(etcDir, 'chromium');
  const placed: string[] = [];
  for (const entry of await readdir(ours, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = path.join(entry.parentPath, entry.name);
    const to = path.join(SYSTEM_ETC, path.relative(ours, from));
    await mkdir(path.dirname(to), { recursive: true });
    await cp(from, to, { force: true });
    placed.push(to);
  }
  const restore = async (): Promise<void> => {
    await Promise.all(placed.map((file) => rm(file, { force: true })));
  };
  return { kind: 'system-folder', executablePath: PROGRAM, restore };
}

async function placePolicy(etcDir: string): Promise<Placement> {
  const managed = path.join(etcDir, 'chromium/policies/managed');
  await mkdir(managed, { recursive: true });
  // Without it, nobody but the browser may look at a force-installed extension's worker.
  await writeFile(
    path.join(managed, 'kedun-test.json'),
    JSON.stringify({ DeveloperToolsAvailability: 1 }),
  );
  return (await canUnshare()) ? placePrivately(etcDir) : placeInSystem(etcDir);
}

/** Whether this process may give a browser managed policies at all. */
export async function mayManageBrowser(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  if (await canUnshare()) return true;
  try {
    await mkdir(SYSTEM_ETC, { recursive: true });
    await access(SYSTEM_ETC, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

async function launch(
  options: BrowserOptions,
  executablePath: string,
  extraArgs: readonly string[] = [],
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(options.profileDir, {
    executablePath,
    headless: true,
    args: [...ARGS, ...extraArgs],
    ignoreDefaultArgs: UNWANTED_DEFAULTS,
    locale: options.language ?? 'zh-CN',
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}

function asBrowser(
  context: BrowserContext,
  policyPlacement: Browser['policyPlacement'],
  restore: () => Promise<void>,
): Browser {
  return {
    context,
    policyPlacement,
    newPage: async (url) => {
      const page = await context.newPage();
      if (url !== undefined) await page.goto(url);
      return page;
    },
    close: async () => {
      await context.close();
      await restore();
    },
  };
}

function findWorker(context: BrowserContext, extensionId: string): Worker | undefined {
  return context
    .serviceWorkers()
    .find((worker) => worker.url().startsWith(`chrome-extension://${extensionId}/`));
}

function asManaged(browser: Browser, extensionId: string): ManagedBrowser {
  const { context } = browser;
  return {
    ...browser,
    extensionId,
    worker: () =>
      waitFor('the extension worker', () => findWorker(context, extensionId), {
        timeoutMs: 20_000,
      }),
    killWorker: async () => {
      const session = await context.browser()?.newBrowserCDPSession();
      if (!session) throw new Error('this browser gives no session to kill a worker with');
      const { targetInfos } = await session.send('Target.getTargets');
      const target = targetInfos.find(
        (info) =>
          info.type === 'service_worker' &&
          info.url.startsWith(`chrome-extension://${extensionId}/`),
      );
      const isEnded =
        target !== undefined &&
        (await session.send('Target.closeTarget', { targetId: target.targetId })).success;
      await session.detach();
      return isEnded;
    },
  };
}

/** A plain Chromium: no policy, no extension. */
export async function launchPlainBrowser(options: BrowserOptions): Promise<Browser> {
  return asBrowser(await launch(options, PROGRAM), 'none', async () => {});
}

/** Chromium under the managed policies in `etcDir`; waits until the force-installed extension's worker runs. */
export async function launchManagedBrowser(
  options: ManagedBrowserOptions,
): Promise<ManagedBrowser> {
  const placement = await placePolicy(options.etcDir);
  try {
    const context = await launch(options, placement.executablePath);
    const restore = (): Promise<void> => placement.restore();
    return await running(
      asManaged(asBrowser(context, placement.kind, restore), options.extensionId),
    );
  } catch (error) {
    await placement.restore();
    throw error;
  }
}

/** The browser once its extension's worker runs; closed again when that does not come to pass. */
async function running(browser: ManagedBrowser): Promise<ManagedBrowser> {
  try {
    await browser.worker();
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Id Chromium gives an extension it loads from a folder: SHA-256 of the path, its first half written in a to p. */
export function unpackedExtensionId(directory: string): string {
  const digest = createHash('sha256').update(directory).digest('hex').slice(0, 32);
  return digest.replace(/[0-9a-f]/gu, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}

/** For people who may not set policies: the extension loaded from its build folder, removable as any other. */
export async function launchUnmanagedBrowser(
  options: BrowserOptions,
  extensionDir: string,
): Promise<ManagedBrowser> {
  const extensionId = unpackedExtensionId(extensionDir);
  const context = await launch(options, PROGRAM, [
    `--load-extension=${extensionDir}`,
    `--disable-extensions-except=${extensionDir}`,
  ]);
  return running(
    asManaged(
      asBrowser(context, 'none', async () => {}),
      extensionId,
    ),
  );
}
