import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { browserPolicyFor } from '../main.ts';

/** GET /extension/info.json of the server. */
const extensionInfoSchema = z.object({
  id: z.string().regex(/^[a-p]{32}$/),
  version: z.string().max(64),
  updateUrl: z.url({ protocol: /^https?$/ }),
});

interface Options {
  readonly state: string;
  readonly socket: string;
  readonly etc: string;
  readonly all: boolean;
}

/**
 * Beside the socket's folder would be natural, but browsers of every user start it: the state folder (0700)
 * is closed to them.
 */
function launcherPathFor(etcRoot: string): string {
  return path.join(etcRoot, 'kedun', 'native-host');
}

async function fetchExtensionInfo(server: string) {
  const url = new URL('/extension/info.json', server);
  let json: unknown;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(15_000) });
    json = response.ok ? await response.json() : null;
  } catch {
    throw new Error(`The server could not be reached at ${url.origin}.`);
  }
  const parsed = extensionInfoSchema.safeParse(json);
  if (!parsed.success)
    throw new Error(`The server at ${url.origin} offers no extension (GET ${url.pathname}).`);
  return parsed.data;
}

export async function applyBrowserPolicy(
  options: Options & { server: string; extensionToken: string | undefined },
): Promise<number> {
  const { server, extensionToken } = options;
  const info = await fetchExtensionInfo(server);
  const etcRoot = path.resolve(options.etc);
  const launcherPath = launcherPathFor(etcRoot);
  const policy = browserPolicyFor({ etcRoot, launcherPath, includeAbsent: options.all });
  const cliPath = fileURLToPath(new URL('main.ts', import.meta.url));
  const { files, browsers } = await policy.apply({
    extensionId: info.id,
    updateUrl: info.updateUrl,
    serverUrl: server.replace(/\/+$/, ''),
    ...(extensionToken === undefined ? {} : { extensionToken }),
    nativeHost: {
      launcherPath,
      command: [
        process.execPath,
        '--disable-warning=ExperimentalWarning',
        cliPath,
        'native-host',
        '--socket',
        path.resolve(options.socket),
      ],
    },
  });
  for (const file of files) console.log(`wrote ${file}`);
  console.log(
    browsers.length > 0
      ? `Extension ${info.id} ${info.version} will be installed in: ${browsers.join(', ')}.`
      : 'No browser was found on this machine; --all writes the policy for each that may come.',
  );
  return 0;
}

export async function removeBrowserPolicy(options: Options): Promise<number> {
  const etcRoot = path.resolve(options.etc);
  const policy = browserPolicyFor({
    etcRoot,
    launcherPath: launcherPathFor(etcRoot),
    includeAbsent: true,
  });
  const { files } = await policy.remove();
  for (const file of files) console.log(`removed ${file}`);
  if (files.length === 0) console.log('There was nothing to remove.');
  return 0;
}
