import type { JudgedFile } from './judge-files.ts';

/** A copy of a text file with its identifiers masked, as UTF-8 with a byte order mark (spreadsheets need it). */
export function createFileMask(
  window: Pick<typeof globalThis, 'File'>,
  redact: (text: string) => string,
): (judged: JudgedFile) => File | null {
  return ({ file, safeName, text }) => {
    if (text === null) return null;
    const type = file.type === '' ? 'text/plain' : file.type;
    return new window.File(['\u{feff}', redact(text)], safeName, { type });
  };
}
