import type { Act } from '@kedun/shared/contracts/act';
import type { Unscanned } from '@kedun/shared/contracts/finding';
import { LIMITS } from '@kedun/shared/contracts/vocabulary';
import type { Inspection } from '@kedun/shared/inspection/inspect';

import type { Inspector } from '../../pipeline/inspector.ts';

export interface JudgedFile {
  readonly file: File;
  /** Without identifiers. */
  readonly safeName: string;
  /** What was read of it; null when it could not be read. */
  readonly text: string | null;
  readonly inspection: Inspection;
}

export interface FileJudgeDeps {
  readonly inspector: Inspector;
  readonly pageHost: string;
  readonly readText: (bytes: Uint8Array) => { text: string } | { unscanned: Unscanned };
  /** A text without its identifiers. */
  readonly redact: (text: string) => string;
}

async function readFile(
  file: File,
  readText: FileJudgeDeps['readText'],
): Promise<{ text: string } | { unscanned: Unscanned }> {
  if (file.size > LIMITS.fileBytes) return { unscanned: { reason: 'too-large' } };
  try {
    return readText(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { unscanned: { reason: 'unreadable' } };
  }
}

/** Reads and judges one file. The name is judged with the content: it may hold customer data too. */
export function createFileJudge(deps: FileJudgeDeps) {
  return async (file: File, initiator: Act['initiator']): Promise<JudgedFile> => {
    const read = await readFile(file, deps.readText);
    const text = 'text' in read ? read.text : null;
    const safeName = deps.redact(file.name).slice(0, 512);
    const inspection = deps.inspector.inspect({
      channel: 'upload.file',
      source: { kind: 'local' },
      destination: { kind: 'web', host: deps.pageHost },
      content: {
        kind: 'file',
        sizeBytes: file.size,
        fileName: safeName,
        ...(file.type === '' ? {} : { mediaType: file.type.slice(0, 128) }),
      },
      initiator,
      text: `${text ?? ''}\n${file.name}`,
      ...('unscanned' in read ? { unscanned: [read.unscanned] } : {}),
    });
    return { file, safeName, text, inspection };
  };
}
