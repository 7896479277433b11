import { randomBytes } from 'node:crypto';

/**
 * Makes version 7 UUIDs (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits with a 12-bit
 * counter in front (method 1 of section 6.2), so that ids of one process sort in the order they were made,
 * even when the clock steps back.
 */
export function createIdMaker(now: () => number = Date.now): () => string {
  let lastMs = 0;
  let counter = 0;
  return () => {
    const bytes = randomBytes(16);
    const nowMs = now();
    if (nowMs > lastMs) {
      lastMs = nowMs;
      // Room to count upwards within the millisecond.
      counter = bytes.readUInt16BE(6) & 0x07ff;
    } else {
      counter += 1;
      if (counter > 0x0fff) {
        lastMs += 1;
        counter = 0;
      }
    }
    bytes.writeUIntBE(lastMs, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
    const hex = bytes.toString('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join('-');
  };
}
