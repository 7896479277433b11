import type { Decoder } from '../detection/view.ts';
import { ViewWriter } from './view-writer.ts';

/**
 * Characters that nobody sees: soft hyphen, joiners, marks and overrides of direction, variation selectors, fillers.
 * Inclusive ranges of the basic plane (Unicode 17.0, Default_Ignorable_Code_Point).
 */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
];

/** Invisible characters in words, names and addresses. In numbers the engine passes over them by itself. */
export function createInvisibleDecoder(): Decoder {
  const triggers = INVISIBLE.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at)),
  );
  return {
    evasion: 'zero-width',
    triggers,
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'zero-width', budget);
      for (const hit of hits) writer.erase(hit, hit + 1);
      return writer.finish();
    },
  };
}
