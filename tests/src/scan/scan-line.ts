import { REPORTING_CONFIDENCE } from '@kedun/shared/detection/confidence';
import type { ScanResult } from '@kedun/shared/detection/detection';
import type { Unscanned } from '@kedun/shared/contracts/finding';
import { z } from 'zod';

import { type ItemId, readId } from './item-id.ts';
import { createProblem, type Problem, type Words } from './problems.ts';
import { type ByteScannerDeps, scanBytes } from './scan-bytes.ts';
import type { Line } from './split-lines.ts';

export interface LineScannerDeps extends ByteScannerDeps {
  /** Adds the raw `value` to each finding. */
  readonly reveal: boolean;
  /** For the message about a line that was not kept. */
  readonly maxLineBytes: number;
}

/** One line of output, without line feed; null for a blank line of input. */
export type LineAnswer = { readonly json: string; readonly isBad: boolean } | null;

/** A line of input beyond its id. Other fields are ignored. */
const itemSchema = z.object({
  text: z.string().nullish(),
  bytes_b64: z.string().nullish(),
  /** May be absent, wrong or nonsense. */
  encoding: z.unknown().optional(),
});

/** RFC 4648, sections 4 and 5: both alphabets, padding and line breaks optional; null when it is none. */
function decodeBase64(encoded: string): Uint8Array | null {
  const dense = encoded.replace(/\s/gu, '');
  if (!/^[A-Za-z0-9+/_-]*={0,2}$/u.test(dense)) return null;
  if (dense.replace(/=/gu, '').length % 4 === 1) return null;
  return Buffer.from(dense, 'base64');
}

const EITHER: Words = {
  zh: 'text 与 bytes_b64 应恰好给出一个。',
  en: 'give exactly one of text and bytes_b64.',
};
const BASE64: Words = { zh: 'bytes_b64 不是有效的 base64。', en: 'bytes_b64 is not valid base64.' };
const ID: Words = { zh: 'id 应是字符串或数字。', en: 'id must be a string or a number.' };
const STRINGS: Words = {
  zh: 'text 和 bytes_b64 应是字符串。',
  en: 'text and bytes_b64 must be strings.',
};

/** Scans the lines of a run, one after the other. */
export function createLineScanner(deps: LineScannerDeps): (line: Line) => LineAnswer {
  const decoder = new TextDecoder('utf-8', { fatal: true });

  const answerBad = (line: Line, problem: Problem, id?: ItemId | null): LineAnswer => ({
    json: `{"line":${line.number},${id ? `"id":${id.json},` : ''}"error":${JSON.stringify(problem)}}`,
    isBad: true,
  });

  const answer = (id: ItemId, result: ScanResult): LineAnswer => ({
    json: `{"id":${id.json},"findings":${JSON.stringify(toFindings(result))},"unscanned":${JSON.stringify(toUnscanned(result.unscanned))}}`,
    isBad: false,
  });

  const toFindings = ({ detections }: ScanResult): object[] =>
    detections
      .filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE)
      .map(({ type, span, confidence, masked, value }) => ({
        type,
        start: span.start,
        end: span.end,
        confidence,
        masked,
        ...(deps.reveal && { value: value.reveal() }),
      }));

  function scanItem(line: Line, source: string): LineAnswer {
    let parsed: unknown;
    try {
      parsed = JSON.parse(source);
    } catch {
      // The parser's message quotes the content.
      return answerBad(line, createProblem('line.not-json'));
    }
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
      return answerBad(line, createProblem('line.not-json'));
    const id = readId(parsed, source);
    if (!id) return answerBad(line, createProblem('line.invalid', ID));
    const item = itemSchema.safeParse(parsed);
    if (!item.success) return answerBad(line, createProblem('line.invalid', STRINGS), id);
    const { text, bytes_b64: encoded, encoding } = item.data;
    if (typeof text === 'string' && typeof encoded !== 'string')
      return answer(id, deps.engine.scan(text));
    if (typeof text === 'string' || typeof encoded !== 'string')
      return answerBad(line, createProblem('line.invalid', EITHER), id);
    const bytes = decodeBase64(encoded);
    if (!bytes) return answerBad(line, createProblem('line.invalid', BASE64), id);
    const hint = typeof encoding === 'string' ? encoding : undefined;
    return answer(id, scanBytes(deps, bytes, hint));
  }

  return (line) => {
    if (!line.bytes) {
      const limit = `${Math.floor(deps.maxLineBytes / 2 ** 20)} MiB`;
      return answerBad(line, createProblem('line.too-long', limit));
    }
    let source: string;
    try {
      source = decoder.decode(line.bytes);
    } catch {
      // Says no more than that.
      return answerBad(line, createProblem('line.not-utf-8'));
    }
    if (source.trim() === '') return null;
    try {
      return scanItem(line, source);
    } catch (error) {
      // A fault of ours must not cost the other lines; its message could quote the content.
      return answerBad(
        line,
        createProblem('line.failed', error instanceof Error ? error.name : ''),
      );
    }
  };
}

/** `part` is always told: '' = the whole content. */
function toUnscanned(unscanned: readonly Unscanned[]): object[] {
  return unscanned.map(({ part = '', reason }) => ({ part, reason }));
}
