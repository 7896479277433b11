/** Encodings of text, written for the benchmark alone. */

export function utf8Bytes(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)];
}

/** Byte pairs of GBK by character, read off the platform's decoder. */
function gbkTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gbk');
  const table = new Map<string, readonly number[]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const bytes = [high, low];
      const character = decoder.decode(Uint8Array.from(bytes));
      if (character.length === 1 && character !== '\uFFFD') table.set(character, bytes);
    }
  }
  return table;
}

export function createGbkEncoder(): (text: string) => readonly number[] {
  let table: ReadonlyMap<string, readonly number[]> | null = null;
  return (text) => {
    table ??= gbkTable();
    const known = table;
    return Array.from(text).flatMap((character) => {
      const unit = character.charCodeAt(0);
      return unit < 0x80 ? [unit] : (known.get(character) ?? [0x3f]);
    });
  };
}

export function utf16Bytes(
  text: string,
  options: { bigEndian: boolean; mark: boolean },
): readonly number[] {
  return Array.from(`${options.mark ? '\uFEFF' : ''}${text}`).flatMap((character) => {
    const unit = character.charCodeAt(0);
    const pair = [unit & 0xff, unit >> 8];
    return options.bigEndian ? pair.toReversed() : pair;
  });
}

export function base64(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes));
}

export function hex(bytes: readonly number[], separator = ''): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(separator);
}

export function percent(bytes: readonly number[]): string {
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

/** RFC 2045 clause 6.7, every byte encoded, soft line breaks at 72 characters. */
export function quotedPrintable(bytes: readonly number[]): string {
  const encoded = bytes.map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);
  const lines: string[] = [];
  for (let at = 0; at < encoded.length; at += 24) lines.push(encoded.slice(at, at + 24).join(''));
  return lines.join('=\n');
}

/** RFC 2152: the text as one shifted run. */
export function utf7(text: string): string {
  return `+${base64(utf16Bytes(text, { bigEndian: true, mark: false })).replace(/=+$/, '')}-`;
}

export function unicodeEscape(text: string): string {
  return Array.from(text)
    .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

export function entities(text: string, form: 'decimal' | 'hex'): string {
  return Array.from(text)
    .map((c) => (form === 'hex' ? `&#x${c.charCodeAt(0).toString(16)};` : `&#${c.charCodeAt(0)};`))
    .join('');
}
