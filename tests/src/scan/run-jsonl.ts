import { once } from 'node:events';
import type { Writable } from 'node:stream';

import { type Line, splitLines } from './split-lines.ts';
import type { LineAnswer } from './scan-line.ts';

export interface JsonlRun {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: Writable;
  readonly maxLineBytes: number;
  readonly scanLine: (line: Line) => LineAnswer;
}

export interface JsonlCounts {
  readonly lines: number;
  readonly bad: number;
}

/** Characters of output that are written together; more would only cost memory. */
const BATCH_LENGTH = 65_536;

/**
 * Answers line by line, in order, as the lines come: what a chunk of input held is written before the next is read, and
 * no faster than the reader takes it.
 */
export async function runJsonl({
  input,
  output,
  maxLineBytes,
  scanLine,
}: JsonlRun): Promise<JsonlCounts> {
  let lines = 0;
  let bad = 0;
  let batch = '';
  const flush = async (): Promise<void> => {
    const isFull = batch !== '' && !output.write(batch);
    batch = '';
    if (isFull) await once(output, 'drain');
  };
  for await (const group of splitLines(input, maxLineBytes)) {
    for (const line of group) {
      const answer = scanLine(line);
      if (!answer) continue;
      lines++;
      if (answer.isBad) bad++;
      batch += `${answer.json}\n`;
      if (batch.length >= BATCH_LENGTH) await flush();
    }
    await flush();
  }
  return { lines, bad };
}
