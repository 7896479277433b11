import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import type { MountedVolume } from '../capabilities/mounts/port.ts';
import { createSilentLogger } from '../logging/logger.ts';
import { createExaminationQueue } from './examination-queue.ts';
import type { ExaminationResult, FileTask } from './examine-file.ts';

const volume: MountedVolume = {
  mountPoint: '/media/stick',
  source: '/dev/sdb1',
  fileSystem: 'vfat',
  device: 1n,
  removable: true,
  readOnly: false,
};
const logger = createSilentLogger();
const file = (path: string) => ({ path, origin: 'written' as const });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('examines each of ten thousand files once, few at a time, however often it is told of them', async () => {
  const seen: string[] = [];
  let open = 0;
  let most = 0;
  const queue = createExaminationQueue({
    logger,
    concurrency: 3,
    fingerprint: (_, path) => Promise.resolve(path),
    async examine({ path }) {
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      seen.push(path);
      open -= 1;
      return 'done';
    },
  });
  for (let i = 0; i < 10_000; i += 1) queue.offer(volume, file(`/f${i}`));
  for (let i = 0; i < 10_000; i += 1) queue.offer(volume, file(`/f${i}`));
  await vi.advanceTimersByTimeAsync(5_000);
  await queue.idle();
  expect(seen).toHaveLength(10_000);
  expect(new Set(seen).size).toBe(10_000);
  expect(most).toBe(3);
});

it('waits until writing has finished', async () => {
  let size = 0;
  const examined: number[] = [];
  const queue = createExaminationQueue({
    logger,
    settleMs: 300,
    fingerprint: () => Promise.resolve(String(size)),
    examine: () => {
      examined.push(size);
      return Promise.resolve('done');
    },
  });
  queue.offer(volume, file('/a'));
  for (; size < 10; size += 1) await vi.advanceTimersByTimeAsync(200);
  expect(examined).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(examined).toEqual([10]);
});

it('judges a file that never rests after the longest wait', async () => {
  let tick = 0;
  const tasks: FileTask[] = [];
  const queue = createExaminationQueue({
    logger,
    maxWaitMs: 5_000,
    fingerprint: () => Promise.resolve(String((tick += 1))),
    examine: (task) => {
      tasks.push(task);
      return Promise.resolve('done');
    },
  });
  queue.offer(volume, file('/a'));
  await vi.advanceTimersByTimeAsync(7_000);
  expect(tasks.map((task) => task.lastTry)).toEqual([true]);
});

it('a second event for the same write is no second act, a new write is one', async () => {
  let content = 'one';
  let examined = 0;
  const queue = createExaminationQueue({
    logger,
    fingerprint: () => Promise.resolve(content),
    examine: () => {
      examined += 1;
      return Promise.resolve('done');
    },
  });
  const offerAndWait = async () => {
    queue.offer(volume, file('/a'));
    await vi.advanceTimersByTimeAsync(2_000);
  };
  await offerAndWait();
  await offerAndWait();
  expect(examined).toBe(1);
  content = 'two';
  await offerAndWait();
  expect(examined).toBe(2);
  // Mounted again: it is looked at anew.
  queue.dropVolume(volume.mountPoint);
  await offerAndWait();
  expect(examined).toBe(3);
});

it('does not miss a write that comes while the file is examined', async () => {
  let content = 'one';
  const examined: string[] = [];
  const queue = createExaminationQueue({
    logger,
    fingerprint: () => Promise.resolve(content),
    async examine() {
      examined.push(content);
      if (content === 'one') {
        content = 'two';
        queue.offer(volume, file('/a'));
      }
      await Promise.resolve();
      return 'done';
    },
  });
  queue.offer(volume, file('/a'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(examined).toEqual(['one', 'two']);
});

it.each<[string, () => Promise<ExaminationResult>]>([
  ['throws', () => Promise.reject(new Error('13812345678'))],
  ['is done', () => Promise.resolve('done')],
])('goes on after an examination that %s', async (_, first) => {
  const seen: string[] = [];
  const queue = createExaminationQueue({
    logger,
    concurrency: 1,
    fingerprint: (__, path) => Promise.resolve(path),
    examine: ({ path }) => {
      seen.push(path);
      return path === '/a' ? first() : Promise.resolve('done');
    },
  });
  queue.offer(volume, file('/a'));
  queue.offer(volume, file('/b'));
  await vi.advanceTimersByTimeAsync(3_000);
  expect(seen).toEqual(['/a', '/b']);
  expect(queue.depth()).toBe(0);
});

it('a file that shows at two paths is one act: the second waits and finds it gone', async () => {
  let present = true;
  const examined: string[] = [];
  const queue = createExaminationQueue({
    logger,
    concurrency: 2,
    fingerprint: () => Promise.resolve(present ? 'same' : null),
    async examine({ path }) {
      if (!present) return 'done';
      examined.push(path);
      await new Promise((resolve) => {
        setTimeout(resolve, 700);
      });
      present = false;
      return 'done';
    },
  });
  queue.offer(volume, file('/a'));
  queue.offer({ ...volume, mountPoint: '/mnt' }, file('/mnt/a'));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(examined).toEqual(['/a']);
  expect(queue.depth()).toBe(0);
});

it('a clock that is set back a day makes no file wait', async () => {
  let examined = 0;
  const queue = createExaminationQueue({
    logger,
    fingerprint: () => Promise.resolve('same'),
    examine: () => {
      examined += 1;
      return Promise.resolve('done');
    },
  });
  queue.offer(volume, file('/a'));
  await vi.advanceTimersByTimeAsync(100);
  vi.setSystemTime(Date.now() - 86_400_000);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(examined).toBe(1);
});

it('what is written now does not wait for the thousands that lay there already', async () => {
  const order: string[] = [];
  const queue = createExaminationQueue({
    logger,
    concurrency: 1,
    fingerprint: async (_, path) => {
      await new Promise((resolve) => {
        setTimeout(resolve, 1);
      });
      return path;
    },
    examine: ({ path }) => {
      order.push(path);
      return Promise.resolve('done');
    },
  });
  for (let i = 0; i < 5_000; i += 1) queue.offer(volume, { path: `/old${i}`, origin: 'present' });
  await vi.advanceTimersByTimeAsync(100);
  queue.offer(volume, file('/new'));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(order).toHaveLength(5_001);
  expect(order.indexOf('/new')).toBeLessThan(1_000);
});
