import { beforeAll, expect, it } from 'vitest';

import { makeEvents, makeViolation } from '../testing/events.ts';
import { createEventStore, openKedunDatabase } from './event-store.ts';

beforeAll(() => import('fake-indexeddb/auto'));

let databases = 0;
async function open(maxEvents = 100) {
  databases += 1;
  const database = await openKedunDatabase(`test-${databases}`);
  return createEventStore(database, { maxEvents, maxRecent: 3 });
}
const ID = '01900000-0000-7000-8000-00000000000f';
const MEGABYTE = 1_000_000;

it('gives events back oldest first until they are removed; the same event twice is one', async () => {
  const store = await open();
  const events = makeEvents(3);
  await store.add(events.toReversed());
  await store.add(events.slice(0, 1));
  expect((await store.peek(10, MEGABYTE)).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
  await store.remove([events[0]?.id ?? '']);
  expect(await store.count()).toBe(2);
});

it('drops the oldest beyond its limit and tells the count in an event of its own', async () => {
  const store = await open(5);
  const events = makeEvents(8);
  await store.add(events);
  expect(await store.count()).toBe(5);
  await store.tellOverflow(ID, 1);
  const told = (await store.peek(10, MEGABYTE)).filter(({ kind }) => kind === 'outbox.overflow');
  expect(told).toEqual([{ kind: 'outbox.overflow', id: ID, occurredAt: 1, droppedCount: 3 }]);
  await store.remove([ID]);
  await store.tellOverflow(ID, 2);
  expect((await store.peek(10, MEGABYTE)).some(({ kind }) => kind === 'outbox.overflow')).toBe(
    false,
  );
});

it('counts what the other end will never take, but not the overflow event itself', async () => {
  const store = await open();
  const [event] = makeEvents(1);
  await store.add(event ? [event] : []);
  await store.discard([event?.id ?? '']);
  await store.tellOverflow(ID, 1);
  await store.discard([ID]);
  await store.tellOverflow(ID, 2);
  expect(await store.count()).toBe(0);
});

it('keeps a batch within its bytes, at least one event', async () => {
  const store = await open();
  await store.add(makeEvents(10));
  expect(await store.peek(10, 10)).toHaveLength(1);
  const one = JSON.stringify(makeViolation()).length * 3;
  expect(await store.peek(10, one * 4 + one / 2)).toHaveLength(4);
});

it('shows the employee the latest records, newest first, also after they were sent', async () => {
  const store = await open();
  const events = makeEvents(5);
  await store.add(events);
  await store.remove(events.map(({ id }) => id));
  const newest = events.slice(-3).toReversed();
  expect((await store.recent()).map(({ id }) => id)).toEqual(newest.map(({ id }) => id));
});
