import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { createLinuxBrowserPolicy } from './linux.ts';
import { launcherScript } from './policy-files.ts';
import type { BrowserPolicyPlan } from './port.ts';

const extensionId = 'abcdefghijklmnopabcdefghijklmnop';

function planFor(root: string): BrowserPolicyPlan {
  return {
    extensionId,
    updateUrl: 'http://127.0.0.1:8710/extension/updates.xml',
    serverUrl: 'http://127.0.0.1:8710',
    extensionToken: 'token',
    nativeHost: {
      launcherPath: path.join(root, 'kedun/native-host'),
      command: ['/usr/bin/node', "/opt/it's here/main.ts", 'native-host'],
    },
  };
}

it('writes policy, native host and launcher for the browsers that are there, and takes them away again', async () => {
  await using folder = await temporaryFolder();
  const etcRoot = folder.path;
  const policy = createLinuxBrowserPolicy({
    etcRoot,
    launcherPath: path.join(etcRoot, 'kedun/native-host'),
    includeAbsent: false,
    isInstalled: (program) => program.includes('chromium') || program.includes('msedge'),
  });
  const { browsers, files } = await policy.apply(planFor(etcRoot));
  expect(browsers).toEqual(['chromium', 'edge']);
  const read = async (file: string) => JSON.parse(await readFile(path.join(etcRoot, file), 'utf8'));
  expect(await read('chromium/policies/managed/kedun.json')).toEqual({
    ExtensionSettings: {
      [extensionId]: {
        installation_mode: 'force_installed',
        update_url: 'http://127.0.0.1:8710/extension/updates.xml',
      },
    },
    '3rdparty': {
      extensions: {
        [extensionId]: { serverUrl: 'http://127.0.0.1:8710', enrolmentToken: 'token' },
      },
    },
    IncognitoModeAvailability: 1,
    BrowserGuestModeEnabled: false,
  });
  expect(await read('opt/edge/policies/managed/kedun.json')).toMatchObject({
    InPrivateModeAvailability: 1,
  });
  expect(await read('opt/edge/native-messaging-hosts/com.kedun.agent.json')).toMatchObject({
    name: 'com.kedun.agent',
    type: 'stdio',
    path: path.join(etcRoot, 'kedun/native-host'),
    allowed_origins: [`chrome-extension://${extensionId}/`],
  });
  expect((await stat(path.join(etcRoot, 'kedun/native-host'))).mode & 0o777).toBe(0o755);
  expect((await policy.remove()).files.toSorted()).toEqual([...files].toSorted());
  expect((await policy.remove()).files).toEqual([]);
  // Nothing stays behind but folders of the system or with files of others.
  expect(await readdir(etcRoot)).toEqual(['opt']);
});

it('quotes the command so that a path with spaces and quotes stays one word', () => {
  expect(launcherScript(['/a b', "it's"])).toContain(`exec '/a b' 'it'\\''s'\n`);
});
