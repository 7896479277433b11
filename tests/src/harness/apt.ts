import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian package and the program it brings. */
const PROGRAMS = {
  chromium: '/usr/bin/chromium',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  e2fsprogs: '/sbin/mkfs.ext4',
} as const;
export type Package = keyof typeof PROGRAMS;

export type InstallOutcome = 'present' | 'installed';

async function exists(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** Which of the packages are missing here. */
export async function missingPackages(packages: readonly Package[]): Promise<Package[]> {
  const present = await Promise.all(packages.map((name) => exists(PROGRAMS[name])));
  return packages.filter((_name, i) => !present[i]);
}

/**
 * Sees to it that the packages are there: by apt-get when we are root and it exists, `apt-get update` once.
 * Throws with the command to type when it may not or cannot.
 */
export async function ensureInstalled(
  packages: readonly Package[],
  tell: (line: string) => void = () => undefined,
): Promise<InstallOutcome> {
  const missing = await missingPackages(packages);
  if (missing.length === 0) return 'present';
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !(await exists('/usr/bin/apt-get')))
    throw new Error(`missing: ${missing.join(', ')}. As root, run: ${command}`);
  tell(`installing ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, timeout: 600_000, maxBuffer: 64_000_000 };
  try {
    await run('apt-get', ['update'], options);
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], options);
  } catch (error) {
    throw new Error(`could not install ${missing.join(', ')}. By hand: ${command}`, {
      cause: error,
    });
  }
  return 'installed';
}
