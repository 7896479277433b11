import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { REPOSITORY } from './repository.ts';

interface Product {
  readonly workspace: string;
  /** A file that is there once it is built. */
  readonly result: string;
  /** Folders and files it is built from. */
  readonly sources: readonly string[];
}

const PRODUCTS: readonly Product[] = [
  {
    workspace: '@kedun/extension',
    result: 'extension/.output/chrome-mv3/manifest.json',
    sources: ['extension/src', 'extension/package.json', 'extension/wxt.config.ts', 'shared/src'],
  },
  {
    workspace: '@kedun/console',
    result: 'server/console/dist/index.html',
    sources: [
      'server/console/src',
      'server/console/index.html',
      'server/console/package.json',
      'server/console/vite.config.ts',
      'shared/src/contracts',
    ],
  },
];

async function modifiedAt(relative: string): Promise<number> {
  try {
    const absolute = path.join(REPOSITORY, relative);
    const status = await stat(absolute);
    if (!status.isDirectory()) return status.mtimeMs;
    const entries = await readdir(absolute, { recursive: true, withFileTypes: true });
    const files = entries.filter((e) => e.isFile() && !e.name.includes('.test.'));
    const times = await Promise.all(
      files.map(async (file) => (await stat(path.join(file.parentPath, file.name))).mtimeMs),
    );
    return Math.max(0, ...times);
  } catch {
    return 0;
  }
}

async function isStale({ result, sources }: Product): Promise<boolean> {
  const builtAt = await modifiedAt(result);
  const times = await Promise.all(sources.map(modifiedAt));
  return builtAt === 0 || Math.max(...times) > builtAt;
}

/** Runs `npm run build` of one workspace, with the npm that runs us when there is one. */
function build(workspace: string): Promise<void> {
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const args = [...first, 'run', 'build', '--workspace', workspace];
  const nodeFolder = path.dirname(process.execPath);
  const env = {
    ...process.env,
    PATH: `${nodeFolder}${path.delimiter}${process.env['PATH'] ?? ''}`,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
      });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm run build --workspace ${workspace} failed:\n${output}`));
    });
  });
}

/** Builds extension and console where a build is missing or older than its sources. */
export async function ensureBuilt(tell: (line: string) => void): Promise<void> {
  for (const product of PRODUCTS) {
    if (!(await isStale(product))) continue;
    tell(`正在构建 / building ${product.workspace} …`);
    await build(product.workspace);
  }
}
