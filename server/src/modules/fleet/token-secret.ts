import { randomBytes } from 'node:crypto';

/** 32 random bytes as base64url. Never with a dash in front: a command line takes that for an option. */
export function newTokenSecret(): string {
  for (;;) {
    const secret = randomBytes(32).toString('base64url');
    if (!secret.startsWith('-')) return secret;
  }
}
