import fc from 'fast-check';
import { expect, it } from 'vitest';

import { splitLines } from './split-lines.ts';

async function linesOf(chunks: readonly string[], maxBytes = 1000): Promise<(string | null)[]> {
  async function* source(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk, 'latin1'));
  }
  const lines: (string | null)[] = [];
  for await (const group of splitLines(source(), maxBytes))
    for (const { number, bytes } of group) {
      expect(number).toBe(lines.length + 1);
      lines.push(bytes && Buffer.from(bytes).toString('latin1'));
    }
  return lines;
}

it('gives the same lines however the bytes come', async () => {
  const chunk = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r'), maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(fc.array(chunk, { maxLength: 8 }), async (chunks) => {
      const text = chunks.join('');
      const expected = text.split('\n');
      if (expected.at(-1) === '') expected.pop();
      expect(await linesOf(chunks)).toEqual(expected);
    }),
  );
});

it('drops what is too long and goes on', async () => {
  expect(await linesOf(['abcde', 'fgh', '\nab\nabcdef', 'g'], 5)).toEqual([null, 'ab', null]);
  expect(await linesOf(['abcde\nabcdef\n'], 5)).toEqual(['abcde', null]);
});
