import type { Span } from '@kedun/shared/contracts/finding';

import { luhnCheckDigit, residentIdCheckCharacter } from '../../demo/check-digits.ts';
import type { Contender } from './contender.ts';
import { createInProcessContender } from './in-process.ts';

/** What a developer would write: one regex for mobile, resident ID, card and e-mail, and checksums behind it. */
const PLAIN =
  /(?<![0-9A-Za-z])(?:(1[3-9]\d{9})|([1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])|((?:62\d{14,17}|4\d{15}|5[1-5]\d{14})))(?![0-9A-Za-z])|([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,})/g;

/** The same with one optional separator between the digits, and full-width digits. */
const D = '[0-9\uff10-\uff19]';
const S = '[-\\s.\u00b7\uff0d]?';
const digits = (count: string): string => `(?:${S}${D})${count}`;
const SEPARATED = new RegExp(
  `(?<![0-9\uff10-\uff19A-Za-z])(?:([1\uff11]${S}[3-9\uff13-\uff19]${digits('{9}')})|` +
    `([1-8\uff11-\uff18]${digits('{16}')}${S}[0-9\uff10-\uff19Xx\uff38\uff58])|` +
    `([4-6\uff14-\uff16]${digits('{15,18}')}))(?![0-9\uff10-\uff19A-Za-z])|` +
    '([A-Za-z0-9._%+-]+[@\uff20][A-Za-z0-9.-]+\\.[A-Za-z]{2,})',
  'g',
);

function passes(id: string | undefined, card: string | undefined): boolean {
  if (id !== undefined) return residentIdCheckCharacter(id) === id.slice(17).toUpperCase();
  if (card !== undefined) return luhnCheckDigit(card.slice(0, -1)) === card.slice(-1);
  return true;
}

function findWith(pattern: RegExp, clean: (value: string) => string, text: string): Span[] {
  const spans: Span[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, , id, card] = match;
    if (passes(id && clean(id), card && clean(card)))
      spans.push({ start: match.index, end: match.index + whole.length });
  }
  return spans;
}

export function createRegexContenders(): readonly Contender[] {
  const plain = (text: string): Span[] => findWith(PLAIN, (value) => value, text);
  const separated = (text: string): Span[] =>
    findWith(SEPARATED, (value) => value.normalize('NFKC').replaceAll(/[^0-9Xx]/g, ''), text);
  return [
    createInProcessContender({
      name: 'V8 regex + checksums, plain digits',
      run: plain,
      find: plain,
    }),
    createInProcessContender({
      name: 'V8 regex + checksums, separators and full-width',
      run: separated,
      find: separated,
    }),
  ];
}
