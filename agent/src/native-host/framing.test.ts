import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createFrameReader, encodeFrame } from './framing.ts';

function feed(stream: Buffer, cuts: readonly number[]) {
  const reader = createFrameReader();
  const points = [...new Set(cuts.map((cut) => cut % (stream.length + 1)))].toSorted(
    (a, b) => a - b,
  );
  const results = [];
  let from = 0;
  for (const point of [...points, stream.length]) {
    results.push(...reader.push(stream.subarray(from, point)));
    from = point;
  }
  return { results, reader };
}

describe('frames', () => {
  it('come out as they went in, however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 20 }),
        (messages, cuts) => {
          const stream = Buffer.concat(messages.map((message) => encodeFrame(message)));
          const { results, reader } = feed(stream, cuts);
          const bodies = results.map((r) =>
            r.kind === 'frame' ? r.body.toString('utf8') : r.kind,
          );
          expect(bodies).toEqual(messages.map((message) => JSON.stringify(message)));
          expect(reader.isAtBoundary()).toBe(true);
        },
      ),
    );
  });

  it('never throw and never hold more than a frame, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.nat()), (bytes, cuts) => {
        const { results } = feed(Buffer.from(bytes), cuts);
        const oversize = results.findIndex((result) => result.kind === 'oversize');
        // After a length that makes no sense nothing more is read.
        expect(oversize === -1 || oversize === results.length - 1).toBe(true);
      }),
    );
  });

  it('end where the length is above the limit', () => {
    const reader = createFrameReader(10);
    expect(reader.push(encodeFrame('x'.repeat(9)))).toEqual([{ kind: 'oversize', sizeBytes: 11 }]);
    expect(reader.push(encodeFrame('ok'))).toEqual([]);
  });

  it('are known to be cut short', () => {
    const reader = createFrameReader();
    reader.push(encodeFrame('hello').subarray(0, 6));
    expect(reader.isAtBoundary()).toBe(false);
  });
});
