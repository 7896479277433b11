/**
 * Memory, ingest rate and list times of the real server, from outside: it runs in a process of its own, and
 * requests come over HTTP. Bounded to about a minute. Prints medians; compare on one machine only.
 *
 *   node tests/src/bench/bench-server.ts
 */
import { spawn } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

import { signEndpointProof } from '@kedun/shared/enrolment/endpoint-proof';
import { exportJWK, generateKeyPair } from 'jose';

const REPETITIONS = 5;
const LIST_ALERTS = 100_000;
const LIST_REQUESTS = 60;
const PASSWORD = 'for this bench only';
const EVENTS_PATH = '/api/v1/endpoint/events';
const serverMain = path.resolve(import.meta.dirname, '../../../server/src/main.ts');

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function finding(start: number): unknown {
  return {
    type: 'cn-mobile',
    detectorVersion: 1,
    span: { start, end: start + 11 },
    confidence: 0.9,
    masked: '138****5678',
    digest: 'A'.repeat(43),
    dataClass: 'contact',
    dataLevel: 3,
    record: 0,
    explanation: {
      checks: [{ name: 'prefix', outcome: 'true' }],
      score: [{ part: 'label', points: 0.4, term: '手机' }],
    },
  };
}

/** A violation of the usual size: three findings, one reason, about 2 KB. */
function makeViolation(): unknown {
  const id = randomUUIDv7();
  const at = Date.now();
  return {
    kind: 'violation',
    id,
    occurredAt: at,
    act: {
      id,
      channel: 'network.request',
      at,
      actor: { osUser: 'bench', employment: 'staff', groups: [] },
      source: { kind: 'web', host: 'crm.localhost' },
      destination: { kind: 'web', host: 'chat.localhost' },
      content: { kind: 'text', sizeBytes: 4096 },
      initiator: 'user',
    },
    findings: [finding(0), finding(40), finding(80)],
    findingCount: 3,
    customerCount: 1,
    unscanned: [],
    verdict: {
      action: 'block',
      severity: 'high',
      reasons: [
        {
          rule: 'bench',
          clause: { pack: 'telecom', clause: 'T1' },
          clauseTitle: { zh: '外发客户信息', en: 'Sending customer data out' },
          action: 'block',
          mode: 'enforce',
          severity: 'high',
          message: { zh: '含客户手机号。', en: 'Holds customer numbers.' },
          alternative: { zh: '请脱敏后再发。', en: 'Mask them first.' },
        },
      ],
      policyVersion: 1,
    },
    enforcement: { outcome: 'prevented' },
    digestKeyId: 'd-bench',
  };
}

/** Resident memory in MiB. */
function residentMiB(pid: number): number {
  const [, kib] =
    /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
  return Number(kib) / 1024;
}

async function startServer(folder: string) {
  const child = spawn(process.execPath, [serverMain], {
    env: {
      PATH: process.env['PATH'],
      KEDUN_PORT: '0',
      KEDUN_DATA_DIR: folder,
      KEDUN_BOOTSTRAP_PASSWORD: PASSWORD,
      KEDUN_ENDPOINT_REQUESTS_PER_MINUTE: '100000000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const entry = JSON.parse(line) as { msg: string; url?: string };
      if (entry.msg === 'listening' && entry.url) resolve(entry.url);
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, pid: child.pid ?? 0, stop };
}

type Post = (apiPath: string, value: unknown) => Promise<Response>;

const json = { 'content-type': 'application/json' };

/** `Cookie` header value. */
async function logIn(url: string): Promise<string> {
  const login = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ account: 'admin', password: PASSWORD }),
  });
  return login.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function enrol(url: string, cookie: string): Promise<Post> {
  const made = await fetch(`${url}/api/v1/enrolment-tokens`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({ kind: 'agent' }),
  });
  const { token } = (await made.json()) as { token: string };
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const sendAs = async (endpointId: string, apiPath: string, value: unknown): Promise<Response> => {
    const body = JSON.stringify(value);
    const proof = await signEndpointProof(
      { endpointId, method: 'POST', path: apiPath, body, nowMs: Date.now() },
      privateKey,
    );
    const headers = { ...json, authorization: `Bearer ${proof}` };
    return await fetch(url + apiPath, { method: 'POST', headers, body });
  };
  const { kty, crv, x } = await exportJWK(publicKey);
  const answer = await sendAs('enrol', '/api/v1/enrolments', {
    token,
    kind: 'agent',
    publicKey: { kty, crv, x },
    hostName: 'bench',
    platform: 'linux',
    version: '0.1.0',
  });
  const { endpointId } = (await answer.json()) as { endpointId: string };
  return (apiPath, value) => sendAs(endpointId, apiPath, value);
}

