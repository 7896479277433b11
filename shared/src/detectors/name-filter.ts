/**
 * Bloom filter (CACM 13, 1970) over words: a fraction of their size. With 8 bits a word and 3 hashes it says
 * yes to three other words in a hundred, with 16 and 7 to one in two thousand.
 */
function hash(name: string, seed: number): number {
  let value = seed;
  for (let index = 0; index < name.length; index++)
    value = Math.imul(value ^ name.charCodeAt(index), 0x01000193) ^ (value >>> 13);
  return (value ^ (value >>> 15)) >>> 0;
}

/** The filter of the words, as base64. */
export function packNames(names: readonly string[], bitsPerName: number, hashes: number): string {
  const bytes = new Uint8Array(Math.ceil((names.length * bitsPerName) / 8));
  for (const name of names)
    for (let seed = 1; seed <= hashes; seed++) {
      const bit = hash(name, seed * 0x9e3779b1) % (bytes.length * 8);
      bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  return btoa(String.fromCharCode(...bytes));
}

/** Tells the words of `packNames`. */
export function createNameFilter(packed: string, hashes: number): (name: string) => boolean {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return (name) => {
    for (let seed = 1; seed <= hashes; seed++) {
      const bit = hash(name, seed * 0x9e3779b1) % (bytes.length * 8);
      if (((bytes[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  };
}
