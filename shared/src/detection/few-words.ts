import type { Automaton } from './aho-corasick.ts';
import { formsOf } from './char-table.ts';

/** Spellings of one word that are searched; more, and the automaton is faster. */
const MAX_SPELLINGS = 4;

/** Every way the word may stand in a text. */
function spellingsOf(word: string): readonly string[] {
  let spellings = [''];
  for (let at = 0; at < word.length && spellings.length <= MAX_SPELLINGS; at++) {
    const forms = formsOf(word.charCodeAt(at)).map((unit) => String.fromCharCode(unit));
    spellings = spellings.flatMap((stem) => forms.map((form) => stem + form));
  }
  return spellings;
}

interface Spelling {
  readonly word: number;
  readonly text: string;
  next: number;
}

/**
 * The automaton's answer for a handful of words that are signs (`@`): each is searched by itself, at the speed of memory.
 * Null when the words have too many spellings.
 */
export function createFewWords(words: readonly string[]): Automaton | null {
  const all = words.map(spellingsOf);
  if (all.some(({ length }) => length > MAX_SPELLINGS)) return null;

  return {
    walk(text, length, handle) {
      const spellings = all.flatMap((list, word) =>
        list.map((spelling): Spelling => ({ word, text: spelling, next: -1 })),
      );
      const find = (spelling: Spelling, from: number): void => {
        const at = text.indexOf(spelling.text, from);
        spelling.next = at < 0 || at + spelling.text.length > length ? Infinity : at;
      };
      for (const spelling of spellings) find(spelling, 0);
      for (;;) {
        // In order of the end, of those that end together the longest first.
        let first: Spelling | null = null;
        let firstEnd = Infinity;
        for (const spelling of spellings) {
          const end = spelling.next + spelling.text.length;
          const isBefore =
            end < firstEnd || (end === firstEnd && spelling.next < (first?.next ?? 0));
          if (end === Infinity || !isBefore) continue;
          first = spelling;
          firstEnd = end;
        }
        if (!first || !handle(first.word, first.next, firstEnd)) return;
        find(first, first.next + 1);
      }
    },
  };
}
