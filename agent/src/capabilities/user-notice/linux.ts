import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { type Logger, errorCode } from '../../logging/logger.ts';
import type { Notice, UserNotice } from './port.ts';

export interface LinuxUserNoticeDeps {
  readonly logger: Logger;
  /** Where logged-in users have their session bus. */
  readonly runtimeRoot?: string;
  /** Directories that hold notify-send or gdbus. */
  readonly programDirectories?: readonly string[];
}

const TIMEOUT_MS = 5_000;
const MAX_WAITING = 20;

/** A GVariant string literal, as gdbus reads its arguments. */
export function quoteForGdbus(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
}

function commandFor(program: string, notice: Notice): readonly string[] {
  if (path.basename(program) === 'notify-send')
    return ['--app-name=Kedun', '--urgency=critical', '--', notice.title, notice.body];
  return [
    'call',
    '--session',
    '--dest',
    'org.freedesktop.Notifications',
    '--object-path',
    '/org/freedesktop/Notifications',
    '--method',
    'org.freedesktop.Notifications.Notify',
    quoteForGdbus('Kedun'),
    '0',
    quoteForGdbus('dialog-warning'),
    quoteForGdbus(notice.title),
    quoteForGdbus(notice.body),
    '[]',
    '{}',
    '15000',
  ];
}

/** Desktop notifications (freedesktop.org) on the session bus of the user, as that user. */
export function createLinuxUserNotice(deps: LinuxUserNoticeDeps): UserNotice {
  const { logger, runtimeRoot = '/run/user', programDirectories = ['/usr/bin', '/bin'] } = deps;
  const program = ['notify-send', 'gdbus']
    .flatMap((name) => programDirectories.map((directory) => path.join(directory, name)))
    .find((file) => existsSync(file));
  let waiting = 0;

  async function usersWithBus(): Promise<readonly number[]> {
    const names = await readdir(runtimeRoot).catch(() => []);
    const users: number[] = [];
    for (const name of names.filter((entry) => /^\d+$/.test(entry))) {
      const bus = await stat(path.join(runtimeRoot, name, 'bus')).catch(() => null);
      // The directory's owner, not its name, is who we become.
      if (bus?.isSocket() && bus.uid === Number(name)) users.push(bus.uid);
    }
    return users;
  }

  function speak(file: string, notice: Notice, userId: number): Promise<boolean> {
    return new Promise((resolve) => {
      const isOther = process.getuid?.() !== userId;
      const child = spawn(file, commandFor(file, notice), {
        stdio: 'ignore',
        timeout: TIMEOUT_MS,
        env: {
          PATH: '/usr/bin:/bin',
          LC_ALL: 'C.UTF-8',
          XDG_RUNTIME_DIR: path.join(runtimeRoot, String(userId)),
          DBUS_SESSION_BUS_ADDRESS: `unix:path=${path.join(runtimeRoot, String(userId), 'bus')}`,
        },
        ...(isOther ? { uid: userId, gid: userId } : {}),
      });
      child.on('error', (error) => {
        logger.warn({ code: errorCode(error) }, 'notice could not be shown');
        resolve(false);
      });
      child.on('exit', (status) => resolve(status === 0));
    });
  }

  return {
    supportsNotices: program !== undefined,
    async show(notice, userId) {
      // Ten thousand files are one incident, not ten thousand windows.
      if (program === undefined || waiting >= MAX_WAITING) return 'nobody-there';
      waiting += 1;
      try {
        const users = await usersWithBus();
        const addressed = users.filter((user) => userId === null || user === userId);
        const shown = await Promise.all(addressed.map((user) => speak(program, notice, user)));
        return shown.includes(true) ? 'shown' : 'nobody-there';
      } finally {
        waiting -= 1;
      }
    },
  };
}
