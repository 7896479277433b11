import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';

import { z } from 'zod';

import { type ConsoleClient, openConsole } from '../harness/console-client.ts';
import { REPOSITORY } from '../harness/repository.ts';
import { STACK_ACCOUNT, startStack } from '../harness/stack.ts';
import { type Customer, createCustomers } from './customers.ts';
import { findRunning, readPassword, type Running } from './running.ts';

const PLAY_DIR = path.join(REPOSITORY, '.kedun/play');

/** The demonstration to play on: the one `npm start` keeps going, or one of our own. */
export interface PlayTarget {
  readonly serverUrl: string;
  readonly sitesPort: number;
  readonly volume: Running['volume'];
  readonly stateDir: string;
  readonly socketPath: string;
  readonly console: ConsoleClient;
  readonly password: string;
  readonly customers: readonly Customer[];
  readonly customer: Customer;
  /** For the browser's profile and policy files. */
  readonly workDir: string;
  /** Everything that reached the demo sites since `sinceMs` (epoch), as one text. */
  received(sinceMs: number): Promise<string>;
  stop(): Promise<void>;
}

const receivedSchema = z.array(z.object({ at: z.int(), path: z.string(), bodyText: z.string() }));

async function receivedText(sitesPort: number, sinceMs: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${sitesPort}/__received`);
  const requests = receivedSchema.parse(await answer.json());
  return requests
    .filter((request) => request.at >= sinceMs)
    .map((request) => {
      // JSON bodies are read back: a quote inside must not hide a value.
      try {
        return `${request.path} ${JSON.stringify(JSON.parse(request.bodyText))}`;
      } catch {
        return `${request.path} ${request.bodyText}`;
      }
    })
    .join('\n');
}

function customersOfTheSites(): { customers: Customer[]; customer: Customer } {
  const customers = createCustomers(24);
  const [customer] = customers;
  if (!customer) throw new Error('the demo has no customers');
  return { customers, customer };
}

async function join(running: Running): Promise<PlayTarget> {
  const password = await readPassword();
  if (password === null) throw new Error('the password file is gone: npm start -- --reset');
  console.log(`使用正在运行的演示 / joining the running demonstration: ${running.serverUrl}`);
  return {
    ...running,
    ...customersOfTheSites(),
    password,
    console: await openConsole(running.serverUrl, STACK_ACCOUNT, password),
    workDir: PLAY_DIR,
    received: (sinceMs) => receivedText(running.sitesPort, sinceMs),
    stop: async () => {},
  };
}

async function startOwn(): Promise<PlayTarget> {
  console.log('正在启动服务器、代理和演示站点 / starting server, agent and demo sites …');
  await rm(PLAY_DIR, { recursive: true, force: true });
  const password = randomBytes(12).toString('base64url');
  const stack = await startStack({ rootDir: PLAY_DIR, password });
  return {
    ...customersOfTheSites(),
    password,
    serverUrl: stack.server.url,
    sitesPort: stack.sites.port,
    volume: { kind: stack.volume.kind, mountPoint: stack.volume.mountPoint },
    stateDir: stack.agent.stateDir,
    socketPath: stack.agent.socketPath,
    console: stack.console,
    workDir: PLAY_DIR,
    received: (sinceMs) => receivedText(stack.sites.port, sinceMs),
    stop: () => stack.stop(),
  };
}

export async function joinOrStart(): Promise<PlayTarget> {
  const running = await findRunning();
  return running ? join(running) : startOwn();
}
