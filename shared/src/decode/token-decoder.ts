import type { Evasion } from '../contracts/vocabulary.ts';
import type { Budget } from '../detection/budget.ts';
import type { Decoder, View } from '../detection/view.ts';
import { createBase64Reader } from './base64.ts';
import type { ByteText } from './byte-text.ts';
import { createFillerReader } from './filler.ts';
import { createHexPairReader, createHexReader } from './hex.ts';
import { createLookAlikeReader } from './look-alike-letters.ts';
import { createReversedIdReader } from './reversed.ts';
import { TokenFinder, type TokenPlaces } from './token-places.ts';
import { createUnitClasses } from './unit-classes.ts';

/** Takes off one disguise that has no sign of its own, in the places that may hold it. */
export interface TokenReader {
  readonly evasion: Evasion;
  read(text: string, places: TokenPlaces, classes: Uint16Array, budget: Budget): readonly View[];
}

export function createTokenReaders(bytes: ByteText): readonly TokenReader[] {
  return [
    createBase64Reader(bytes),
    createHexReader(bytes),
    createHexPairReader(bytes),
    createLookAlikeReader(),
    createFillerReader(),
    createReversedIdReader(),
  ];
}

/**
 * All disguises that no sign gives away, found in one walk. Its table is built by the first text. Views of different
 * readers may overlap.
 */
export function createTokenDecoder(readers: readonly TokenReader[]): Decoder {
  let classes: Uint16Array | null = null;
  return {
    triggers: [],
    decode(text, _hits, budget) {
      const table = (classes ??= createUnitClasses());
      const places = new TokenFinder(table, text).find();
      if (places.isEmpty) return [];
      return readers.flatMap((reader) => [...reader.read(text, places, table, budget)]);
    },
  };
}
