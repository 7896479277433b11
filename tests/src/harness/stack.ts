import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { PolicyBundle } from '@kedun/shared/contracts/policy';
import { createStarterBundle } from '@kedun/shared/policy/starter-bundle';

import { type DemoSites, startDemoSites } from '../demo/sites/server.ts';
import { siteHost } from '../demo/sites/layout.ts';
import { type AgentProcess, startAgent } from './agent-process.ts';
import { type ConsoleClient, openConsole } from './console-client.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { recordTraffic, type TrafficRecorder } from './traffic-recorder.ts';
import { openVolume, type Volume } from './volume.ts';
import { waitFor } from './wait.ts';

export const STACK_ACCOUNT = 'admin';

export interface StackOptions {
  /** Everything the stack writes goes below it. */
  readonly rootDir: string;
  readonly password: string;
  readonly serverPort?: number;
  readonly sitesPort?: number;
  /** Puts a recording wire between the endpoints and the server. */
  readonly recordsTraffic?: boolean;
  /** Last word on the policy that is published. */
  readonly policy?: (bundle: PolicyBundle) => PolicyBundle;
}

/** Server, enrolled agent, demo sites and a volume: what `npm start` shows and what the tests drive. */
export interface Stack {
  readonly server: ServerProcess;
  readonly agent: AgentProcess;
  readonly sites: DemoSites;
  readonly console: ConsoleClient;
  readonly volume: Volume;
  /** Where endpoints reach the server: the wire, when there is one. */
  readonly endpointUrl: string;
  readonly wire: TrafficRecorder | null;
  readonly policyVersion: number;
  stop(): Promise<void>;
}

/** The starter policy with the demo's own hosts and its volume. */
export function demoPolicy(version: number, mountPoint: string): PolicyBundle {
  return createStarterBundle({
    organisation: 'demo',
    version,
    issuedAt: Date.now(),
    hosts: {
      businessSystems: [siteHost('crm')],
      corporateSites: [siteHost('crm')],
      webmail: [siteHost('mail')],
    },
    watchedMountPointPrefixes: [mountPoint],
  });
}

/** Same rules, hosts and volumes: nothing to publish. */
function saysTheSame(a: PolicyBundle, b: PolicyBundle): boolean {
  return (
    JSON.stringify({ ...a, version: 0, issuedAt: 0 }) ===
    JSON.stringify({ ...b, version: 0, issuedAt: 0 })
  );
}

/** Publishes the demo policy unless it is in force already. Returns the version in force. */
export async function publishDemoPolicy(
  client: ConsoleClient,
  mountPoint: string,
  adapt: (bundle: PolicyBundle) => PolicyBundle = (bundle) => bundle,
): Promise<number> {
  const held = (await client.policy()).bundle;
  const wanted = adapt(demoPolicy(held.version + 1, mountPoint));
  if (saysTheSame(held, wanted)) return held.version;
  return (await client.publish(wanted)).bundle.version;
}

async function agentHoldsPolicy(agent: AgentProcess, version: number): Promise<boolean> {
  const { policyVersion, live } = await agent.status();
  return live === true && Number(policyVersion) >= version;
}

/** A path for the agent's socket: the system allows no more than 107 bytes. */
function socketPathFor(rootDir: string): string {
  const near = path.join(rootDir, 'agent.sock');
  if (Buffer.byteLength(near) <= 107) return near;
  const name = createHash('sha256').update(rootDir).digest('hex').slice(0, 16);
  return path.join(tmpdir(), `kedun-${name}.sock`);
}

/** Starts all of it; what was started is stopped again when a later part fails. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).toReversed()) await end();
  };
  try {
    const below = (...parts: string[]): string => path.join(options.rootDir, ...parts);
    await mkdir(options.rootDir, { recursive: true });
    const socketPath = socketPathFor(options.rootDir);
    let serverPort = 0;
    const wire = options.recordsTraffic === true ? await recordTraffic(() => serverPort) : null;
    if (wire) stops.push(() => wire.close());
    const server = await startServer({
      dataDir: below('server'),
      password: options.password,
      account: STACK_ACCOUNT,
      ...(options.serverPort === undefined ? {} : { port: options.serverPort }),
      ...(wire === null ? {} : { publicUrl: wire.url }),
    });
    serverPort = server.port;
    stops.push(() => server.stop());
    const client = await openConsole(server.url, STACK_ACCOUNT, options.password);
    const volume = await openVolume({
      mountPoint: below('volume'),
      imagePath: below('volume.img'),
    });
    stops.push(() => volume.unmount());
    const policyVersion = await publishDemoPolicy(client, volume.mountPoint, options.policy);
    const endpointUrl = wire?.url ?? server.url;
    const agent = await startAgent({
      stateDir: below('agent'),
      socketPath,
      serverUrl: endpointUrl,
      ...(existsSync(below('agent', 'identity.json'))
        ? {}
        : { token: await client.enrolmentToken('agent') }),
    });
    stops.push(() => agent.stop());
    await waitFor('the agent to hold the policy', () => agentHoldsPolicy(agent, policyVersion), {
      timeoutMs: 15_000,
    });
    const sites = await startDemoSites({ port: options.sitesPort ?? 0 });
    stops.push(() => sites.close());
    return {
      server,
      agent,
      sites,
      console: client,
      volume,
      endpointUrl,
      wire,
      policyVersion,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
