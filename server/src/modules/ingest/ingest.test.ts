import { DatabaseSync } from 'node:sqlite';

import { ingestResponseSchema } from '@kedun/shared/contracts/api/ingest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeStarted, makeViolation } from '../../testing/events.ts';
import { enrolEndpoint, type TestEndpoint } from '../../testing/test-endpoint.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let endpoint: TestEndpoint;
beforeEach(async () => {
  server = await startTestServer();
  endpoint = await enrolEndpoint(server);
});
afterEach(() => server.stop());

async function report(events: readonly unknown[], from = endpoint) {
  return ingestResponseSchema.parse((await from.report(events)).json());
}
async function counts(of = server) {
  const tables = ['events', 'alerts', 'alert_violations'] as const;
  const rows = await Promise.all(
    tables.map((table) => of.store.db.selectFrom(table).selectAll().execute()),
  );
  return rows.map((list) => list.length);
}

describe('what arrives', () => {
  it('is stored once, with one alert a violation, however often and however mixed it is sent', async () => {
    const [a, b, started] = [makeViolation(), makeViolation(), makeStarted()];
    expect(await report([a, b, started])).toEqual({ acknowledged: [0, 1, 2], refused: [] });
    expect(await report([b, a, b, makeStarted({ id: started.id })])).toEqual({
      acknowledged: [0, 1, 2, 3],
      refused: [],
    });
    expect(await counts()).toEqual([3, 2, 2]);
  });

  it('keeps no identifier an endpoint forgot to mask, and counts that', async () => {
    const { act } = makeViolation();
    const content = { ...act.content, fileName: '客户13912345678.csv' };
    await report([makeViolation({ act: { ...act, content } })]);
    const rows = await server.store.db.selectFrom('events').selectAll().execute();
    expect(JSON.stringify(rows)).toContain('客户139****5678.csv');
    const metrics = await server.app.inject('/metrics');
    expect(metrics.body).toContain('kedun_events_redacted_total 1');
  });

  it('is stamped with the time of the server', async () => {
    await report([makeViolation({ occurredAt: 5 })]);
    const row = await server.store.db.selectFrom('events').selectAll().executeTakeFirstOrThrow();
    expect(row.occurred_at).toBe(5);
    expect(Math.abs(row.received_at - server.now())).toBeLessThan(5_000);
  });

  it('is acknowledged though something beside it is refused', async () => {
    const sound = makeViolation();
    const bad = [
      null,
      'text',
      [],
      { ...sound, extra: 1 },
      { ...sound, id: 'x' },
      { kind: 'nonsense' },
    ];
    const answer = await report([...bad, sound]);
    expect(answer.acknowledged).toEqual([6]);
    expect(answer.refused).toEqual(bad.map((_, index) => ({ index, code: 'event.invalid' })));
    expect(await counts()).toEqual([1, 1, 1]);
  });

  it('under an id of another endpoint is refused and changes nothing', async () => {
    const other = await enrolEndpoint(server);
    const event = makeViolation();
    await report([event]);
    const stolen = makeViolation({ id: event.id, customerCount: 99 });
    expect(await report([stolen, makeStarted()], other)).toEqual({
      acknowledged: [1],
      refused: [{ index: 0, code: 'event.foreign-id' }],
    });
    const row = await server.store.db
      .selectFrom('events')
      .selectAll()
      .where('id', '=', event.id)
      .executeTakeFirstOrThrow();
    expect(row.endpoint_id).toBe(endpoint.id);
    expect(JSON.parse(row.body)).toEqual(event);
  });

  it('is one event when two requests bring it at once', async () => {
    const events = Array.from({ length: 20 }, () => makeViolation());
    const answers = await Promise.all([report(events), report(events.toReversed())]);
    for (const answer of answers) expect(answer.acknowledged).toHaveLength(20);
    expect(await counts()).toEqual([20, 20, 20]);
  });

  it('may be a full request of the largest number', async () => {
    const events = Array.from({ length: 500 }, () => makeStarted());
    expect((await report(events)).acknowledged).toHaveLength(500);
    const tooMany = await endpoint.report([...events, makeStarted()]);
    expect(tooMany.json()).toMatchObject({ code: 'request.invalid' });
  });
});

describe('when the store cannot', () => {
  it('nothing is acknowledged while another process holds it, and all is when it lets go', async () => {
    const events = [makeViolation(), makeViolation()];
    const holder = new DatabaseSync(server.databaseFile);
    holder.exec('begin immediate');
    const refused = await endpoint.report(events);
    expect(refused.json()).toMatchObject({ code: 'storage.unavailable' });
    expect(refused.statusCode).toBe(503);
    holder.exec('rollback');
    holder.close();
    expect((await report(events)).acknowledged).toEqual([0, 1]);
    expect(await counts()).toEqual([2, 2, 2]);
  });

  it('nothing is acknowledged or half stored on a full disk', async () => {
    // The schema alone takes about sixty pages.
    const small = await startTestServer({ maxPages: 120 });
    const sender = await enrolEndpoint(small);
    let acknowledged = 0;
    let full = 0;
    for (let turn = 0; turn < 40 && full < 3; turn += 1) {
      const answer = await sender.report(Array.from({ length: 20 }, () => makeViolation()));
      if (answer.statusCode === 200) acknowledged += 20;
      else {
        expect(answer.json()).toMatchObject({ code: 'storage.unavailable' });
        full += 1;
      }
    }
    expect(full).toBe(3);
    expect(acknowledged).toBeGreaterThan(0);
    expect(await counts(small)).toEqual([acknowledged, acknowledged, acknowledged]);
    await small.stop();
  });
});
