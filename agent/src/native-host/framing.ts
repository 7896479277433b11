/** Browsers' native messaging frame: 4 bytes little-endian length, then JSON in UTF-8. The socket speaks the same. */
export const MAX_FRAME_BYTES = 1_000_000;
const HEADER_BYTES = 4;

export function encodeFrame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  const frame = Buffer.allocUnsafe(HEADER_BYTES + body.length);
  frame.writeUInt32LE(body.length, 0);
  body.copy(frame, HEADER_BYTES);
  return frame;
}

export type FrameResult =
  | { readonly kind: 'frame'; readonly body: Buffer }
  /** The length makes no sense: what follows cannot be told apart any more, the connection has to end. */
  | { readonly kind: 'oversize'; readonly sizeBytes: number };

/** Cuts a stream of chunks, however they fall, into frames. Holds at most one frame's bytes. */
export interface FrameReader {
  push(chunk: Buffer): readonly FrameResult[];
  /** True when the stream may end here: not in the middle of a frame. */
  isAtBoundary(): boolean;
}

export function createFrameReader(maxBytes = MAX_FRAME_BYTES): FrameReader {
  let chunks: Buffer[] = [];
  let held = 0;
  let dead = false;

  function take(count: number): Buffer {
    const all = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, held);
    chunks = all.length > count ? [all.subarray(count)] : [];
    held = all.length - count;
    return all.subarray(0, count);
  }

  let wanted: number | null = null;
  return {
    push(chunk) {
      const results: FrameResult[] = [];
      if (dead) return results;
      chunks.push(chunk);
      held += chunk.length;
      for (;;) {
        if (wanted === null) {
          if (held < HEADER_BYTES) return results;
          wanted = take(HEADER_BYTES).readUInt32LE(0);
          if (wanted > maxBytes) {
            dead = true;
            chunks = [];
            results.push({ kind: 'oversize', sizeBytes: wanted });
            return results;
          }
        }
        if (held < wanted) return results;
        results.push({ kind: 'frame', body: wanted === 0 ? Buffer.alloc(0) : take(wanted) });
        wanted = null;
      }
    },
    isAtBoundary: () => held === 0 && wanted === null,
  };
}
