import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { ingestResponseSchema } from '@kedun/shared/contracts/api/ingest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeViolation } from './testing/events.ts';
import { enrolOverHttp, type HttpEndpoint, startServerProcess } from './testing/server-process.ts';

const EVENTS = '/api/v1/endpoint/events';
const PASSWORD = 'a password for one test';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'kedun-process-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Ledger {
  readonly sent: Map<string, unknown>;
  readonly acknowledged: Set<string>;
}

/** Sends until the connection breaks, and writes down what was answered. */
async function sendUntilBroken(endpoint: HttpEndpoint, url: string, ledger: Ledger): Promise<void> {
  for (;;) {
    const events = Array.from({ length: 5 }, () => makeViolation());
    for (const event of events) ledger.sent.set(event.id, event);
    let body: unknown;
    try {
      body = await (await endpoint.post(url, EVENTS, { events })).json();
    } catch {
      return;
    }
    for (const index of ingestResponseSchema.parse(body).acknowledged)
      ledger.acknowledged.add(events[index]?.id ?? '');
  }
}

describe('the server process', () => {
  it('killed in the middle of the work keeps everything it acknowledged, exactly once', async () => {
    const environment = { KEDUN_BOOTSTRAP_PASSWORD: PASSWORD, KEDUN_LOG_LEVEL: 'info' };
    let server = await startServerProcess(folder, environment);
    const endpoint = await enrolOverHttp(server.url, 'admin', PASSWORD);
    const ledger: Ledger = { sent: new Map(), acknowledged: new Set() };
    for (let round = 0; round < 2; round += 1) {
      const senders = Array.from({ length: 4 }, () =>
        sendUntilBroken(endpoint, server.url, ledger),
      );
      const wanted = ledger.acknowledged.size + 60;
      await expect
        .poll(() => ledger.acknowledged.size, { timeout: 20_000 })
        .toBeGreaterThan(wanted);
      expect(await server.kill('SIGKILL')).toBe('SIGKILL');
      await Promise.all(senders);
      server = await startServerProcess(folder, environment);
    }
    const database = new DatabaseSync(path.join(folder, 'kedun.sqlite'), { readOnly: true });
    const idsIn = (table: string): string[] =>
      database
        .prepare(`select ${table === 'events' ? 'id' : 'event_id'} as id from ${table}`)
        .all()
        .map((row) => String(row['id']));
    const kept = new Set(idsIn('events'));
    expect([...ledger.acknowledged].filter((id) => !kept.has(id))).toEqual([]);
    // What stored but could not answer any more is sent again, as an outbox does.
    for (const event of ledger.sent.values()) {
      const answer = await endpoint.post(server.url, EVENTS, { events: [event] });
      expect(ingestResponseSchema.parse(await answer.json()).acknowledged).toEqual([0]);
    }
    for (const table of ['events', 'alert_violations'])
      expect(idsIn(table).toSorted()).toEqual([...ledger.sent.keys()].toSorted());
    database.close();
    expect(await server.kill('SIGTERM')).toBe(0);
  }, 60_000);

  it('prints a made-up password once, and never again', async () => {
    const first = await startServerProcess(folder);
    const [, password = ''] = /shown this once\): (\S+)/.exec(first.stderr()) ?? [];
    expect(password.length).toBeGreaterThanOrEqual(20);
    await enrolOverHttp(first.url, 'admin', password);
    expect(await first.kill('SIGINT')).toBe(0);
    const second = await startServerProcess(folder, { KEDUN_BOOTSTRAP_PASSWORD: PASSWORD });
    expect(second.stderr()).toBe('');
    await enrolOverHttp(second.url, 'admin', password);
    expect(await second.kill('SIGTERM')).toBe(0);
  }, 60_000);

  it('does not start on a configuration it does not understand', async () => {
    await expect(startServerProcess(folder, { KEDUN_PORT: 'eighty' })).rejects.toThrow(
      /configuration refused:\s+KEDUN_PORT/,
    );
  });
});
