/** Disguises that have to be seen through, one entry each. */
import type { Random } from '../../../demo/random.ts';
import {
  base64,
  entities,
  percent,
  quotedPrintable,
  unicodeEscape,
  utf8Bytes,
} from './encodings.ts';
import { ALL, each, groupsOf, NUMBERS, pieces, type Technique } from './technique.ts';

const MOBILE = ['cn-mobile'] as const;
const ID = ['cn-resident-id'] as const;
const EMAIL = ['email'] as const;

const isDigit = (character: string): boolean => character >= '0' && character <= '9';
const digitFrom =
  (zero: number) =>
  (character: string): string =>
    isDigit(character) ? String.fromCodePoint(zero + Number(character)) : character;

/** Circled, negative circled, double circled, parenthesised, with full stop; zero where there is one. */
const ENCLOSED = [
  '\u24EA\u2460\u2461\u2462\u2463\u2464\u2465\u2466\u2467\u2468',
  '\u24FF\u2776\u2777\u2778\u2779\u277A\u277B\u277C\u277D\u277E',
  '\u24EA\u24F5\u24F6\u24F7\u24F8\u24F9\u24FA\u24FB\u24FC\u24FD',
  '\u{1F10B}\u2780\u2781\u2782\u2783\u2784\u2785\u2786\u2787\u2788',
];
const MATHEMATICAL = [0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6];
/** Arabic, Persian, Devanagari, Bengali, Thai, Lao, Tibetan, Khmer, Tamil, Osmanya, segmented. */
const SCRIPTS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0xf20, 0x17e0, 0xbe6, 0x104a0, 0x1fbf0];
const INVISIBLE = ['\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD', '\u180E', '\u2063'];
const BIDI = ['\u200E', '\u200F', '\u202A', '\u202C', '\u2066', '\u2069'];

const SMALL = Array.from('\u3007一二三四五六七八九');
const CAPITAL = Array.from('零壹贰叁肆伍陆柒捌玖');
const SPOKEN = Array.from('\u3007幺两三四五六拐八九');

const chinese =
  (digits: readonly string[]) =>
  (character: string): string =>
    isDigit(character) ? (digits[Number(character)] ?? character) : character;

function between(separators: readonly string[]): NonNullable<Technique['write']> {
  return (value, random) => groupsOf(value).join(random.pick(separators));
}

function someReplaced(value: string, random: Random, write: (character: string) => string): string {
  const always = random.integer(0, value.length - 1);
  return each(value, (c, at) => (at === always || random.integer(0, 1) === 0 ? write(c) : c));
}

function inserted(value: string, random: Random, marks: readonly string[]): string {
  return each(value, (c, at) => (at > 0 && random.integer(0, 2) > 0 ? random.pick(marks) + c : c));
}

