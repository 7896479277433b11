import type { TextEncoding } from './encoding-name.ts';
import { decodeHz } from './hz.ts';
import { decodeUtf7 } from './utf-7.ts';

function toAscii(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** UTF-32 (Unicode 17.0, section 3.10, D90): code points beyond the range and surrogates read as U+FFFD. */
function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  const points: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, isLittle);
    const isScalar = point < 0xd800 || (point > 0xdfff && point <= 0x10ffff);
    if (at > 0 || point !== 0xfeff) points.push(isScalar ? point : 0xfffd);
    if (points.length === 4096) parts.push(String.fromCodePoint(...points.splice(0)));
  }
  return parts.join('') + String.fromCodePoint(...points);
}

/**
 * Decodes as far as it goes: what is no text of the encoding reads as U+FFFD. A byte order mark is not part of the text;
 * a character that is cut off at the end is left out.
 */
export function decodeWith(encoding: TextEncoding, bytes: Uint8Array): string {
  if (encoding === 'utf-7') return decodeUtf7(toAscii(bytes)) ?? '\ufffd';
  if (encoding === 'hz-gb-2312') return decodeHz(toAscii(bytes)) ?? '\ufffd';
  if (encoding === 'utf-32le') return decodeUtf32(bytes, true);
  if (encoding === 'utf-32be') return decodeUtf32(bytes, false);
  return new TextDecoder(encoding).decode(bytes, { stream: true });
}

/** As `decodeWith`; null when not all of the bytes are text of the encoding. */
export function decodeStrictly(encoding: TextEncoding, bytes: Uint8Array): string | null {
  if (encoding === 'utf-7' || encoding === 'hz-gb-2312' || encoding.startsWith('utf-32')) {
    const text = decodeWith(encoding, bytes);
    return text.includes('\ufffd') ? null : text;
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    // The decoder says no more than that; the next encoding is tried.
    return null;
  }
}
