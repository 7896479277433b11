import path from 'node:path';

import { createStarterBundle } from '@kedun/shared/policy/starter-bundle';
import type { FastifyInstance } from 'fastify';

import { type AppDeps, createApp } from './app.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { type FirstStart, prepareFirstStart } from './first-start.ts';
import { openKeyFolder } from './keys/key-folder.ts';
import { createProcessBus } from './live/process-bus.ts';
import { createServices } from './services.ts';
import { hasData, openSqliteStore } from './store/dialects/sqlite/open.ts';

export interface RunningServer extends FirstStart {
  readonly app: FastifyInstance;
  /** Origin the server listens on. */
  readonly url: string;
  /** Stops listening, ends sockets, lets requests finish, closes the store. */
  stop(): Promise<void>;
}

export interface StartDeps extends Pick<AppDeps, 'logTo'> {
  readonly config: Config;
  readonly clock: Clock;
}

function listeningUrl(app: FastifyInstance, config: Config): string {
  const address = app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${host}:${String(port)}`;
}

/** Opens the data folder, prepares a first start, listens. */
export async function startServer({ config, clock, logTo }: StartDeps): Promise<RunningServer> {
  const file = path.join(config.dataDir, 'kedun.sqlite');
  // The keys are made before the database: where there is one, they must be there too.
  const keys = await openKeyFolder({
    folder: path.join(config.dataDir, 'keys'),
    mayMake: !hasData(file),
  });
  const store = await openSqliteStore({ file });
  try {
    const bus = createProcessBus();
    let url = '';
    const publicUrl = (): string => config.publicUrl ?? url;
    const starterBundle = () =>
      createStarterBundle({
        organisation: config.organisation,
        version: 1,
        issuedAt: clock(),
        hosts: { businessSystems: [], corporateSites: [] },
      });
    const services = createServices({ config, store, keys, bus, clock });
    const firstStart = await prepareFirstStart({ ...services, config, starterBundle });
    url = `http://${config.host}:${String(config.port)}`;
    const app = await createApp({ config, services, store, bus, clock, logTo, publicUrl });
    await app.listen({ host: config.host, port: config.port });
    url = listeningUrl(app, config);
    return {
      ...firstStart,
      app,
      url,
      stop: async () => {
        await app.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
