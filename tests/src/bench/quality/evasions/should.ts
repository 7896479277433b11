/** Disguises that ought to be seen through, one entry each. */
import {
  base64,
  createGbkEncoder,
  entities,
  hex,
  percent,
  unicodeEscape,
  utf16Bytes,
  utf7,
  utf8Bytes,
} from './encodings.ts';
import { ALL, each, groupsOf, NUMBERS, pieces, type Technique } from './technique.ts';

const FILLERS = [
  '嗯',
  '啊',
  '然后',
  '那个',
  '\u{1F600}',
  '\u{1F44D}',
  '\u2764',
  '\u2B50',
  ' 再 ',
  '哈哈',
];
const PINYIN = 'ling yi er san si wu liu qi ba jiu'.split(' ');
const ENGLISH = 'zero one two three four five six seven eight nine'.split(' ');

const spelled = (words: readonly string[], character: string): string =>
  words[Number(character)] ?? character;

const toGbk = createGbkEncoder();

export const SHOULD: readonly Technique[] = [
  { id: 'reversed', types: ALL, write: (value) => Array.from(value).toReversed().join('') },
  {
    id: 'hex',
    types: ALL,
    write: (value, random) =>
      random.pick([
        hex(utf8Bytes(value)),
        hex(utf8Bytes(value), ' '),
        `0x${hex(utf8Bytes(value))}`,
      ]),
  },
  {
    id: 'hex of the number',
    types: ['cn-mobile'],
    write: (value) => `0x${Number(value).toString(16)}`,
  },
  { id: 'base64 twice', types: ALL, write: (value) => base64(utf8Bytes(base64(utf8Bytes(value)))) },
  {
    id: 'url in base64',
    types: ALL,
    write: (value) => base64(utf8Bytes(percent(utf8Bytes(value)))),
  },
  {
    id: 'base64 in url',
    types: ALL,
    write: (value) => percent(utf8Bytes(base64(utf8Bytes(value)))),
  },
  {
    id: 'url twice',
    types: ALL,
    write: (value) => percent(utf8Bytes(value)).replaceAll('%', '%25'),
  },
  {
    id: 'entities of escapes',
    types: ALL,
    write: (value) => entities(unicodeEscape(value), 'decimal'),
  },
  {
    id: 'concatenation in code',
    types: ALL,
    write: (value, random) => {
      const quote = random.pick(['"', "'"]);
      return pieces(value, random)
        .map((part) => quote + part + quote)
        .join(random.pick([' + ', '+', ' . ', ' || ']));
    },
  },
  {
    id: 'formula',
    types: ALL,
    write: (value, random) => {
      const parts = pieces(value, random).map((part) => `"${part}"`);
      return random.integer(0, 1) === 0
        ? `=${parts.join('&')}`
        : `=CONCATENATE(${parts.join(',')})`;
    },
  },
  {
    id: 'filler words',
    types: NUMBERS,
    write: (value, random) =>
      groupsOf(value).reduce((text, group) => text + random.pick(FILLERS) + group),
  },
  {
    id: 'filler at every digit',
    types: NUMBERS,
    write: (value, random) => {
      const filler = random.pick(FILLERS);
      return Array.from(value).join(filler);
    },
  },
  {
    id: 'pinyin words',
    types: NUMBERS,
    write: (value, random) => {
      const words = random.integer(0, 1) === 0 ? PINYIN : PINYIN.with(1, 'yao');
      return Array.from(value)
        .map((c) => spelled(words, c))
        .join(' ');
    },
  },
  {
    id: 'english words',
    types: NUMBERS,
    write: (value, random) =>
      Array.from(value)
        .map((c) => spelled(ENGLISH, c))
        .join(random.pick([' ', '-', ' '])),
  },
  {
    id: 'thousands separators',
    types: ['cn-mobile', 'bank-card'],
    write: (value) => value.replace(/\B(?=(?:\d{3})+$)/g, ','),
  },
  { id: 'utf-7', types: ALL, write: (value) => utf7(value) },
  { id: 'base64 of GBK', types: ALL, whole: (sentence) => base64(toGbk(sentence)) },
  {
    id: 'base64 of UTF-16',
    types: ALL,
    whole: (sentence, random) =>
      base64(utf16Bytes(sentence, { bigEndian: false, mark: random.integer(0, 1) === 0 })),
  },
  { id: 'hex of a sentence', types: ALL, whole: (sentence) => hex(utf8Bytes(sentence)) },
  {
    id: 'spaced capitals',
    types: NUMBERS,
    write: (value) =>
      each(value, (c) => ('零壹贰叁肆伍陆柒捌玖'.charAt(Number(c)) || c) + ' ').trimEnd(),
  },
];
