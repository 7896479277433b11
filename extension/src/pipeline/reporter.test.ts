import { expect, it } from 'vitest';

import { makeViolation } from '../testing/events.ts';
import { createReporter } from './reporter.ts';

it('keeps an event until the background acknowledges it, through a killed worker', async () => {
  const tasks: (() => void)[] = [];
  const spooled: string[] = [];
  const arrived: string[] = [];
  let attempts = 0;
  const reporter = createReporter({
    spool: async ({ id }) => void spooled.push(id),
    record: async (events) => {
      attempts += 1;
      if (attempts === 1) throw new Error('message channel closed');
      if (attempts === 2) return [];
      arrived.push(...events.map(({ id }) => id));
      return arrived;
    },
    schedule: (task) => void tasks.push(task),
  });
  const event = makeViolation();
  await reporter.report(event);
  expect(spooled).toEqual([event.id]);
  for (let round = 0; round < 3; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    tasks.shift()?.();
  }
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(arrived).toEqual([event.id]);
  expect([reporter.waiting(), attempts]).toEqual([0, 3]);
});

it('a storage that fails holds up nothing: the event still goes to the background', async () => {
  const arrived: string[] = [];
  const reporter = createReporter({
    spool: () => Promise.reject(new Error('quota')),
    record: async (events) => {
      arrived.push(...events.map(({ id }) => id));
      return arrived;
    },
    schedule: () => undefined,
  });
  const event = makeViolation();
  await reporter.report(event);
  expect(arrived).toEqual([event.id]);
});
