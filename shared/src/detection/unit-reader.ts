/**
 * Copies UTF-16 units of `text` from `start` on into `units`, as many as fit. Walking a typed array is three times as
 * fast as `charCodeAt`; a host that copies faster than unit by unit brings its own.
 */
export type UnitReader = (text: string, start: number, units: Uint16Array) => void;

export const readUnits: UnitReader = (text, start, units) => {
  const count = Math.min(units.length, text.length - start);
  for (let index = 0; index < count; index++) units[index] = text.charCodeAt(start + index);
};

/** As much of Node's `Buffer` as the reader needs: this folder knows no host. */
export interface BufferMaker {
  from(
    buffer: ArrayBufferLike,
    byteOffset: number,
    length: number,
  ): { write(text: string, encoding: 'utf16le'): number };
}

/** Copies ten times as fast as unit by unit, on hosts with Node's `Buffer` (little-endian, as all it runs on). */
export function createBufferReader(maker: BufferMaker): UnitReader {
  return (text, start, units) => {
    const bytes = maker.from(units.buffer, units.byteOffset, units.byteLength);
    bytes.write(text.slice(start, start + units.length), 'utf16le');
  };
}
