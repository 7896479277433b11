import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { NATIVE_HOST_NAME } from '@kedun/shared/contracts/native-message';

import { runAgentCommand } from './agent-process.ts';
import { unpackedExtensionId } from './chromium.ts';

export interface PolicySource {
  readonly stateDir: string;
  readonly socketPath: string;
  readonly serverUrl: string;
  /** Lets the extension enrol itself where no agent answers. */
  readonly extensionToken?: string;
}

const infoSchema = z.object({ id: z.string().regex(/^[a-p]{32}$/), version: z.string() });

/** The extension as the server delivers it. */
export async function deliveredExtension(serverUrl: string): Promise<z.infer<typeof infoSchema>> {
  const response = await fetch(`${serverUrl}/extension/info.json`);
  if (!response.ok) throw new Error('the server has no extension to deliver: npm run build');
  return infoSchema.parse(await response.json());
}

/** Writes the browser's managed policies and native host below `etcDir`, by the agent's own command. */
export async function writeBrowserPolicy(source: PolicySource, etcDir: string): Promise<void> {
  const { stateDir, socketPath, serverUrl, extensionToken } = source;
  const token = extensionToken === undefined ? [] : [`--extension-token=${extensionToken}`];
  const places = ['--state', stateDir, '--socket', socketPath, '--etc', etcDir];
  await runAgentCommand(['browser-policy', ...places, '--server', serverUrl, ...token]);
}

/**
 * For a browser without managed policies: names the agent's native host in the profile, for the id the
 * extension has when it is loaded from its folder.
 */
export async function writeProfileNativeHost(
  source: PolicySource,
  workDir: string,
  profileDir: string,
  extensionDir: string,
): Promise<void> {
  await writeBrowserPolicy(source, workDir);
  const file = `${NATIVE_HOST_NAME}.json`;
  const written = path.join(workDir, 'chromium/native-messaging-hosts', file);
  const manifest = JSON.parse(await readFile(written, 'utf8')) as object;
  const hosts = path.join(profileDir, 'NativeMessagingHosts');
  await mkdir(hosts, { recursive: true });
  const origins = [`chrome-extension://${unpackedExtensionId(extensionDir)}/`];
  await writeFile(
    path.join(hosts, file),
    JSON.stringify({ ...manifest, allowed_origins: origins }, null, 2),
  );
}
