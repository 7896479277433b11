import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import {
  deliveredExtension,
  writeBrowserPolicy,
  writeProfileNativeHost,
} from '../harness/browser-policy.ts';
import {
  launchManagedBrowser,
  launchUnmanagedBrowser,
  type ManagedBrowser,
} from '../harness/chromium.ts';
import { waitForExtensionPolicy } from '../harness/extension-ready.ts';
import { mayManageBrowser } from '../harness/policy-placement.ts';
import { REPOSITORY } from '../harness/repository.ts';
import type { PlayTarget } from './play-target.ts';

const EXTENSION_DIR = path.join(REPOSITORY, 'extension/.output/chrome-mv3');

/** Chromium with the extension in it: forced by managed policy where we may, else loaded from its folder. */
export async function openPlayBrowser(
  target: PlayTarget,
  workDir: string,
): Promise<ManagedBrowser> {
  const profileDir = path.join(workDir, 'profile');
  const etcDir = path.join(workDir, 'etc');
  await mkdir(profileDir, { recursive: true });
  let browser: ManagedBrowser;
  if (await mayManageBrowser()) {
    await writeBrowserPolicy(target, etcDir);
    const { id } = await deliveredExtension(target.serverUrl);
    browser = await launchManagedBrowser({ profileDir, etcDir, extensionId: id });
  } else {
    await writeProfileNativeHost(target, etcDir, profileDir, EXTENSION_DIR);
    browser = await launchUnmanagedBrowser({ profileDir }, EXTENSION_DIR);
  }
  const { version } = (await target.console.policy()).bundle;
  await waitForExtensionPolicy(browser, version);
  return browser;
}
