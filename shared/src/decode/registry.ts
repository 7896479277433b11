import type { Decoder } from '../detection/view.ts';
import { createAnsiDecoder } from './ansi.ts';
import { createBrokenAddressDecoder } from './broken-address.ts';
import { ByteText } from './byte-text.ts';
import { createConcatenationDecoders } from './concatenation.ts';
import { createEmphasisDecoder } from './emphasis.ts';
import { createEntityDecoder } from './entities.ts';
import { createEscapeDecoder } from './escapes.ts';
import { createHexListDecoder } from './hex.ts';
import { createInvisibleDecoder } from './invisible.ts';
import { createHtmlDecoder } from './markup.ts';
import { createNumberWordDecoder } from './number-words.ts';
import { createQuotedPrintableDecoder } from './quoted-printable.ts';
import { createReversedDecoder } from './reversed.ts';
import { createScientificDecoder } from './scientific.ts';
import { createSpelledAddressDecoder } from './spelled-address.ts';
import { createTokenDecoder, createTokenReaders } from './token-decoder.ts';
import { createUrlDecoder } from './url-encoding.ts';
import { createUtf7Decoder } from './utf-7.ts';

/**
 * All disguises that are taken off, one decoder for each way of writing; several share an evasion, and one takes off all
 * that no sign gives away. Not for use from several threads at once.
 */
export function createDecoders(): readonly Decoder[] {
  const bytes = new ByteText();
  return [
    createHtmlDecoder(),
    createBrokenAddressDecoder(),
    createEmphasisDecoder(),
    createAnsiDecoder(),
    createInvisibleDecoder(),
    createEntityDecoder(),
    createUrlDecoder(bytes),
    createEscapeDecoder(bytes),
    createQuotedPrintableDecoder(bytes),
    createUtf7Decoder(),
    createTokenDecoder(createTokenReaders(bytes)),
    createHexListDecoder(bytes),
    createScientificDecoder(),
    createSpelledAddressDecoder(),
    createNumberWordDecoder(),
    ...createConcatenationDecoders(),
    createReversedDecoder(),
  ];
}
