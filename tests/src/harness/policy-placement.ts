import { execFile } from 'node:child_process';
import { access, chmod, constants, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const CHROMIUM = '/usr/bin/chromium';
const SYSTEM_ETC = '/etc/chromium';

/** How a browser gets to see policy files of ours. */
export interface Placement {
  readonly kind: 'private-mount' | 'system-folder';
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
exec unshare --mount --propagation private sh -c 'mount --bind "$0" ${SYSTEM_ETC} && exec ${CHROMIUM} "$@"' '${ours}' "$@"
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
  return { kind: 'system-folder', executablePath: CHROMIUM, restore };
}

/** Puts the files below `etcDir` where Chromium reads managed policy. */
export async function placePolicy(etcDir: string): Promise<Placement> {
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
