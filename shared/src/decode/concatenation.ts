import type { Decoder } from '../detection/view.ts';
import { digitsIn, isBlank, isDigit, isLetter, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

const QUOTES = '"\'`\u201c\u201d\u2018\u2019';
const OPERATORS = '+.&|~';
/** Units from one piece to the next: blanks, an operator, a line break, a prefix. */
const MAX_JOINT = 24;
/** Units of one piece, and of a call's arguments. */
const MAX_PIECE = 24;
const MAX_CALL = 400;
/** Digits that all pieces give together. */
const MIN_DIGITS = 7;

function isQuote(text: string, at: number): boolean {
  return at >= 0 && at < text.length && QUOTES.includes(text.charAt(at));
}

/**
 * The start of the next piece, when a closing quote at `at` and what follows joins two strings of digits; −1 otherwise.
 * `withComma` inside of a call that joins its arguments.
 */
function jointEnd(text: string, at: number, withComma: boolean): number {
  let next = at + 1;
  let blanks = 0;
  let operators = 0;
  for (; next < at + MAX_JOINT; next++) {
    const unit = narrowAt(text, next);
    const sign = String.fromCharCode(unit);
    if (isBlank(unit) || unit === 0x5c || unit === 0x5f) blanks++;
    else if (OPERATORS.includes(sign) || (withComma && sign === ',')) operators++;
    else break;
  }
  // Strings of C and Python that stand one behind the other are one.
  if (operators === 0 && blanks === 0) return -1;
  if (operators > 2) return -1;
  if (isLetter(narrowAt(text, next)) && isQuote(text, next + 1)) next++;
  if (!isQuote(text, next) || !isDigit(narrowAt(text, next + 1))) return -1;
  return next + 1;
}

/** Behind the last digit of the piece that begins at `start`. */
function pieceEnd(text: string, start: number): number {
  let end = start;
  while (end < start + MAX_PIECE) {
    const unit = narrowAt(text, end);
    if (!isDigit(unit) && unit !== 0x20 && unit !== 0x2d && (unit | 0x20) !== 0x78) break;
    end++;
  }
  return end;
}

function pieceStart(text: string, end: number, floor: number): number {
  let start = end;
  while (start > floor && start > end - MAX_PIECE) {
    const unit = narrowAt(text, start - 1);
    if (!isDigit(unit) && unit !== 0x20 && unit !== 0x2d && unit !== PLUS) break;
    start--;
  }
  return start;
}

const PLUS = 0x2b;

/** Joins the pieces whose first one closes at the quote `close`. Returns where to go on; 0 when nothing is joined. */
function joinPieces(
  text: string,
  firstStart: number,
  close: number,
  withComma: boolean,
  writer: ViewWriter,
): number {
  const joints: { start: number; end: number }[] = [];
  let digits = digitsIn(text, firstStart, close).length;
  let at = close;
  for (;;) {
    const end = jointEnd(text, at, withComma);
    if (end < 0) break;
    joints.push({ start: at, end });
    const next = pieceEnd(text, end);
    digits += digitsIn(text, end, next).length;
    at = next;
    if (!isQuote(text, at)) break;
  }
  if (joints.length === 0) return 0;
  if (digits >= MIN_DIGITS) for (const { start, end } of joints) writer.erase(start, end);
  return at;
}

/** `"138"+"0013"`, `'138' . '0013'`, `"138" & "0013"`, `'138' || '0013'`, `"138" "0013"`. */
function createOperatorDecoder(): Decoder {
  const signs = OPERATORS.split('').flatMap((sign) => [sign, ` ${sign}`]);
  return {
    evasion: 'concatenation',
    triggers: QUOTES.split('').flatMap((quote) => [
      ...signs.map((sign) => quote + sign),
      ...(quote === '"' || quote === "'" ? [`${quote} ${quote}`, `${quote}\n`, `${quote}\r`] : []),
    ]),
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'concatenation', budget);
      let done = 0;
      for (const hit of hits) {
        if (hit < done || !isDigit(narrowAt(text, hit - 1))) continue;
        const start = pieceStart(text, hit, done);
        done = Math.max(hit + 1, joinPieces(text, start, hit, false, writer));
      }
      return writer.finish();
    },
  };
}

/** `CONCAT("138","0013")`, `["1","3","8"].join("")`. */
function createCallDecoder(): Decoder {
  return {
    evasion: 'concatenation',
    triggers: ['concat', 'join(', '.join', 'implode', 'textjoin', 'paste0'],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'concatenation', budget);
      let done = 0;
      for (const hit of hits) {
        if (hit < done) continue;
        budget.spend(MAX_CALL);
        // `[…].join` has its pieces before the word, a call behind it.
        const isList = text.charAt(hit - 1) === ']' || text.charAt(hit) === ']';
        const from = Math.max(done, isList ? hit - MAX_CALL : hit);
        const limit = Math.min(text.length, isList ? hit : from + MAX_CALL);
        done = limit;
        for (let at = from; at < limit; at++) {
          if (!isQuote(text, at) || !isDigit(narrowAt(text, at + 1))) continue;
          const close = pieceEnd(text, at + 1);
          if (!isQuote(text, close)) continue;
          at = Math.max(at, joinPieces(text, at + 1, close, true, writer) - 1);
          done = Math.max(done, at + 1);
        }
      }
      return writer.finish();
    },
  };
}

/** `138${'0013'}8000`: a string inside a template. */
function createTemplateDecoder(): Decoder {
  return {
    evasion: 'concatenation',
    triggers: ["${'", '${"', '${`', '#{"', "#{'"],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'concatenation', budget);
      for (const hit of hits) {
        const start = hit + 3;
        const end = pieceEnd(text, start);
        if (end === start || !isQuote(text, end) || text.charAt(end + 1) !== '}') continue;
        writer.erase(hit, start);
        writer.erase(end, end + 2);
      }
      return writer.finish();
    },
  };
}

/** Strings that a program puts together again. */
export function createConcatenationDecoders(): readonly Decoder[] {
  return [createOperatorDecoder(), createCallDecoder(), createTemplateDecoder()];
}
