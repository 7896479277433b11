import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';

/** Field 0 (name) of the passwd(5) line whose field 2 is the uid. */
export function nameFromPasswd(text: string, userId: number): string | null {
  for (const line of text.split('\n')) {
    const fields = line.split(':');
    if (fields[2] === String(userId) && fields[0]) return fields[0];
  }
  return null;
}

function askNameService(userId: number): Promise<string> {
  return new Promise((resolve) => {
    execFile('getent', ['passwd', String(userId)], { timeout: 3_000 }, (error, stdout) =>
      resolve(error ? '' : stdout),
    );
  });
}

/**
 * Names of local accounts; directory services (LDAP, SSSD) are asked through getent. Null when nobody knows
 * the number. Answers are kept for five minutes.
 */
export function createAccountNames(passwdFile = '/etc/passwd', now: () => number = Date.now) {
  const known = new Map<number, { name: string | null; until: number }>();
  return async (userId: number): Promise<string | null> => {
    const kept = known.get(userId);
    if (kept && kept.until > now()) return kept.name;
    const local = nameFromPasswd(await readFile(passwdFile, 'utf8').catch(() => ''), userId);
    const name = local ?? nameFromPasswd(await askNameService(userId), userId);
    if (known.size > 10_000) known.clear();
    known.set(userId, { name, until: now() + 300_000 });
    return name;
  };
}
