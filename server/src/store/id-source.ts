import { randomBytes } from 'node:crypto';

import type { Clock } from '../clock.ts';

/** Makes UUIDv7 ids that sort in the order they were made. */
export type IdSource = () => string;

const COUNTER_MAX = 0xfff;

/**
 * RFC 9562, section 6.2, method 1: the 12 bits of `rand_a` count within a millisecond, so that rows of one
 * batch keep their order (`crypto.randomUUIDv7` does not promise that). When a millisecond's ids are used
 * up, or the clock steps back, the time part runs ahead instead. `after` = the newest id of an earlier run, whose
 * clock may have been ahead.
 */
export function createIdSource(clock: Clock, after: string | null = null): IdSource {
  let lastMs = after === null ? -1 : Number.parseInt(after.replace('-', '').slice(0, 12), 16) + 1;
  let counter = 0;
  return () => {
    const nowMs = clock();
    if (nowMs > lastMs) {
      lastMs = nowMs;
      // Started low so that there is room to count.
      counter = randomBytes(1)[0] ?? 0;
    } else if (counter < COUNTER_MAX) {
      counter += 1;
    } else {
      lastMs += 1;
      counter = 0;
    }
    const bytes = randomBytes(16);
    bytes.writeUIntBE(lastMs, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8);
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  };
}
