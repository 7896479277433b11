import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ensureInstalled } from './apt.ts';
import { deliveredExtension, writeBrowserPolicy } from './browser-policy.ts';
import { ensureBuilt } from './build.ts';
import { launchManagedBrowser, type ManagedBrowser } from './chromium.ts';
import { waitForExtensionPolicy } from './extension-ready.ts';
import { mayManageBrowser } from './policy-placement.ts';
import { type Stack, type StackOptions, startStack } from './stack.ts';

export const TEST_PASSWORD = 'correct horse battery staple 42';

/** The whole product under test: stack, and a Chromium whose extension the server's own policy put there. */
export interface ManagedStack extends Stack {
  readonly browser: ManagedBrowser;
  readonly agentEndpointId: string;
}

async function agentEndpointId(stack: Stack): Promise<string> {
  const { endpoints } = await stack.console.endpoints();
  const agent = endpoints.find((endpoint) => endpoint.kind === 'agent');
  if (!agent) throw new Error('the agent did not enrol');
  return agent.id;
}

/** Starts stack and browser in a directory of their own; `stop` takes everything away again. */
export async function startManagedStack(
  options: Partial<Omit<StackOptions, 'rootDir'>> = {},
): Promise<ManagedStack> {
  await ensureInstalled(['chromium']);
  if (!(await mayManageBrowser()))
    throw new Error('managed browser policies need root: run the browser tests as root');
  await ensureBuilt(() => undefined);
  const rootDir = await mkdtemp(path.join(tmpdir(), 'kedun-path-'));
  const stack = await startStack({ rootDir, password: TEST_PASSWORD, ...options });
  const ends: (() => Promise<unknown>)[] = [
    () => rm(rootDir, { recursive: true, force: true, maxRetries: 5 }),
    () => stack.stop(),
  ];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    const etcDir = path.join(rootDir, 'etc');
    const { stateDir, socketPath } = stack.agent;
    await writeBrowserPolicy({ stateDir, socketPath, serverUrl: stack.endpointUrl }, etcDir);
    const browser = await launchManagedBrowser({
      profileDir: path.join(rootDir, 'profile'),
      etcDir,
      extensionId: (await deliveredExtension(stack.server.url)).id,
    });
    ends.push(() => browser.close());
    await waitForExtensionPolicy(browser, stack.policyVersion);
    return { ...stack, browser, agentEndpointId: await agentEndpointId(stack), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
