import { existsSync } from 'node:fs';
import { chmod, mkdir, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';

import { writeAtomically } from '../../durable-files/atomic-file.ts';
import {
  launcherScript,
  MANAGED_BROWSERS,
  managedPolicy,
  NATIVE_HOST_FILE,
  nativeHostManifest,
  POLICY_FILE,
} from './policy-files.ts';
import type { BrowserPolicy } from './port.ts';

export interface LinuxBrowserPolicyDeps {
  /** `/etc`, or another root for a trial. */
  readonly etcRoot: string;
  readonly launcherPath: string;
  /** Also for browsers that are not on this machine (an image that gets them later). */
  readonly includeAbsent: boolean;
  readonly isInstalled?: (program: string) => boolean;
}

async function writeReadable(file: string, content: string, mode: number): Promise<string> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o755 });
  await writeAtomically(file, content, mode);
  return file;
}

/** Upwards from `folder`, as long as they are empty; not /etc and not /etc/opt, which are the system's. */
async function removeEmptyFolders(folder: string, etcRoot: string): Promise<void> {
  const ofTheSystem = path.join(etcRoot, 'opt');
  for (let at = folder; at.startsWith(`${etcRoot}/`) && at !== ofTheSystem; at = path.dirname(at))
    try {
      await rmdir(at);
    } catch {
      // Somebody else's files are in it.
      return;
    }
}

/** Files below /etc. Other policy files in the same folders are not touched: browsers merge them. */
export function createLinuxBrowserPolicy(deps: LinuxBrowserPolicyDeps): BrowserPolicy {
  const { etcRoot, launcherPath, includeAbsent, isInstalled = existsSync } = deps;
  const present = MANAGED_BROWSERS.filter(
    (browser) => includeAbsent || browser.programs.some((program) => isInstalled(program)),
  );

  return {
    supportsManagedPolicy: true,
    async apply(plan) {
      const files = [
        await writeReadable(launcherPath, launcherScript(plan.nativeHost.command), 0o755),
      ];
      for (const browser of present) {
        const policyFile = path.join(etcRoot, browser.policyDirectory, POLICY_FILE);
        const hostFile = path.join(etcRoot, browser.nativeHostDirectory, NATIVE_HOST_FILE);
        const policy = `${JSON.stringify(managedPolicy(browser, plan), null, 2)}\n`;
        const manifest = `${JSON.stringify(nativeHostManifest(plan), null, 2)}\n`;
        files.push(await writeReadable(hostFile, manifest, 0o644));
        // Last: it is what makes the extension appear and look for the host.
        files.push(await writeReadable(policyFile, policy, 0o644));
      }
      await chmod(launcherPath, 0o755);
      return { files, browsers: present.map((browser) => browser.name) };
    },
    async remove() {
      const files = MANAGED_BROWSERS.flatMap((browser) => [
        path.join(etcRoot, browser.policyDirectory, POLICY_FILE),
        path.join(etcRoot, browser.nativeHostDirectory, NATIVE_HOST_FILE),
      ])
        .concat(launcherPath)
        .filter((file) => existsSync(file));
      for (const file of files) {
        await rm(file);
        await removeEmptyFolders(path.dirname(file), etcRoot);
      }
      return { files, browsers: MANAGED_BROWSERS.map((browser) => browser.name) };
    },
  };
}
