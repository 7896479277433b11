import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createBackoff } from './backoff.ts';
import { createSleeper } from './sleep.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('backs off further each time up to the cap, never to nothing, and starts over after a success', () => {
  let draw = 1;
  const backoff = createBackoff({ baseMs: 100, capMs: 1_000, floorMs: 10, random: () => draw });
  const five = () => Array.from({ length: 5 }, () => backoff.next());
  expect(five()).toEqual([100, 200, 400, 800, 1_000]);
  backoff.reset();
  expect(backoff.next()).toBe(100);
  draw = 0;
  expect(backoff.next()).toBe(10);
});

it('sleeps until it is over, woken, or ended; a wake that came early is not lost', async () => {
  const ending = new AbortController();
  const sleeper = createSleeper(ending.signal);
  const sleeps = async (ms: number) => {
    let done = false;
    void sleeper.sleep(ms).then(() => {
      done = true;
      return done;
    });
    await vi.advanceTimersByTimeAsync(0);
    return () => done;
  };
  const first = await sleeps(1_000);
  await vi.advanceTimersByTimeAsync(999);
  expect(first()).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(first()).toBe(true);
  sleeper.wake();
  expect((await sleeps(1_000))()).toBe(true);
  const third = await sleeps(1_000);
  sleeper.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(third()).toBe(true);
  const last = await sleeps(1_000);
  ending.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect([last(), (await sleeps(1_000))()]).toEqual([true, true]);
});
