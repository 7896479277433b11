import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import { beforeAll, expect, it } from 'vitest';

import { makeEvents } from '../testing/events.ts';
import type { ReportResult } from '../transport/uplink.ts';
import { createEventStore, openKedunDatabase } from './event-store.ts';
import { createSender } from './sender.ts';

beforeAll(() => import('fake-indexeddb/auto'));

let databases = 0;
async function setUp(report: (events: readonly EndpointEvent[]) => Promise<ReportResult>) {
  databases += 1;
  const store = createEventStore(await openKedunDatabase(`sender-${databases}`));
  const wakes: number[] = [];
  const sent: string[][] = [];
  const sender = createSender({
    store,
    uplink: {
      report: (events) => {
        sent.push(events.map(({ id }) => id));
        return report(events);
      },
    },
    now: () => 1,
    newId: () => '01900000-0000-7000-8000-0000000000ff',
    wakeLater: (delayMs) => wakes.push(delayMs),
  });
  return { store, sender, wakes, sent };
}
const accept = (events: readonly EndpointEvent[]): ReportResult => ({
  ok: true,
  acknowledged: events.map(({ id }) => id),
  refused: [],
});

it('sends everything in batches and removes only what was acknowledged', async () => {
  const { store, sender, sent } = await setUp(async (events) => accept(events));
  await store.add(makeEvents(120));
  await sender.pump();
  expect(sent.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(await store.count()).toBe(0);
});

it('keeps events while nobody answers and asks to be woken, later each time', async () => {
  const { store, sender, wakes } = await setUp(async () => ({
    ok: false,
    retryable: true,
    code: 'uplink.unreachable',
  }));
  await store.add(makeEvents(3));
  await sender.pump();
  await sender.pump();
  expect(await store.count()).toBe(3);
  expect(wakes.slice(0, 2)).toEqual([1000, 2000]);
});

it('finds the one event that is not taken, counts it as dropped, and sends the others', async () => {
  const events = makeEvents(5);
  const bad = events[2]?.id;
  const delivered: string[] = [];
  const { store, sender } = await setUp(async (batch) => {
    if (batch.some(({ id }) => id === bad))
      return { ok: false, retryable: false, code: 'native.malformed' };
    delivered.push(...batch.map(({ id }) => id));
    return accept(batch);
  });
  await store.add(events);
  await sender.pump();
  expect(new Set(delivered)).toEqual(
    new Set(events.map(({ id }) => id).filter((id) => id !== bad)),
  );
  await store.tellOverflow('01900000-0000-7000-8000-0000000000fe', 1);
  expect((await store.peek(1, 1_000_000))[0]).toMatchObject({
    kind: 'outbox.overflow',
    droppedCount: 1,
  });
});

it('an event that comes while sending is sent too', async () => {
  const late = makeEvents(1);
  let first = true;
  const setup = await setUp(async (events) => {
    if (first) {
      first = false;
      await setup.store.add(late);
      void setup.sender.pump();
    }
    return accept(events);
  });
  await setup.store.add(makeEvents(1));
  await setup.sender.pump();
  expect(await setup.store.count()).toBe(0);
});
