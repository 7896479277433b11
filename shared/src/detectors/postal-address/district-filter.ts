/**
 * Bloom filter over the names of districts: a fifth of the size of the names, says yes to three other names in a hundred. Good
 * enough for a table that only tells 西湖区 from 小区; the rest of the address must fit anyway.
 */
const BITS_PER_NAME = 8;
const HASHES = 3;

function hash(name: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < name.length; index++)
    value = Math.imul(value ^ name.charCodeAt(index), 0x01000193) ^ (value >>> 13);
  return (value ^ (value >>> 15)) >>> 0;
}

/** The filter of the names, as base64. */
export function packNames(names: readonly string[]): string {
  const bytes = new Uint8Array(Math.ceil((names.length * BITS_PER_NAME) / 8));
  for (const name of names)
    for (let seed = 1; seed <= HASHES; seed++) {
      const bit = hash(name, seed * 0x9e3779b1) % (bytes.length * 8);
      bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  return btoa(String.fromCharCode(...bytes));
}

/** Tells the names of `packNames`. */
export function createNameFilter(packed: string): (name: string) => boolean {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return (name) => {
    for (let seed = 1; seed <= HASHES; seed++) {
      const bit = hash(name, seed * 0x9e3779b1) % (bytes.length * 8);
      if (((bytes[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  };
}
