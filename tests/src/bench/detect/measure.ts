/** CPU clocks of virtual machines may tick in 10 ms: what is measured lasts at least so long. */
const ROUND_MS = 200;
/** By then V8 has compiled what is hot. */
const WARM_UP_MS = 400;
export const ROUNDS = 5;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** Milliseconds of CPU that the process has used, all of its threads: garbage collection and compilation count. */
function cpuNowMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Milliseconds of CPU time that one `run` takes: the median of five rounds, each as many runs as fill 200 ms. Runs
 * before that warm up and do not count.
 */
export async function measureCpuMs(run: () => unknown): Promise<number> {
  const once = async (): Promise<void> => {
    const pending = run();
    if (pending instanceof Promise) await pending;
  };
  const startedAt = performance.now();
  let lastMs = 0;
  do {
    const before = performance.now();
    await once();
    lastMs = performance.now() - before;
  } while (performance.now() - startedAt < WARM_UP_MS);
  const repeats = Math.max(1, Math.ceil(ROUND_MS / lastMs));
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const before = cpuNowMs();
    for (let repeat = 0; repeat < repeats; repeat++) await once();
    rounds.push((cpuNowMs() - before) / repeats);
  }
  return median(rounds);
}

export interface ShortTime {
  readonly medianMs: number;
  /** Of the wall clock: other processes of the machine are in it. */
  readonly maxMs: number;
}

/** Single runs by the wall clock, the first one included: `count` of them, or as many as 2 s allow, at least five. */
export function measureShort(run: () => unknown, count: number): ShortTime {
  const times: number[] = [];
  const startedAt = performance.now();
  while (times.length < count && (times.length < 5 || performance.now() - startedAt < 2000)) {
    const before = performance.now();
    run();
    times.push(performance.now() - before);
  }
  return { medianMs: median(times), maxMs: Math.max(...times) };
}
