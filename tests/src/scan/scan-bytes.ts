import type { Engine, ScanResult } from '@kedun/shared/detection/detection';
import type { TextReader } from '@kedun/shared/documents/read-text';

export interface ByteScannerDeps {
  readonly engine: Engine;
  readonly readText: TextReader;
}

/** Scans what the bytes say; `hint` = a name for their encoding that may be wrong. What was not read is told. */
export function scanBytes(
  { engine, readText }: ByteScannerDeps,
  bytes: Uint8Array,
  hint?: string,
): ScanResult {
  const read = readText(bytes, { hint });
  if ('unscanned' in read) return { detections: [], unscanned: [read.unscanned] };
  const { detections, unscanned } = engine.scan(read.text);
  // Some bytes were no text: what stood there is unknown.
  return { detections, unscanned: read.damaged ? [...unscanned, { reason: 'broken' }] : unscanned };
}
