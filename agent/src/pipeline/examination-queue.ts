import { type Logger, errorCode } from '../logging/logger.ts';
import type { SeenFile } from '../capabilities/file-watch/port.ts';
import type { MountedVolume } from '../capabilities/mounts/port.ts';
import type { ExaminationResult, FileTask } from './examine-file.ts';

export interface ExaminationQueueDeps {
  readonly examine: (task: FileTask) => Promise<ExaminationResult>;
  /** What the file is like now; null = it is gone. Equal twice in a row = writing has finished. */
  readonly fingerprint: (volume: MountedVolume, path: string) => Promise<string | null>;
  readonly logger: Logger;
  /** Files examined at the same time. */
  readonly concurrency?: number;
  /** How long a file must be quiet. */
  readonly settleMs?: number;
  /** A file that is never quiet is judged as it is after this long. */
  readonly maxWaitMs?: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

export interface ExaminationQueue {
  offer(volume: MountedVolume, file: SeenFile): void;
  /** Forgets what waits for a volume that has gone. */
  dropVolume(mountPoint: string): void;
  /** Files waiting or being examined. */
  depth(): number;
  /** Resolves when nothing is left. */
  idle(): Promise<void>;
  /** Resolves when no examination is under way. */
  close(): Promise<void>;
}

interface Waiting {
  volume: MountedVolume;
  readonly file: SeenFile;
  since: number;
  /** Fingerprint at the last look; null = not looked at yet. */
  last: string | null;
  nextLookAt: number;
  running: boolean;
  /** An event came since the last step began. */
  dirty: boolean;
}

/** Fingerprints of files examined and found quiet, so that a second event for the same write is no second act. */
const MAX_REMEMBERED = 200_000;

/**
 * Between the watch and the examiner: one entry per path however many events come, waits until writing has
 * finished, bounds how many are open at once. Nothing is dropped but files of a volume that has gone.
 */
export function createExaminationQueue(deps: ExaminationQueueDeps): ExaminationQueue {
  const { logger, concurrency = 2, settleMs = 300, maxWaitMs = 30_000 } = deps;
  // Monotonic: a clock set back a day must not make a file wait a day.
  const now = deps.now ?? (() => performance.now());
  const waiting = new Map<string, Waiting>();
  /**
   * Paths never looked at, and paths looked at once, by time of the next look. What is being written now goes
   * before the thousands that lay on the volume already: it is what may be carried away in a moment.
   */
  const fresh = { written: new Set<string>(), present: new Set<string>() };
  const settling = new Set<string>();
  const examined = new Map<string, Set<string>>();
  /** Fingerprints under examination: a volume mounted twice shows one file at two paths. */
  const examining = new Set<string>();
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let idleListeners: (() => void)[] = [];
  let stopped: (() => void) | undefined;

  function remember(mountPoint: string, fingerprint: string): void {
    const known = examined.get(mountPoint) ?? new Set();
    if (known.size >= MAX_REMEMBERED) known.clear();
    known.add(fingerprint);
    examined.set(mountPoint, known);
  }

  function leaveLines(path: string): void {
    for (const line of [fresh.written, fresh.present, settling]) line.delete(path);
  }

  function finish(path: string): void {
    waiting.delete(path);
    leaveLines(path);
    if (waiting.size > 0) return;
    for (const listener of idleListeners) listener();
    idleListeners = [];
  }

  function lookAgain(path: string, entry: Waiting, last: string | null): void {
    entry.last = last;
    entry.nextLookAt = now() + settleMs;
    settling.add(path);
  }

  async function examineOnce(
    { file, volume }: Waiting,
    lastTry: boolean,
    fingerprint: string | null,
  ): Promise<ExaminationResult> {
    if (fingerprint === null) return deps.examine({ ...file, volume, lastTry });
    examining.add(fingerprint);
    try {
      return await deps.examine({ ...file, volume, lastTry });
    } finally {
      examining.delete(fingerprint);
    }
  }

  /** One look at one entry: gone, known, still being written, or ready. */
  async function step(path: string, entry: Waiting): Promise<void> {
    entry.dirty = false;
    const { mountPoint } = entry.volume;
    const fingerprint = await deps.fingerprint(entry.volume, path);
    if (fingerprint !== null && examined.get(mountPoint)?.has(fingerprint)) return finish(path);
    const lastTry = now() - entry.since >= maxWaitMs;
    // Null may mean gone or unreadable: the examiner tells these apart.
    if (fingerprint !== null && fingerprint !== entry.last && !lastTry)
      return lookAgain(path, entry, fingerprint);
    if (fingerprint !== null && examining.has(fingerprint))
      return lookAgain(path, entry, fingerprint);
    const result = await examineOnce(entry, lastTry, fingerprint);
    if (result === 'done' && fingerprint !== null) remember(mountPoint, fingerprint);
    if (closed || (result === 'done' && !entry.dirty)) return finish(path);
    if (result === 'done') entry.since = now();
    return lookAgain(path, entry, null);
  }

  function start(path: string, entry: Waiting): void {
    leaveLines(path);
    entry.running = true;
    running += 1;
    step(path, entry)
      .catch((error: unknown) => {
        logger.error({ code: errorCode(error) }, 'examination failed');
        finish(path);
      })
      .finally(() => {
        entry.running = false;
        running -= 1;
        if (closed && running === 0) stopped?.();
        pump();
      });
  }

  /** What is due next, those that already wait first. */
  function nextDue(): string | undefined {
    const first = settling.values().next().value;
    if (first !== undefined && (waiting.get(first)?.nextLookAt ?? 0) <= now()) return first;
    return fresh.written.values().next().value ?? fresh.present.values().next().value;
  }

  function pump(): void {
    clearTimeout(timer);
    if (closed) return;
    while (running < concurrency) {
      const path = nextDue();
      const entry = path === undefined ? undefined : waiting.get(path);
      if (path === undefined || !entry) break;
      start(path, entry);
    }
    const first = settling.values().next().value;
    const at = first === undefined ? undefined : waiting.get(first)?.nextLookAt;
    if (running < concurrency && at !== undefined)
      timer = setTimeout(pump, Math.max(5, at - now()));
  }

  return {
    offer(volume, file) {
      if (closed) return;
      const entry = waiting.get(file.path);
      if (entry) {
        entry.dirty = true;
        // It may be another volume by now, mounted at the same place.
        entry.volume = volume;
        return;
      }
      waiting.set(file.path, {
        volume,
        file,
        since: now(),
        last: null,
        nextLookAt: 0,
        running: false,
        dirty: false,
      });
      fresh[file.origin].add(file.path);
      if (running < concurrency) pump();
    },
    dropVolume(mountPoint) {
      examined.delete(mountPoint);
      for (const [path, entry] of waiting)
        if (entry.volume.mountPoint === mountPoint && !entry.running) finish(path);
    },
    depth: () => waiting.size,
    idle: () =>
      waiting.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            idleListeners.push(resolve);
          }),
    close() {
      closed = true;
      clearTimeout(timer);
      for (const listener of idleListeners) listener();
      idleListeners = [];
      return running === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            stopped = resolve;
          });
    },
  };
}
