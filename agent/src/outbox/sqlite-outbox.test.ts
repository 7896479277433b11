import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, it, vi } from 'vitest';

import { createIdMaker } from '../ids/uuidv7.ts';
import { createSilentLogger } from '../logging/logger.ts';
import { deviceEvent, deviceEvents, violationEvent } from '../testing/sample-events.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { OutboxEntry } from './outbox.ts';
import { createSqliteOutbox } from './sqlite-outbox.ts';

function openOutbox(file: string, maxEvents = 100) {
  return createSqliteOutbox({
    file,
    maxEvents,
    logger: createSilentLogger(),
    newId: createIdMaker(),
    now: Date.now,
  });
}

const idsOf = (entries: readonly OutboxEntry[]) => entries.map((entry) => entry.event.id);

it('gives back in order what was appended, once per id, also after it was opened anew', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'outbox.db');
  const events = deviceEvents(5);
  const first = openOutbox(file);
  expect(first.append(events)).toBe('durable');
  expect(first.append(events)).toBe('durable');
  first.close();
  const second = openOutbox(file);
  expect(idsOf(second.peek(10, 1e6))).toEqual(events.map((event) => event.id));
  expect(second.status().depth).toBe(5);
  second.close();
});

it('keeps a batch within the bytes asked for, and one event however large', async () => {
  await using folder = await temporaryFolder();
  const outbox = openOutbox(path.join(folder.path, 'o.db'));
  outbox.append(deviceEvents(10));
  const bytes = JSON.stringify(deviceEvent()).length + 1;
  expect(outbox.peek(10, bytes * 3)).toHaveLength(3);
  expect(outbox.peek(10, 1)).toHaveLength(1);
  outbox.close();
});

it('sets refused events aside with their code, so that they hold up nobody', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'o.db');
  const outbox = openOutbox(file);
  outbox.append(deviceEvents(3));
  const [bad, good, rest] = outbox.peek(3, 1e6);
  if (!bad || !good || !rest) throw new Error('three were appended');
  outbox.settle([good], [{ entry: bad, code: 'event.foreign-id' }]);
  expect(idsOf(outbox.peek(3, 1e6))).toEqual([rest.event.id]);
  expect(outbox.status()).toMatchObject({ depth: 1, deadLetters: 1 });
  outbox.close();
  const row = new DatabaseSync(file).prepare('SELECT id, code FROM dead_letters').get();
  expect({ ...row }).toEqual({ id: bad.event.id, code: 'event.foreign-id' });
});

it('drops the oldest when it is full and tells how many in one event', async () => {
  await using folder = await temporaryFolder();
  const outbox = openOutbox(path.join(folder.path, 'o.db'), 100);
  const events = deviceEvents(350);
  for (const event of events) outbox.append([event]);
  expect(outbox.status()).toMatchObject({ depth: 100, droppedSinceStart: 251 });
  const entries = outbox.peek(500, 1e7).map((entry) => entry.event);
  const tallies = entries.filter((event) => event.kind === 'outbox.overflow');
  expect(tallies).toHaveLength(1);
  expect(tallies[0]).toMatchObject({ droppedCount: 251 });
  expect(entries.filter((event) => event.kind === 'device.attached').map((e) => e.id)).toEqual(
    events.slice(251).map((event) => event.id),
  );
  outbox.close();
});

it('counts every dropped event exactly once while batches are under way', async () => {
  await using folder = await temporaryFolder();
  const outbox = openOutbox(path.join(folder.path, 'o.db'), 100);
  const delivered: OutboxEntry[] = [];
  for (let round = 0; round < 30; round += 1) {
    outbox.append(deviceEvents(70));
    const batch = outbox.peek(40, 1e7);
    // While they are on their way, more comes in and something has to go.
    outbox.append(deviceEvents(70));
    // Every third answer is lost: the batch stays and is sent again.
    const isAnswered = round % 3 !== 0;
    if (isAnswered) delivered.push(...batch);
    outbox.settle(isAnswered ? batch : [], []);
  }
  const all = [...delivered, ...outbox.peek(1_000, 1e8)].map((entry) => entry.event);
  const told = all.reduce((sum, e) => sum + (e.kind === 'outbox.overflow' ? e.droppedCount : 0), 0);
  const real = new Set(all.filter((e) => e.kind === 'device.attached').map((e) => e.id));
  expect(real.size + told).toBe(30 * 140);
  expect(outbox.status().depth).toBeLessThanOrEqual(100);
  outbox.close();
});

it('does not send what is held until it is released with its outcome', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'o.db');
  const held = violationEvent();
  const other = violationEvent();
  const first = openOutbox(file);
  first.hold(held);
  first.hold(other);
  expect(first.peek(10, 1e6)).toEqual([]);
  first.close();
  const second = openOutbox(file);
  expect(second.held().map((event) => event.id)).toEqual([held.id, other.id]);
  second.release({ ...held, enforcement: { outcome: 'quarantined' } });
  second.discard(other.id);
  expect(second.peek(10, 1e6).map((entry) => entry.event)).toEqual([
    { ...held, enforcement: { outcome: 'quarantined' } },
  ]);
  expect(second.status().depth).toBe(1);
  second.close();
});

it('moves a damaged database aside, tells so, and goes on', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'o.db');
  writeFileSync(file, 'this is not a database, and it is longer than a header of one would be');
  const outbox = openOutbox(file);
  expect(outbox.status().damagedMovedTo).toContain('o.db.damaged-');
  expect(outbox.append(deviceEvents(1))).toBe('durable');
  outbox.close();
});

it('carries over what can still be read of a database of another shape', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'o.db');
  const [event] = deviceEvents(1);
  const old = new DatabaseSync(file);
  old.exec('CREATE TABLE events (seq INTEGER PRIMARY KEY, body TEXT)');
  old.prepare('INSERT INTO events (body) VALUES (?)').run(JSON.stringify(event));
  old.prepare('INSERT INTO events (body) VALUES (?)').run('{"kind":"nonsense"}');
  old.close();
  const outbox = openOutbox(file);
  expect(idsOf(outbox.peek(10, 1e6))).toEqual([event?.id]);
  outbox.close();
});

it('keeps events in memory while the disk refuses, and moves them to disk when it no longer does', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'o.db');
  const outbox = openOutbox(file);
  // No write begins from now on, as on a disk that is full.
  const disk = vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation((sql) => {
    if (sql.startsWith('BEGIN')) throw Object.assign(new Error('full'), { errcode: 13 });
  });
  const [event] = deviceEvents(1);
  if (!event) throw new Error('one was made');
  expect(outbox.append([event])).toBe('memory');
  expect(outbox.appendDurably(deviceEvents(1))).toBe(false);
  expect(outbox.status()).toMatchObject({ depth: 1, storage: 'memory' });
  disk.mockRestore();
  expect(idsOf(outbox.peek(10, 1e6))).toEqual([event.id]);
  expect(outbox.status()).toMatchObject({ depth: 1, storage: 'durable' });
  outbox.close();
});
