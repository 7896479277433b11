import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { PolicyBundle } from '@kedun/shared/contracts/policy';
import { createStarterBundle } from '@kedun/shared/policy/starter-bundle';
import type { FastifyInstance } from 'fastify';

import { createApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { openKeyFolder, type ServerKeys } from '../keys/key-folder.ts';
import { createProcessBus } from '../live/process-bus.ts';
import { createServices, type Services } from '../services.ts';
import { hasData, openSqliteStore } from '../store/dialects/sqlite/open.ts';
import type { Store } from '../store/store.ts';

export const TEST_ACCOUNT = 'reviewer';
export const TEST_PASSWORD = 'correct horse battery';

/** A server on a real database in a folder of its own, with a clock that tests move. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly config: Config;
  readonly keys: ServerKeys;
  readonly store: Store;
  readonly services: Services;
  readonly folder: string;
  readonly databaseFile: string;
  readonly log: string[];
  now(): number;
  advance(ms: number): void;
  /** `Cookie` header value of a fresh session. */
  login(): Promise<string>;
  bundle(version: number): PolicyBundle;
  stop(): Promise<void>;
  /** Stops this one and starts another on the same data. */
  restart(): Promise<TestServer>;
}

export interface TestServerOptions {
  /** Folder of an earlier server; a new one otherwise. Keys and data are there. */
  readonly folder?: string;
  readonly environment?: Record<string, string>;
  readonly maxPages?: number;
}

function testConfig(folder: string, environment: Record<string, string>): Config {
  const read = readConfig({
    KEDUN_DATA_DIR: folder,
    KEDUN_PUBLIC_URL: 'http://127.0.0.1:8710',
    KEDUN_CONSOLE_DIR: path.join(folder, 'console'),
    KEDUN_EXTENSION_DIR: path.join(folder, 'extension'),
    KEDUN_LOG_LEVEL: 'debug',
    ...environment,
  });
  if (!read.ok) throw new Error(read.problems.join('; '));
  return read.config;
}

let rsaKey: string | undefined;

/** Making an RSA key takes longer than all the rest; the tests of one file share theirs. */
function placeRsaKey(keyFolder: string): void {
  rsaKey ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;
  mkdirSync(keyFolder, { recursive: true });
  writeFileSync(path.join(keyFolder, 'extension-signing.pem'), rsaKey, { mode: 0o600 });
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? mkdtempSync(path.join(os.tmpdir(), 'kedun-server-'));
  const config = testConfig(folder, options.environment ?? {});
  if (!options.folder) placeRsaKey(path.join(folder, 'keys'));
  const databaseFile = path.join(folder, 'kedun.sqlite');
  const keys = await openKeyFolder({
    folder: path.join(folder, 'keys'),
    mayMake: !hasData(databaseFile),
  });
  const { maxPages } = options;
  const store = await openSqliteStore({
    file: databaseFile,
    ...(maxPages !== undefined && { maxPages }),
  });
  let offsetMs = 0;
  const clock = (): number => Date.now() + offsetMs;
  const bus = createProcessBus();
  const services = createServices({ config, store, keys, bus, clock });
  const log: string[] = [];
  const publicUrl = (): string => config.publicUrl ?? '';
  const logTo = { write: (line: string): void => void log.push(line) };
  const app = await createApp({ config, services, store, bus, clock, logTo, publicUrl });
  await services.identities.createFirstAccount(TEST_ACCOUNT, TEST_PASSWORD);
  return {
    app,
    config,
    keys,
    store,
    services,
    folder,
    databaseFile,
    log,
    now: clock,
    advance: (ms) => {
      offsetMs += ms;
    },
    async login() {
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { account: TEST_ACCOUNT, password: TEST_PASSWORD },
      });
      const [cookie] = answer.cookies;
      if (!cookie) throw new Error(`login answered ${String(answer.statusCode)}`);
      return `${cookie.name}=${cookie.value}`;
    },
    bundle: (version) =>
      createStarterBundle({
        organisation: config.organisation,
        version,
        issuedAt: clock(),
        hosts: { businessSystems: ['crm.localhost'], corporateSites: ['crm.localhost'] },
      }),
    async stop() {
      await app.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
    async restart() {
      await app.close();
      await store.close();
      return await startTestServer({ ...options, folder });
    },
  };
}
