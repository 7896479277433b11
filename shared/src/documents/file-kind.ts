/** First bytes of formats that are no text, as Latin-1: archives, PDF, OLE, pictures, programs, databases. */
const MAGIC: readonly string[] = [
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  '%PDF-',
  '\u00d0\u00cf\u0011\u00e0',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'Rar!',
  '7z\u00bc\u00af',
  '\u001f\u008b',
  '\u007fELF',
  'SQLite format 3',
];

export function startsWith(bytes: Uint8Array, prefix: string): boolean {
  for (let index = 0; index < prefix.length; index++)
    if (bytes[index] !== prefix.charCodeAt(index)) return false;
  return true;
}

/** True for bytes that say by their beginning that they are no text. */
export function isBinaryFormat(bytes: Uint8Array): boolean {
  return MAGIC.some((prefix) => startsWith(bytes, prefix));
}
