import type { Decoder } from '../detection/view.ts';
import { createAnsiDecoder } from './ansi.ts';
import { createBase64Decoder } from './base64.ts';
import { ByteText } from './byte-text.ts';
import { createConcatenationDecoders } from './concatenation.ts';
import { createEmphasisDecoder } from './emphasis.ts';
import { createEntityDecoder } from './entities.ts';
import { createEscapeDecoder } from './escapes.ts';
import { createFillerDecoder } from './filler.ts';
import { createHexDecoder, createHexListDecoder, createHexPairDecoder } from './hex.ts';
import { createInvisibleDecoder } from './invisible.ts';
import { createLookAlikeDecoder } from './look-alike-letters.ts';
import { createHtmlDecoder } from './markup.ts';
import { createNumberWordDecoder } from './number-words.ts';
import { createQuotedPrintableDecoder } from './quoted-printable.ts';
import { createReversedDecoder, createReversedIdDecoder } from './reversed.ts';
import { createScientificDecoder } from './scientific.ts';
import { createSpelledAddressDecoder } from './spelled-address.ts';
import { createThousandsDecoder } from './thousands.ts';
import { createUnitClasses } from './unit-classes.ts';
import { createUrlDecoder } from './url-encoding.ts';
import { createUtf7Decoder } from './utf-7.ts';

/**
 * All disguises that are taken off, one decoder for each way of writing; several share an evasion. The tables they share
 * are built by the first text that needs them. Not for use from several threads at once.
 */
export function createDecoders(): readonly Decoder[] {
  const bytes = new ByteText();
  let built: Uint8Array | null = null;
  const classes = (): Uint8Array => (built ??= createUnitClasses());
  return [
    createHtmlDecoder(),
    createEmphasisDecoder(),
    createAnsiDecoder(),
    createInvisibleDecoder(),
    createEntityDecoder(),
    createUrlDecoder(bytes),
    createEscapeDecoder(bytes),
    createQuotedPrintableDecoder(bytes),
    createBase64Decoder(bytes, classes),
    createUtf7Decoder(),
    createHexDecoder(bytes, classes),
    createHexPairDecoder(bytes),
    createHexListDecoder(bytes),
    createScientificDecoder(),
    createSpelledAddressDecoder(),
    createLookAlikeDecoder(classes),
    createNumberWordDecoder(),
    ...createConcatenationDecoders(),
    createFillerDecoder(classes),
    createReversedDecoder(),
    createReversedIdDecoder(classes),
    createThousandsDecoder(),
  ];
}
