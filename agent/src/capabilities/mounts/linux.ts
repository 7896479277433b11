import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import readline from 'node:readline';

import { decodeFileName } from '../../file-names/file-name-bytes.ts';
import { type Logger, errorCode } from '../../logging/logger.ts';
import { createBackoff } from '../../timing/backoff.ts';
import { deviceNumber, holdsFiles, parseMountinfo } from './mountinfo.ts';
import type { Mounts } from './port.ts';
import { createRemovableCheck } from './removable.ts';

export interface LinuxMountsDeps {
  readonly logger: Logger;
  readonly mountinfoFile?: string;
  readonly sysRoot?: string;
  /** For tests: another program in place of findmnt. */
  readonly findmnt?: string;
  /** Safety net under the events, and all there is where findmnt is missing. */
  readonly pollMs?: number;
}

/**
 * Mounts on Linux. Events come from `findmnt --poll` (util-linux), 0.2 ms after the mount; the list itself
 * is read from /proc/self/mountinfo, where it cannot be half printed.
 */
export function createLinuxMounts(deps: LinuxMountsDeps): Mounts {
  const { logger, mountinfoFile = '/proc/self/mountinfo', findmnt = 'findmnt' } = deps;
  const isRemovable = createRemovableCheck(deps.sysRoot);

  return {
    supportsEvents: true,
    async list() {
      const lines = parseMountinfo(decodeFileName(await readFile(mountinfoFile))).filter(
        holdsFiles,
      );
      return Promise.all(
        lines.map(async (line) => ({
          mountPoint: line.mountPoint,
          source: line.source,
          fileSystem: line.fileSystem,
          device: deviceNumber(line.majorMinor),
          removable: await isRemovable(line),
          readOnly: line.readOnly,
        })),
      );
    },
    watch(onChange) {
      const stopEvents = superviseFindmnt(findmnt, logger, onChange);
      const stopPolling = pollMountinfo(mountinfoFile, deps.pollMs ?? 2_000, onChange);
      return () => {
        stopEvents();
        stopPolling();
      };
    },
  };
}

/** Keeps the child running; each of its lines is `<action> <mount point>`. */
function superviseFindmnt(
  program: string,
  logger: Logger,
  onChange: (mountPoint: string | null) => void,
): () => void {
  const backoff = createBackoff({ baseMs: 500, capMs: 60_000 });
  let stopped = false;
  let restart: NodeJS.Timeout | undefined;
  let end: (() => void) | undefined;

  function start(): void {
    const child = spawn(program, ['--poll', '--noheadings', '--raw', '--output', 'ACTION,TARGET'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8' },
    });
    let ended = false;
    const again = (code: string) => {
      if (ended || stopped) return;
      ended = true;
      logger.warn({ code }, 'findmnt ended; starting it again');
      // What happened in between is found by looking at the whole list.
      restart = setTimeout(() => {
        start();
        onChange(null);
      }, backoff.next());
    };
    child.on('error', (error) => again(errorCode(error)));
    child.on('exit', (status, signal) => again(signal ?? `exit-${status}`));
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      backoff.reset();
      onChange(parsePollLine(line));
    });
    end = () => child.kill('SIGTERM');
  }

  start();
  return () => {
    stopped = true;
    clearTimeout(restart);
    end?.();
  };
}

/** `mount /media/a\x20b` → `/media/a b`. Null when the line names no mount point. */
export function parsePollLine(line: string): string | null {
  const target = /^\S+\s+(\/.*)$/.exec(line.trim())?.[1];
  if (target === undefined) return null;
  // --raw writes each byte it finds unsafe as \xHH; the bytes together are the name.
  const bytes: Buffer[] = [];
  for (const part of target.split(/(\\x[0-9a-f]{2})/i))
    bytes.push(
      /^\\x[0-9a-f]{2}$/i.test(part) ? Buffer.from(part.slice(2), 'hex') : Buffer.from(part),
    );
  return decodeFileName(Buffer.concat(bytes));
}

function pollMountinfo(
  file: string,
  everyMs: number,
  onChange: (mountPoint: string | null) => void,
): () => void {
  let last: string | undefined;
  async function look(): Promise<void> {
    const text = await readFile(file, 'utf8').catch(() => last);
    if (last !== undefined && text !== last) onChange(null);
    last = text;
  }
  const timer = setInterval(() => void look(), everyMs);
  return () => clearInterval(timer);
}
