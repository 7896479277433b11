import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's second choice for Argon2id: 19 MiB, two passes. Kept in each hash, so it can grow. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_LENGTH = 32;
const FORM =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,3})\$([\w+/]{22,86})\$([\w+/]{43})$/;

/** Hashes and checks passwords. `pepper` is kept outside the database. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** False also for a stored form it does not know. */
  verify(password: string, stored: string): Promise<boolean>;
}

const encode = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** PHC strings of Argon2id (RFC 9106). `slots` bounds how many are computed at a time: each takes 19 MiB. */
export function createPasswordHasher(pepper: Uint8Array, slots = 2): PasswordHasher {
  let free = slots;
  const waiting: (() => void)[] = [];

  async function inSlot<Result>(work: () => Promise<Result>): Promise<Result> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  }

  return {
    hash: (password) =>
      inSlot(async () => {
        const nonce = randomBytes(16);
        const tag = await derive('argon2id', {
          message: password.normalize('NFKC'),
          nonce,
          ...COST,
          tagLength: TAG_LENGTH,
          secret: pepper,
        });
        const cost = `m=${String(COST.memory)},t=${String(COST.passes)},p=${String(COST.parallelism)}`;
        return `$argon2id$v=19$${cost}$${encode(nonce)}$${encode(tag)}`;
      }),
    verify: (password, stored) =>
      inSlot(async () => {
        const [, memory, passes, parallelism, nonce, tag] = FORM.exec(stored) ?? [];
        if (!memory || !passes || !parallelism || !nonce || !tag) return false;
        const computed = await derive('argon2id', {
          message: password.normalize('NFKC'),
          nonce: Buffer.from(nonce, 'base64'),
          memory: Number(memory),
          passes: Number(passes),
          parallelism: Number(parallelism),
          tagLength: TAG_LENGTH,
          secret: pepper,
        });
        return timingSafeEqual(computed, Buffer.from(tag, 'base64'));
      }),
  };
}
