import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compileRegex, type LinearRegex, type RegexOptions } from './linear-regex.ts';
import { createRegexSet } from './regex-set.ts';

const unlimited = (): boolean => true;

function compiled(pattern: string, options?: RegexOptions): LinearRegex {
  const result = compileRegex(pattern, options);
  if (!result.ok) throw new Error(`${pattern}: ${result.reason}`);
  return result.regex;
}

function findAll(pattern: string, text: string, options?: RegexOptions): string[] {
  const found: string[] = [];
  createRegexSet([compiled(pattern, options)]).findAll(text, unlimited, (_index, match) =>
    found.push(text.slice(match.start, match.end)),
  );
  return found;
}

describe('a linear regex', () => {
  it.each<[pattern: string, text: string, found: readonly string[]]>([
    ['KH\\d{3}', 'KH123 KH12 KH1234', ['KH123', 'KH123']],
    ['a|ab|abc', 'abcab', ['abc', 'ab']],
    ['abcd|bc', 'abcd bc', ['abcd', 'bc']],
    ['\\d{2}|x \\d{2} \\d{2}', 'x 12 34 56', ['x 12 34', '56']],
    ['a.*b|a', 'aaa aab ac', ['aaa aab', 'a']],
    ['[^a-c]+', 'abcxyzabc', ['xyz']],
    ['^k\\d$', 'k1\nk2 \nk3\r\nak4', ['k1', 'k3']],
    ['\\bcat\\b', 'cat concat cats cat_1 cat', ['cat', 'cat']],
    ['\\Bcat', 'cat concat', ['cat']],
    ['(?i)ab[c-d]', 'ABC abD aBe', ['ABC', 'abD']],
    ['a(?i:b)c', 'aBc abC', ['aBc']],
    ['(?<year>\\d{4})-(?:0[1-9]|1[0-2])', '2024-13 2024-12', ['2024-12']],
    ['x{2,3}', 'xxxxx', ['xxx', 'xx']],
    ['x{2,}?', 'xxxxx', ['xxxxx']],
    ['\\u5ba2\\x78', '\u5ba2x', ['\u5ba2x']],
    ['\\p{Han}{2}\\d', 'ab客户1', ['客户1']],
    ['😀+\\.', '😀😀.', ['😀😀.']],
    ['[\\]\\-x]+', 'a]-xb', [']-x']],
    ['\\s+\\S', 'a\u3000b', ['\u3000b']],
    ['a{,2}', 'a{,2}', ['a{,2}']],
  ])('%s', (pattern, text, found) => {
    expect(findAll(pattern, text)).toEqual(found);
  });

  it.each([
    ['(a)\\1', 'backreference', 3],
    ['(?=a)b', 'look-around', 0],
    ['(?<!a)b', 'look-around', 0],
    ['(?>a)b', 'unsupported-group', 0],
    ['a++', 'possessive', 1],
    ['a**', 'syntax', 2],
    ['*a', 'syntax', 0],
    ['(a', 'syntax', 0],
    ['a)', 'syntax', 1],
    ['[a', 'syntax', 0],
    ['[z-a]', 'syntax', 4],
    ['[[:alpha:]]', 'unsupported-class', 0],
    ['[😀]', 'unsupported-class', 1],
    ['\\p{Greek}', 'unsupported-class', 0],
    ['\\q', 'unsupported-escape', 0],
    ['\\xZZ', 'unsupported-escape', 0],
    ['a{256}', 'repeat-too-large', 1],
    ['(?:a{200}){200}', 'too-large', 0],
    ['a*', 'matches-empty', 0],
    ['^$', 'matches-empty', 0],
    ['\\b+', 'syntax', 2],
    ['a\\', 'syntax', 1],
  ])('refuses %s: %s', (pattern, reason, at) => {
    expect(compileRegex(pattern)).toEqual({ ok: false, reason, at });
  });

  it('reads other forms of units, and none of those that are skipped', () => {
    const options: RegexOptions = {
      aliases: [{ from: 0xff01, count: 94, reads: 0x21 }],
      skipped: [[0x200b, 0x200d]],
      codeEdges: true,
      foldLiterals: true,
      gaps: [
        [0x20, 0x20],
        [0x2d, 0x2d],
      ],
    };
    expect(
      findAll('KH\\d{4}', 'ＫＨ１２３４ k\u200bh1\u200d234 K-H 12 34 KH12345', options),
    ).toEqual(['ＫＨ１２３４', 'k\u200bh1\u200d234', 'K-H 12 34']);
    // A pattern may be written full-width, and classes keep their case.
    expect(findAll('编号：[A-Z]\\d', '编号:A1 编号：a1', options)).toEqual(['编号:A1']);
    // A gap does not take in the word before a class of letters.
    expect(findAll('[a-z]+\\d{2}x?', 'host db01 ', options)).toEqual(['db01']);
  });

  it('finds what a backtracking engine finds, as long as that takes the longest', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '.', 'ab', '(?:a|bc)', 'c');
    const item = fc
      .tuple(atom, fc.constantFrom('', '?', '+', '*', '{2}', '{1,2}'))
      .map(([what, times]) => (what.length > 1 && times ? `(?:${what})${times}` : what + times));
    const pattern = fc.array(item, { minLength: 1, maxLength: 4 }).map((items) => items.join(''));
    const text = fc.stringMatching(/^[abc\n]{0,14}$/);
    fc.assert(
      fc.property(pattern, text, (source, subject) => {
        fc.pre(compileRegex(source).ok);
        expect(findAll(source, subject)).toEqual(longestMatches(source, subject));
      }),
      { numRuns: 700 },
    );
  });

  it('takes any pattern and any text', () => {
    const pattern = fc.stringMatching(/^[ab\\d()[\]{}|*+?^$.,\-0-9]{0,20}$/);
    fc.assert(
      fc.property(pattern, fc.string({ unit: 'binary', maxLength: 60 }), (source, subject) => {
        const result = compileRegex(source);
        if (!result.ok) return;
        let end = 0;
        createRegexSet([result.regex]).findAll(subject, unlimited, (_index, match) => {
          expect(match.start).toBeGreaterThanOrEqual(end);
          expect(match.end).toBeGreaterThan(match.start);
          ({ end } = match);
        });
      }),
    );
  });

  it('looks at each unit a bounded number of times, whatever the pattern', () => {
    const patterns = ['(?:a|b)*x|a', '(?:a+)+b', '.*.*=.*', 'a{1,200}b', '(?:a?){50}a{50}c'];
    for (const pattern of patterns)
      for (const unit of ['a', 'ab', 'a b ', '='])
        expect(stepsOf(pattern, unit.repeat(20_000 / unit.length))).toBeLessThan(20 * 20_000);
  });

  it('stops when its steps are spent', () => {
    const set = createRegexSet([compiled('\\d')]);
    let left = 50;
    let found = 0;
    set.findAll(
      '1'.repeat(1000),
      (steps) => {
        left -= steps;
        return left > -1000;
      },
      () => found++,
    );
    expect(found).toBeLessThan(60);
  });

  it('many regexes in one walk', () => {
    const regexes = Array.from({ length: 70 }, (_, index) => compiled(`k${index}\\d`));
    const found: [number, number][] = [];
    createRegexSet(regexes).findAll('k692 k51 k007', unlimited, (index, { start }) =>
      found.push([index, start]),
    );
    expect(found.sort((a, b) => a[1] - b[1] || a[0] - b[0])).toEqual([
      [6, 0],
      [69, 0],
      [5, 5],
      [0, 9],
    ]);
  });
});

/** The same by brute force: from each start the longest end that the whole pattern fits. */
function longestMatches(source: string, subject: string): string[] {
  const whole = new RegExp(`^(?:${source})$`);
  const found: string[] = [];
  for (let start = 0; start < subject.length; start++)
    for (let end = subject.length; end > start; end--)
      if (whole.test(subject.slice(start, end))) {
        found.push(subject.slice(start, end));
        start = end - 1;
        break;
      }
  return found;
}

function stepsOf(pattern: string, text: string): number {
  let steps = 0;
  createRegexSet([compiled(pattern)]).findAll(
    text,
    (spent) => {
      steps += spent;
      return true;
    },
    () => undefined,
  );
  return steps;
}
