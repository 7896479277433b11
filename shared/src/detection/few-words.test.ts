import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Automaton, createAutomaton } from './aho-corasick.ts';
import { createFewWords } from './few-words.ts';

function placesOf(automaton: Automaton | null, text: string, length = text.length): string[] {
  const found: string[] = [];
  automaton?.walk(text, length, (word, start, end) => found.push(`${word} ${start} ${end}`) > 0);
  return found;
}

describe('createFewWords', () => {
  it('finds what the automaton finds, in its order', () => {
    const text = fc.string({ unit: fc.constantFrom('@', '\uff20', '#', '\uff03', 'a') });
    const words = ['@', '#@', '#'];
    fc.assert(
      fc.property(text, (content) => {
        expect(placesOf(createFewWords(words), content)).toEqual(
          placesOf(createAutomaton(words), content),
        );
      }),
    );
  });

  it('stops when told to, and at the length', () => {
    let count = 0;
    createFewWords(['@'])?.walk('@@@@', 4, () => ++count < 2);
    expect(count).toBe(2);
    expect(placesOf(createFewWords(['@@']), '@@@', 2)).toEqual(['0 0 2']);
  });

  it('leaves words with many spellings to the automaton', () => {
    expect(createFewWords(['@', 'tel'])).toBeNull();
  });
});
