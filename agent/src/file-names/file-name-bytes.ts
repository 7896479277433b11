/**
 * Names of files are bytes on Linux, not text: a stick written by an older program has them in GBK, and anybody
 * may choose bytes that are no text at all. Read as UTF-8 such a name comes out with U+FFFD in it and names no file
 * any more, so that its content would never be looked at. Bytes that are not UTF-8 become lone low surrogates
 * U+DC80 to U+DCFF, one each, as in PEP 383 ("surrogateescape"); every name has exactly one such form and back.
 */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 text that begins at `at`, one character of it; null when these bytes are none. */
function characterAt(bytes: Buffer, at: number): { text: string; length: number } | null {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1)
    try {
      return { text: strict.decode(bytes.subarray(at, at + length)), length };
    } catch {
      // The decoder says no more than that; a longer sequence may be one.
    }
  return null;
}

/** A name or path as the system gave it, as the text the agent carries around. */
export function decodeFileName(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\ufffd')) return text;
  let result = '';
  for (let at = 0; at < bytes.length;) {
    const character = characterAt(bytes, at);
    result += character?.text ?? String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    at += character?.length ?? 1;
  }
  return result;
}

/** The same as the system wants it back. */
export function encodeFileName(name: string): string | Buffer {
  if (name.isWellFormed()) return name;
  const parts: Buffer[] = [];
  for (const character of name) {
    const code = character.charCodeAt(0);
    const isEscape = character.length === 1 && code >= 0xdc80 && code <= 0xdcff;
    parts.push(isEscape ? Buffer.from([code - 0xdc00]) : Buffer.from(character));
  }
  return Buffer.concat(parts);
}
