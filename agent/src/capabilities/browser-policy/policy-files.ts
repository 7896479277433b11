import { NATIVE_HOST_NAME } from '@kedun/shared/contracts/native-message';

import type { BrowserPolicyPlan } from './port.ts';

/** A Chromium-family browser on Linux: where it reads policy, below /etc. */
export interface ManagedBrowser {
  readonly name: string;
  readonly policyDirectory: string;
  readonly nativeHostDirectory: string;
  /** It is on this machine when one of these exists. */
  readonly programs: readonly string[];
  readonly privateModePolicy: 'IncognitoModeAvailability' | 'InPrivateModeAvailability';
}

export const MANAGED_BROWSERS: readonly ManagedBrowser[] = [
  {
    name: 'chromium',
    policyDirectory: 'chromium/policies/managed',
    nativeHostDirectory: 'chromium/native-messaging-hosts',
    programs: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium'],
    privateModePolicy: 'IncognitoModeAvailability',
  },
  {
    name: 'chrome',
    policyDirectory: 'opt/chrome/policies/managed',
    nativeHostDirectory: 'opt/chrome/native-messaging-hosts',
    programs: ['/opt/google/chrome', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'],
    privateModePolicy: 'IncognitoModeAvailability',
  },
  {
    name: 'edge',
    policyDirectory: 'opt/edge/policies/managed',
    nativeHostDirectory: 'opt/edge/native-messaging-hosts',
    programs: [
      '/opt/microsoft/msedge',
      '/usr/bin/microsoft-edge',
      '/usr/bin/microsoft-edge-stable',
    ],
    privateModePolicy: 'InPrivateModeAvailability',
  },
];

export const POLICY_FILE = 'kedun.json';
export const NATIVE_HOST_FILE = `${NATIVE_HOST_NAME}.json`;

/**
 * Managed policy. Force-installed, so that nobody switches it off; no private windows and no guests, because
 * an extension is not in them. Names as in the browsers' policy lists.
 */
export function managedPolicy(browser: ManagedBrowser, plan: BrowserPolicyPlan): object {
  const configuration = {
    serverUrl: plan.serverUrl,
    ...(plan.extensionToken === undefined ? {} : { enrolmentToken: plan.extensionToken }),
  };
  return {
    ExtensionSettings: {
      [plan.extensionId]: { installation_mode: 'force_installed', update_url: plan.updateUrl },
    },
    '3rdparty': { extensions: { [plan.extensionId]: configuration } },
    [browser.privateModePolicy]: 1,
    BrowserGuestModeEnabled: false,
  };
}

/** Native messaging host manifest: this one extension may start the launcher, nobody else. */
export function nativeHostManifest(plan: BrowserPolicyPlan): object {
  return {
    name: NATIVE_HOST_NAME,
    description: 'Kedun agent',
    path: plan.nativeHost.launcherPath,
    type: 'stdio',
    allowed_origins: [`chrome-extension://${plan.extensionId}/`],
  };
}

const quote = (word: string) => `'${word.replaceAll("'", `'\\''`)}'`;

/** Browsers start one program without arguments of ours: the script adds them. */
export function launcherScript(command: readonly string[]): string {
  return `#!/bin/sh\n# Made by "kedun-agent browser-policy". Changes are lost.\nexec ${command.map(quote).join(' ')}\n`;
}
