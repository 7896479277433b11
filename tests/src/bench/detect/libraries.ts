import type { Span } from '@kedun/shared/contracts/finding';
import { Redactor } from '@redactpii/node';
import { findPhoneNumbersInText } from 'libphonenumber-js';
import { OpenRedaction } from 'openredaction';

import type { Contender } from './contender.ts';
import { createInProcessContender } from './in-process.ts';

const PLACEHOLDER =
  /CREDIT_CARD_NUMBER|CREDIT_CARD|EMAIL_ADDRESS|PERSON_NAME|PHONE_NUMBER|US_SOCIAL_SECURITY_NUMBER/;

/** The library returns the redacted text only: what is missing between two kept pieces was found there. */
function placesOf(text: string, redacted: string): Span[] {
  const [first = '', ...pieces] = redacted.split(PLACEHOLDER);
  const spans: Span[] = [];
  let start = first.length;
  for (const piece of pieces) {
    // Nothing that was found is shorter than seven characters.
    const end = piece === '' ? text.length : text.indexOf(piece, start + 7);
    if (end < 0) break;
    spans.push({ start, end });
    start = end + piece.length;
  }
  return spans;
}

/** Packages from npm, as their manuals say. They are slow: they get a slice. */
export function createLibraryContenders(): readonly Contender[] {
  const redactor = new Redactor();
  const openRedaction = new OpenRedaction();
  const redactFind = (text: string): Span[] => placesOf(text, redactor.redact(text));
  return [
    createInProcessContender({
      name: '@redactpii/node',
      largestBytes: 4 << 20,
      run: (text) => redactor.redact(text),
      find: redactFind,
    }),
    createInProcessContender({
      name: 'openredaction',
      largestBytes: 128 << 10,
      run: (text) => openRedaction.detect(text),
      async find(text) {
        const { detections } = await openRedaction.detect(text);
        return detections.map(({ position: [start, end] }) => ({ start, end }));
      },
    }),
    createInProcessContender({
      name: 'libphonenumber-js (mobile only)',
      largestBytes: 1 << 20,
      run: (text) => findPhoneNumbersInText(text, 'CN'),
      find: (text) =>
        findPhoneNumbersInText(text, 'CN').map(({ startsAt, endsAt }) => ({
          start: startsAt,
          end: endsAt,
        })),
    }),
  ];
}
