import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

import { enrolmentResponseSchema } from '@kedun/shared/contracts/enrolment';
import { signEndpointProof } from '@kedun/shared/enrolment/endpoint-proof';

import { type EndpointKey, makeEndpointKey } from './test-endpoint.ts';

const START_WITHIN_MS = 20_000;

/** The real server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  readonly child: ChildProcess;
  /** What it wrote to standard error. */
  stderr(): string;
  /** Resolves with exit code or signal. */
  kill(signal: NodeJS.Signals): Promise<number | string | null>;
}

export async function startServerProcess(
  dataDir: string,
  environment: Record<string, string> = {},
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [path.resolve(import.meta.dirname, '../main.ts')], {
    env: { PATH: process.env['PATH'], KEDUN_PORT: '0', KEDUN_DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not listening: ${stderr}`)), START_WITHIN_MS);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const entry = JSON.parse(line) as { msg: string; url?: string };
      if (entry.msg !== 'listening' || !entry.url) return;
      clearTimeout(timer);
      resolve(entry.url);
    });
    void exited.then(() => reject(new Error(`exited: ${stderr}`)));
  });
  return {
    url,
    pid: child.pid ?? 0,
    child,
    stderr: () => stderr,
    async kill(signal) {
      child.kill(signal);
      const [code, by] = await exited;
      return code ?? by;
    },
  };
}

/** Sends signed requests over real HTTP. */
export interface HttpEndpoint {
  readonly id: string;
  readonly key: EndpointKey;
  post(url: string, apiPath: string, body: unknown): Promise<Response>;
}

async function send(
  url: string,
  apiPath: string,
  sender: { id: string; key: EndpointKey },
  value: unknown,
): Promise<Response> {
  const body = JSON.stringify(value);
  const proof = await signEndpointProof(
    { endpointId: sender.id, method: 'POST', path: apiPath, body, nowMs: Date.now() },
    sender.key.privateKey,
  );
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${proof}` };
  return await fetch(url + apiPath, { method: 'POST', headers, body });
}

/** Logs in, makes a token and enrols with it, all over HTTP. */
export async function enrolOverHttp(
  url: string,
  account: string,
  password: string,
): Promise<HttpEndpoint> {
  const json = { 'content-type': 'application/json' };
  const login = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ account, password }),
  });
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  const made = await fetch(`${url}/api/v1/enrolment-tokens`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({ kind: 'agent' }),
  });
  const { token } = (await made.json()) as { token: string };
  const key = await makeEndpointKey();
  const identity = { hostName: 'desk-07', platform: 'linux', version: '0.1.0' };
  const answer = await send(
    url,
    '/api/v1/enrolments',
    { id: 'enrol', key },
    {
      token,
      kind: 'agent',
      publicKey: key.publicJwk,
      ...identity,
    },
  );
  const { endpointId: id } = enrolmentResponseSchema.parse(await answer.json());
  return { id, key, post: (to, apiPath, body) => send(to, apiPath, { id, key }, body) };
}