const digitForms: readonly Technique[] = [
  {
    id: 'full-width',
    types: ALL,
    write: (value) => each(value, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  },
  {
    id: 'circled',
    types: NUMBERS,
    write: (value, random) => {
      const row = Array.from(random.pick(ENCLOSED));
      return each(value, (c) => (isDigit(c) ? (row[Number(c)] ?? c) : c));
    },
  },
  {
    id: 'mathematical',
    types: NUMBERS,
    write: (value, random) => each(value, digitFrom(random.pick(MATHEMATICAL))),
  },
  {
    id: 'other-scripts',
    types: NUMBERS,
    write: (value, random) => each(value, digitFrom(random.pick(SCRIPTS))),
  },
  {
    id: 'mixed-scripts',
    types: NUMBERS,
    write: (value, random) =>
      each(value, (c) => digitFrom(random.pick([0x30, 0xff10, 0x660, 0x1d7ce]))(c)),
  },
];

const separators: readonly Technique[] = [
  { id: 'spaces', types: NUMBERS, write: between([' ', '  ', '\u3000', '\u00A0', '\u2009']) },
  { id: 'dashes', types: NUMBERS, write: between(['-', '--', '\u2013', '\u2014', '\uFF0D', '_']) },
  { id: 'dots', types: NUMBERS, write: between(['.', '..', '\u00B7', '\u3002', '\u2022']) },
  { id: 'commas', types: NUMBERS, write: between([',', ', ', '\uFF0C', '\u3001']) },
  { id: 'slashes', types: NUMBERS, write: between(['/', ' / ', '\\', '|']) },
  {
    id: 'brackets',
    types: NUMBERS,
    write: (value, random) => {
      const [open, close] = random.pick([
        ['(', ')'],
        ['[', ']'],
        ['{', '}'],
        ['\uFF08', '\uFF09'],
        ['\u3010', '\u3011'],
      ] as const);
      return groupsOf(value)
        .map((group, at) => (at === 1 ? group : open + group + close))
        .join('');
    },
  },
  {
    id: 'mixed-separators',
    types: NUMBERS,
    write: (value, random) =>
      groupsOf(value).reduce(
        (text, group) => text + random.pick([' ', '-', '.', '/', ' - ', '. ']) + group,
      ),
  },
  {
    id: 'repeated-separators',
    types: NUMBERS,
    write: between(['---', '...', '   ', '- - ', '//']),
  },
  {
    id: 'every-digit-separated',
    types: NUMBERS,
    write: (value, random) =>
      Array.from(value).join(random.pick([' ', '-', '.', ',', '/', '\u3001', ' - '])),
  },
  { id: 'zero-width', types: ALL, write: (value, random) => inserted(value, random, INVISIBLE) },
  { id: 'bidi', types: ALL, write: (value, random) => inserted(value, random, BIDI) },
  {
    id: 'line-breaks',
    types: NUMBERS,
    write: (value, random) => pieces(value, random).join(random.pick(['\n', '\r\n'])),
  },
];

const prefixes: readonly Technique[] = [
  {
    id: 'prefix +86',
    types: MOBILE,
    write: (value, random) => random.pick(['+86', '+86 ', '+86-', '\uFF0B86']) + value,
  },
  {
    id: 'prefix 0086',
    types: MOBILE,
    write: (value, random) => random.pick(['0086', '0086 ', '0086-']) + value,
  },
  {
    id: 'prefix (86)',
    types: MOBILE,
    write: (value, random) => random.pick(['(86)', '(86) ', '(+86)', '\uFF0886\uFF09']) + value,
  },
  { id: 'lower-case x', types: ID, needsX: true, write: (value) => value.toLowerCase() },
  {
    id: 'cyrillic x',
    types: ID,
    needsX: true,
    write: (value, random) => value.slice(0, 17) + random.pick(['\u0425', '\u0445']),
  },
];

const numerals: readonly Technique[] = [
  { id: 'chinese-small', types: NUMBERS, write: (value) => each(value, chinese(SMALL)) },
  { id: 'chinese-capital', types: NUMBERS, write: (value) => each(value, chinese(CAPITAL)) },
  { id: 'chinese-spoken', types: NUMBERS, write: (value) => each(value, chinese(SPOKEN)) },
  {
    id: 'chinese-mixed',
    types: NUMBERS,
    write: (value, random) => someReplaced(value, random, chinese(random.pick([SMALL, CAPITAL]))),
  },
];

const CELLS: readonly ((cells: readonly string[]) => string)[] = [
  (cells) => `| ${cells.join(' | ')} |`,
  (cells) => `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`,
  (cells) => cells.join('\t'),
  (cells) => cells.join(','),
  (cells) => cells.map((cell) => `"${cell}"`).join(','),
];
const TAGS: readonly (readonly [string, string])[] = [
  ['<b>', '</b>'],
  ['<span>', '</span>'],
  ['<font color="red">', '</font>'],
  ['<i class="n">', '</i>'],
];
const ANSI = ['\u001B[31m', '\u001B[1m', '\u001B[0m', '\u001B[38;5;196m'];

const markup: readonly Technique[] = [
  {
    id: 'one-digit-per-cell',
    types: NUMBERS,
    write: (value, random) => random.pick(CELLS)(Array.from(value)),
  },
  {
    id: 'html-markup',
    types: ALL,
    write: (value, random) => {
      const [open, close] = random.pick(TAGS);
      return random.integer(0, 1) === 0
        ? each(value, (c) => open + c + close)
        : pieces(value, random)
            .map((part) => open + part + close)
            .join('');
    },
  },
  {
    id: 'html-comments',
    types: ALL,
    write: (value, random) =>
      pieces(value, random).join(
        random.pick(['<!-- -->', '<wbr>', '<!--x-->', '<br>', '<span></span>']),
      ),
  },
  {
    id: 'markdown-markup',
    types: NUMBERS,
    write: (value, random) => {
      const mark = random.pick(['**', '*', '`', '~~', '__']);
      return pieces(value, random)
        .map((part, at) => (at % 2 === 0 ? part : mark + part + mark))
        .join('');
    },
  },
  { id: 'ansi', types: ALL, write: (value, random) => inserted(value, random, ANSI) },
];

const encodings: readonly Technique[] = [
  {
    id: 'html-entities',
    types: ALL,
    write: (value, random) => entities(value, random.pick(['decimal', 'hex'])),
  },
  {
    id: 'url-encoding',
    types: ALL,
    write: (value, random) =>
      random.integer(0, 1) === 0
        ? percent(utf8Bytes(value))
        : someReplaced(value, random, (c) => percent(utf8Bytes(c))),
  },
  { id: '\\u escapes', types: ALL, write: (value) => unicodeEscape(value) },
  {
    id: '\\x escapes',
    types: ALL,
    write: (value) => each(value, (c) => `\\x${c.charCodeAt(0).toString(16)}`),
  },
  {
    id: 'quoted-printable',
    types: ALL,
    write: (value, random) =>
      random.integer(0, 1) === 0
        ? quotedPrintable(utf8Bytes(value))
        : `${value.slice(0, 5)}=\n${value.slice(5)}`,
  },
  { id: 'base64', types: ALL, write: (value) => base64(utf8Bytes(value)) },
  { id: 'base64 of a sentence', types: ALL, whole: (sentence) => base64(utf8Bytes(sentence)) },
  {
    id: 'scientific',
    types: NUMBERS,
    write: (value, random) =>
      `${value.charAt(0)}.${value.slice(1)}${random.pick(['E', 'e'])}${random.pick(['', '+'])}${value.length - 1}`,
  },
  {
    id: 'name at host',
    types: EMAIL,
    write: (value, random) =>
      value.replace('@', random.pick([' at ', ' AT ', '(at)', '[at]', ' (at) '])),
  },
  {
    id: 'name#host',
    types: EMAIL,
    write: (value, random) => value.replace('@', random.pick(['#', ' # ', '\uFF03'])),
  },
  {
    id: 'O for 0',
    types: NUMBERS,
    write: (value, random) => value.replaceAll('0', random.pick(['O', 'o'])),
  },
  {
    id: 'l for 1',
    types: NUMBERS,
    write: (value, random) => value.replaceAll('1', random.pick(['l', 'I'])),
  },
];

export const MUST: readonly Technique[] = [
  ...digitForms,
  ...separators,
  ...prefixes,
  ...numerals,
  ...markup,
  ...encodings,
];
