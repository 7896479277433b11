/**
 * Sets of Han characters as text: the distances between ascending code points, one sign each up to `LIMIT`, else two. A
 * third of the size of the characters themselves, gzipped.
 */
const BASE = 86;
const LIMIT = 74;
/** Han characters of the basic plane begin here. */
const FIRST = 0x4e00;

/** Printable ASCII from `(` on, without the backslash. */
function signOf(value: number): string {
  return String.fromCharCode(value + (value < 52 ? 0x28 : 0x29));
}

function valueOf(sign: number): number {
  return sign - (sign < 0x5c ? 0x28 : 0x29);
}

/** The set of the characters, each once. */
export function packCharacters(characters: Iterable<string>): string {
  const codes = [...new Set(characters)].map((character) => character.charCodeAt(0));
  let packed = '';
  let last = FIRST;
  for (const code of codes.sort((a, b) => a - b)) {
    const distance = code - last;
    last = code;
    if (distance < LIMIT) packed += signOf(distance);
    else {
      const high = Math.floor((distance - LIMIT) / BASE);
      if (distance < 0 || high >= BASE - LIMIT) throw new RangeError('characters too far apart');
      packed += signOf(LIMIT + high) + signOf((distance - LIMIT) % BASE);
    }
  }
  return packed;
}

/** The characters of `packCharacters`, ascending. */
export function unpackCharacters(packed: string): readonly string[] {
  const characters: string[] = [];
  let code = FIRST;
  for (let at = 0; at < packed.length; at++) {
    const value = valueOf(packed.charCodeAt(at));
    code += value;
    if (value >= LIMIT) code += (value - LIMIT) * (BASE - 1) + valueOf(packed.charCodeAt(++at));
    characters.push(String.fromCharCode(code));
  }
  return characters;
}
