import { createHash } from 'node:crypto';

import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';

import { CHROMIUM, type Placement, placePolicy } from './policy-placement.ts';
import { waitFor } from './wait.ts';

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
  readonly policyPlacement: Placement['kind'] | 'none';
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
  policyPlacement: Placement['kind'] | 'none',
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
  return asBrowser(await launch(options, CHROMIUM), 'none', async () => {});
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
  const context = await launch(options, CHROMIUM, [
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