/** Events a second, acknowledged, over `total` events in requests of `batch`, `senders` at a time. */
async function rate(post: Post, total: number, batch: number, senders: number): Promise<number> {
  const requests = Array.from({ length: Math.ceil(total / batch) }, () => ({
    events: Array.from({ length: batch }, makeViolation),
  }));
  const started = performance.now();
  const send = async (): Promise<void> => {
    for (let request = requests.pop(); request; request = requests.pop()) {
      const answer = await post(EVENTS_PATH, request);
      const { acknowledged } = (await answer.json()) as { acknowledged: unknown[] };
      if (acknowledged.length !== batch) throw new Error(`status ${String(answer.status)}`);
    }
  };
  await Promise.all(Array.from({ length: senders }, send));
  return total / ((performance.now() - started) / 1000);
}

/** The first page of the console's list, as it asks for it; median and 95th percentile in milliseconds. */
async function listTimes(url: string, cookie: string, query: string): Promise<string> {
  const times: number[] = [];
  let total = 0;
  for (let turn = 0; turn < LIST_REQUESTS; turn += 1) {
    const started = performance.now();
    const answer = await fetch(`${url}/api/v1/alerts?limit=50${query}`, { headers: { cookie } });
    ({ total } = (await answer.json()) as { total: number });
    times.push(performance.now() - started);
  }
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
  return `${median(times).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${String(total)} fit)`;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kedun-bench-'));
  const server = await startServer(folder);
  try {
    console.log(
      `${os.cpus()[0]?.model ?? 'unknown CPU'}, ${String(os.cpus().length)} cores, ` +
        `${os.type()} ${os.release()}, Node ${process.version}; one sender process on the same machine`,
    );
    console.log(`event: ${String(JSON.stringify(makeViolation()).length)} characters`);
    const idle: number[] = [];
    for (let turn = 0; turn < REPETITIONS; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      idle.push(residentMiB(server.pid));
    }
    console.log(`memory idle: ${median(idle).toFixed(0)} MiB`);
    const cookie = await logIn(server.url);
    const post = await enrol(server.url, cookie);
    console.log(`memory after one login: ${residentMiB(server.pid).toFixed(0)} MiB`);
    let rated = 0;
    for (const [batch, senders, total] of [
      [1, 1, 150],
      [1, 8, 300],
      [50, 4, 1_000],
      [250, 2, 1_000],
    ] as const) {
      const rates: number[] = [];
      for (let turn = 0; turn < REPETITIONS; turn += 1)
        rates.push(await rate(post, total, batch, senders));
      rated += REPETITIONS * total;
      console.log(
        `${String(batch)} a request, ${String(senders)} senders: ${median(rates).toFixed(0)} events/s ` +
          `(median of ${String(REPETITIONS)} x ${String(total)})`,
      );
    }
    const filling = await rate(post, LIST_ALERTS - rated, 250, 2);
    console.log(`filled up to ${String(LIST_ALERTS)} alerts: ${filling.toFixed(0)} events/s`);
    for (const query of [
      '',
      '&state=open',
      '&severity=high',
      '&severity=critical',
      '&channel=print',
    ])
      console.log(
        `list of alerts ${query || '(all)'}: ${await listTimes(server.url, cookie, query)}`,
      );
    const sizeMiB = (name: string): string =>
      (statSync(path.join(folder, name)).size / 1_048_576).toFixed(0);
    console.log(`database ${sizeMiB('kedun.sqlite')} MiB, WAL ${sizeMiB('kedun.sqlite-wal')} MiB`);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    const [, heapBytes] = /^nodejs_heap_size_used_bytes (\S+)/m.exec(metrics) ?? [];
    console.log(
      `memory after ${String(LIST_ALERTS)} events: ${residentMiB(server.pid).toFixed(0)} MiB, ` +
        `of it in use by JavaScript ${(Number(heapBytes) / 1_048_576).toFixed(0)} MiB`,
    );
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

await main();
