import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createAutomaton } from './aho-corasick.ts';

type Place = readonly [word: string, start: number];

function placesOf(words: readonly string[], text: string): Place[] {
  const found: Place[] = [];
  createAutomaton(words).walk(text, text.length, (word, start, end) => {
    expect(end - start).toBe(words[word]?.length);
    found.push([words[word] ?? '', start]);
    return true;
  });
  return found;
}

/** What the definition says, by trying every place. */
function bruteForce(words: readonly string[], text: string): Place[] {
  const found: Place[] = [];
  for (let end = 1; end <= text.length; end++)
    for (const word of words.toSorted((a, b) => b.length - a.length))
      if (text.slice(0, end).endsWith(word)) found.push([word, end - word.length]);
  return found;
}

describe('createAutomaton', () => {
  it.each([
    [
      'classic',
      ['he', 'she', 'his', 'hers'],
      'ushers',
      [
        ['she', 1],
        ['he', 2],
        ['hers', 2],
      ],
    ],
    [
      'any case and width',
      ['password', '密码'],
      'PassWord ＰＡＳＳword 密码',
      [
        ['password', 0],
        ['password', 9],
        ['密码', 18],
      ],
    ],
    [
      'single units beside longer words',
      ['@', '&#', '&'],
      'a@b&#1&',
      [
        ['@', 1],
        ['&', 3],
        ['&#', 3],
        ['&', 6],
      ],
    ],
    [
      'a word that starts where another breaks off',
      ['aab', 'ab'],
      'aaab',
      [
        ['aab', 1],
        ['ab', 2],
      ],
    ],
    ['nothing', ['绝密'], '保密绝对', []],
    ['at the very end', ['码'], '密码', [['码', 1]]],
  ] as const)('%s', (_name, words, text, expected) => {
    expect(placesOf(words, text)).toEqual(expected);
  });

  it('tells what the definition says, for any words and text of a small alphabet', () => {
    const text = fc.stringMatching(/^[abc]{0,40}$/);
    const words = fc.uniqueArray(fc.stringMatching(/^[abc]{1,5}$/), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, text, (list, content) => {
        expect(placesOf(list, content)).toEqual(bruteForce(list, content));
      }),
    );
  });

  it('finds a word across the border of two chunks', () => {
    for (let before = 8186; before <= 8196; before++)
      expect(placesOf(['password'], `${'.'.repeat(before)}password`)).toEqual([
        ['password', before],
      ]);
  });

  it.each(['@', '\u5bc6\u7801', 'tel', 'mail'])(
    'finds %j at every place around the border',
    (word) => {
      for (let before = 8186; before <= 8196; before++)
        expect(placesOf([word], `${'.'.repeat(before)}${word}`)).toEqual([[word, before]]);
    },
  );

  it('stops when told to', () => {
    let count = 0;
    createAutomaton(['a']).walk('aaaa', 4, () => ++count < 2);
    expect(count).toBe(2);
  });

  it('refuses words that no text could match', () => {
    expect(() => createAutomaton(['Password'])).toThrow('folded');
  });
});
