import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { type Child, startChild } from './child.ts';
import { freePort } from './free-port.ts';
import { REPOSITORY } from './repository.ts';

export interface ServerOptions {
  readonly dataDir: string;
  /** Absent = a free one. */
  readonly port?: number;
  /** Address endpoints and browsers are told to use, when it is not the server's own. */
  readonly publicUrl?: string;
  readonly account?: string;
  /** Absent = the server makes one up and prints it on its first start. */
  readonly password?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The real server, as a process, on a real data directory. Survives kill and restart on the same port. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  readonly child: () => Child;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Output of all its lives. */
  output(): string;
  /** Every byte under the data directory, keys left out: they are not customers'. */
  storedBytes(): Promise<Buffer>;
}

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  return entries.filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name));
}

export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const env: Record<string, string> = {
    KEDUN_HOST: '127.0.0.1',
    KEDUN_PORT: String(port),
    KEDUN_DATA_DIR: options.dataDir,
    KEDUN_ORGANISATION: 'demo',
    KEDUN_ORGANISATION_NAME: '演示公司',
    KEDUN_BOOTSTRAP_ACCOUNT: options.account ?? 'admin',
    ...(options.password === undefined ? {} : { KEDUN_BOOTSTRAP_PASSWORD: options.password }),
    ...(options.publicUrl === undefined ? {} : { KEDUN_PUBLIC_URL: options.publicUrl }),
    ...options.env,
  };
  const start = (): Promise<Child> =>
    startChild({
      name: 'server',
      args: [path.join(REPOSITORY, 'server/src/main.ts')],
      cwd: REPOSITORY,
      env,
      readyMessage: 'listening',
    });
  const lives: Child[] = [await start()];
  const current = (): Child => {
    const child = lives.at(-1);
    if (!child) throw new Error('the server was never started');
    return child;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    dataDir: options.dataDir,
    child: current,
    kill: () => current().stop('SIGKILL'),
    restart: async () => {
      await current().stop();
      lives.push(await start());
    },
    stop: () => current().stop(),
    output: () => lives.map((child) => child.output()).join(''),
    storedBytes: async () => {
      const files = await filesBelow(options.dataDir);
      const data = files.filter((file) => !file.includes(`${path.sep}keys${path.sep}`));
      return Buffer.concat(await Promise.all(data.map((file) => readFile(file))));
    },
  };
}
