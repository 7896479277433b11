import { foldUnit } from '../../detection/char-table.ts';
import { COMPANIONS, LEVEL_LABELS, MARK_WORDS, NOUNS } from './marks.ts';
import { fold, readTerm } from './term.ts';

/** What a line, as a whole, says about the marks in it. */
export interface LineFacts {
  /** UTF-16 code units, half open, without the line break. */
  readonly start: number;
  readonly end: number;
  /** No title is that long; nothing else is known of the line then. */
  readonly isLong: boolean;
  /** Decoration aside it is made of marks and what goes with them. */
  readonly isMarkOnly: boolean;
  /** Levels named in it, those of internal papers left out. */
  readonly levels: ReadonlySet<string>;
  /** Where the first mark starts. */
  readonly first: number;
  readonly markCount: number;
}

/** A title is no longer than this, in UTF-16 units. */
const MAX_TITLE = 120;
const MAX_MARK_LINE = 60;

const DECORATION =
  /[\s★☆⭐*#=~_\-—–·•|/\\,，。.;；:：!！、+&\ufeff【】[\]()（）〔〕《》「」『』<>"'“”‘’]+/g;

export interface LineReader {
  /** The line of the text that the position lies in. Remembers the last one: marks come in order. */
  lineAt(text: string, position: number): LineFacts;
  /** True when the text, decoration aside, is made of marks, what goes with them and names of their fields alone. */
  isMarkOnly(text: string): boolean;
}

export function isAsciiLetter(unit: number): boolean {
  const folded = foldUnit(unit);
  return folded >= 0x61 && folded <= 0x7a;
}

export function isBare(text: string): boolean {
  return text.replaceAll(DECORATION, '') === '';
}

/** The longest word of the list that `text`, folded, has at `at`. */
function wordAt(words: readonly string[], text: string, at: number): string | null {
  let longest: string | null = null;
  for (const word of words)
    if (word.length > (longest?.length ?? 0) && text.startsWith(word, at)) longest = word;
  return longest;
}

function byFirstUnit(words: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const map = new Map<number, string[]>();
  for (const word of words) {
    const known = map.get(word.charCodeAt(0));
    if (known) known.push(word);
    else map.set(word.charCodeAt(0), [word]);
  }
  return map;
}

export function createLineReader(): LineReader {
  const phrases = byFirstUnit([
    ...MARK_WORDS.map(({ word }) => word),
    ...COMPANIONS,
    ...LEVEL_LABELS,
    ...NOUNS,
  ]);
  const marks = byFirstUnit(MARK_WORDS.map(({ word }) => word));
  const byWord = new Map(MARK_WORDS.map((mark) => [mark.word, mark]));

  function isMarkOnly(text: string): boolean {
    const rest = fold(text).replaceAll(DECORATION, ' ').trim();
    for (let at = 0; at < rest.length;) {
      if (rest.charAt(at) === ' ') {
        at++;
        continue;
      }
      const known = wordAt(phrases.get(rest.charCodeAt(at)) ?? [], rest, at);
      const end = known ? at + known.length : (readTerm(rest, at)?.end ?? at);
      if (end === at) return false;
      const goesOn = end < rest.length && rest.charAt(end) !== ' ';
      if (goesOn && known !== null && NOUNS.includes(known)) return false;
      if (isAsciiLetter(rest.charCodeAt(end - 1)) && isAsciiLetter(rest.charCodeAt(end)))
        return false;
      at = end;
    }
    return true;
  }

  function judge(text: string, start: number, end: number): LineFacts {
    const isLong = end - start > MAX_TITLE;
    const levels = new Set<string>();
    const line = { start, end, isLong, levels };
    if (isLong) return { ...line, isMarkOnly: false, first: start, markCount: 0 };
    const own = fold(text.slice(start, end));
    let first = -1;
    let markCount = 0;
    for (let at = 0; at < own.length; at++) {
      const words = marks.get(own.charCodeAt(at));
      const word = words ? wordAt(words, own, at) : null;
      if (word === null) continue;
      if (first < 0) first = at;
      markCount++;
      const mark = byWord.get(word);
      if (mark && mark.dataLevel > 2) levels.add(mark.level);
      at += word.length - 1;
    }
    const isOnly = own.length <= MAX_MARK_LINE && isMarkOnly(own);
    return { ...line, isMarkOnly: isOnly, first: start + Math.max(first, 0), markCount };
  }

  let known: { readonly text: string; readonly facts: LineFacts } | null = null;
  return {
    isMarkOnly,
    lineAt(text, position) {
      if (known && known.text === text) {
        const { start, end } = known.facts;
        if (position >= start && position < end) return known.facts;
      }
      const start = position === 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1;
      const found = text.indexOf('\n', position);
      const facts = judge(text, start, found < 0 ? text.length : found);
      known = { text, facts };
      return facts;
    },
  };
}
