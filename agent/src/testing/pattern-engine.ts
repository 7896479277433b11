import type { Detection, Engine } from '@kedun/shared/detection/detection';
import { RawValue } from '@kedun/shared/redaction/raw-value';

import type { ReadText } from '../pipeline/examine-file.ts';
import type { RedactText } from '../pipeline/file-act.ts';

/** An engine for tests of what surrounds the engine: mobile numbers are 11 digits that begin with 1. */
export function createPatternEngine(): Engine {
  return {
    scan(text) {
      const detections = [...text.matchAll(/(?<!\d)1[3-9]\d{9}(?!\d)/g)].map(
        (match, record): Detection => ({
          type: 'cn-mobile',
          detectorVersion: 1,
          span: { start: match.index, end: match.index + 11 },
          value: new RawValue(match[0]),
          masked: `${match[0].slice(0, 3)}****${match[0].slice(7)}`,
          confidence: 0.9,
          dataClass: 'contact',
          dataLevel: 3,
          record,
          evasions: [],
          explanation: { checks: [], score: [] },
        }),
      );
      return { detections, unscanned: [] };
    },
  };
}

export const readUtf8: ReadText = (bytes) => {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { unscanned: { reason: 'unsupported-type' } };
  }
};

export const replaceSpans: RedactText = (text, detections) => {
  let result = text;
  for (const { span, masked } of detections.toReversed())
    result = result.slice(0, span.start) + masked + result.slice(span.end);
  return result;
};
