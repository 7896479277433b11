/** ASCII that stands alone beside a zero is wide; this much of it together is narrow. */
const NARROW_RUN = 4;
const CHUNK = 4096;

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x20 && byte < 0x7f;
}

/**
 * The ASCII characters of bytes that are of several widths (a log that one program writes in UTF-8 and another in UTF-16),
 * at whatever byte they begin. What stands between them, and a change of width, becomes a line break. Linear.
 */
export function salvageAscii(bytes: Uint8Array): string {
  let text = '';
  let isApart = false;
  const add = (start: number, end: number): void => {
    if (start >= end) return;
    if (isApart && text !== '') text += '\n';
    isApart = false;
    for (let from = start; from < end; from += CHUNK)
      text += String.fromCharCode(...bytes.subarray(from, Math.min(end, from + CHUNK)));
  };
  for (let at = 0; at < bytes.length;) {
    let end = at;
    while (isAscii(bytes[end])) end++;
    // The first and the last one beside a zero are halves of wide characters.
    const start = bytes[at - 1] === 0 && end > at ? at + 1 : at;
    const stop = bytes[end] === 0 && end > start ? end - 1 : end;
    add(at, start);
    if (start < stop) isApart = true;
    if (stop - start >= NARROW_RUN) {
      add(start, stop);
      isApart = true;
    }
    add(stop, end);
    // The byte behind: a zero belongs to a wide character, all else keeps characters apart.
    if (end < bytes.length && bytes[end] !== 0) isApart = true;
    at = end + 1;
  }
  return text;
}
