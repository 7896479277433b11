import type { Decoder } from '../detection/view.ts';
import { foldSlice, isBlank, isHan, isLetter, isWordAt, isWordUnit, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

/** RFC 5321, section 4.5.3.1.1. */
const MAX_LOCAL = 64;
const MAX_LABEL = 63;
const MAX_LABELS = 5;
/** Units of a sign in disguise with its blanks and brackets: ` (dot) `. */
const MAX_SIGN = 10;
/** Units before the name that may hold the word for an address. */
const LABEL_REACH = 24;

const AT_WORDS = ['at', 'a', '艾特', '爱特', '圈a', '小老鼠'];
const DOT_WORDS = ['dot', 'point', '点', '點', '小数点'];
/** Mail providers: behind these an `at` or a `#` needs no further sign. */
const PROVIDERS =
  'qq 163 126 139 189 yeah sina sohu foxmail gmail outlook hotmail live msn yahoo icloud aliyun 21cn wo tom vip ' +
  'protonmail mail';
const TOP_LEVELS =
  'com cn net org edu gov io co info biz me cc top xyz vip club tv hk tw mo jp kr sg uk us de fr ru in au ca eu app ' +
  'dev tech site online shop asia mil int';
/** Words for an address: behind one of these a bare `at` is an `@`. */
const LABELS = ['mail', '邮箱', '邮件', '邮', '信箱', '联系'];

/** A sign in disguise: where it ends, and whether it is written as a word. */
interface Sign {
  readonly end: number;
  readonly isWord: boolean;
}

function isOpening(unit: number): boolean {
  return unit === 0x28 || unit === 0x5b || unit === 0x7b || unit === 0x3c || unit === 0x3010;
}

function isClosing(unit: number): boolean {
  return unit === 0x29 || unit === 0x5d || unit === 0x7d || unit === 0x3e || unit === 0x3011;
}

function isGlue(unit: number): boolean {
  return isBlank(unit) || unit === 0x5f || unit === 0x2d || isOpening(unit) || isClosing(unit);
}

function wordWidth(text: string, at: number, words: readonly string[]): number {
  const unit = narrowAt(text, at);
  const first = isLetter(unit) ? unit | 0x20 : unit;
  for (const word of words)
    if (word.charCodeAt(0) === first && isWordAt(text, at, word)) return word.length;
  return 0;
}

/**
 * A sign written as itself or as one of `words`, with blanks and brackets around it. A Latin word must stand apart.
 */
function signAt(text: string, start: number, signs: string, words: readonly string[]): Sign | null {
  let at = start;
  while (at < start + MAX_SIGN && isGlue(narrowAt(text, at))) at++;
  const width = signs.includes(text.charAt(at) || 'x') ? 1 : wordWidth(text, at, words);
  if (width === 0) return null;
  const isSign = !isHan(text.charCodeAt(at)) && !isWordUnit(narrowAt(text, at));
  const behind = at + width;
  let end = behind;
  while (end < behind + MAX_SIGN && isGlue(narrowAt(text, end))) end++;
  if (isSign) return { end, isWord: false };
  const isApart = (at > start && end > behind) || isHan(text.charCodeAt(at));
  return isApart ? { end, isWord: true } : null;
}

interface Host {
  readonly end: number;
  readonly plain: string;
  /** A dot written as a word, or apart. */
  readonly isDisguised: boolean;
  readonly provider: boolean;
}

function isLabelUnit(unit: number): boolean {
  return isWordUnit(unit) || unit === 0x2d;
}

function labelEnd(text: string, start: number): number {
  let end = start;
  while (isLabelUnit(narrowAt(text, end))) end++;
  while (end > start && narrowAt(text, end - 1) === 0x2d) end--;
  const dot = end - start > 5 ? foldSlice(text, start, end).indexOf('-dot-') : -1;
  return dot > 0 ? start + dot : end;
}

/** Reads host names of one text; knows top levels and providers. */
class HostReader {
  readonly #providers = new Set(PROVIDERS.split(' '));
  readonly #topLevels = new Set(TOP_LEVELS.split(' '));

  /** No host begins before: a word without a dot behind it ends here. */
  deadEnd = 0;

  /** The host at `start`: labels with dots, plain or in disguise, up to a known top level. */
  read(text: string, start: number): Host | null {
    let plain = '';
    let isDisguised = false;
    let good: Host | null = null;
    for (let at = start, count = 0; count < MAX_LABELS; count++) {
      const end = labelEnd(text, at);
      const isLabel = end > at && end - at <= MAX_LABEL;
      const dot = isLabel ? signAt(text, end, '.\u3002\u00b7\uff61\uff0e\ufe52', DOT_WORDS) : null;
      if (count === 0 && !dot) this.deadEnd = end;
      if (!isLabel || (count === 0 && !dot)) break;
      const label = foldSlice(text, at, end);
      plain += label;
      if (count > 0 && this.#topLevels.has(label))
        good = { end, plain, isDisguised, provider: this.#isProvider(plain) };
      if (!dot) break;
      // A blank behind a plain dot ends a sentence, unless one stands before it as well.
      const isSentence = narrowAt(text, end) === 0x2e && isBlank(narrowAt(text, end + 1));
      if (isSentence) break;
      isDisguised ||= dot.end - end > 1 || narrowAt(text, end) !== 0x2e;
      plain += '.';
      at = dot.end;
    }
    return good;
  }

  #isProvider(host: string): boolean {
    return host.split('.').some((label) => this.#providers.has(label));
  }
}

function localStart(text: string, end: number, floor: number): number {
  let start = end;
  while (start > floor && start > end - MAX_LOCAL && isLocalUnit(narrowAt(text, start - 1)))
    start--;
  while (start < end && !isWordUnit(narrowAt(text, start))) start++;
  return start;
}

function isLocalUnit(unit: number): boolean {
  return isWordUnit(unit) || unit === 0x2e || unit === 0x5f || unit === 0x2d || unit === 0x2b;
}

/** A bare `at` or `#` between ordinary words is English or an anchor: the name, the host or a label must speak for it. */
function isLikely(text: string, start: number, end: number, host: Host): boolean {
  const name = foldSlice(text, start, end);
  const before = foldSlice(text, Math.max(0, start - LABEL_REACH), start);
  if (LABELS.some((label) => before.includes(label))) return true;
  if (host.provider) return name.length > 2;
  // `zhang AT host.cn`: nobody shouts an ordinary word behind a small one.
  if (text.startsWith(' AT ', end) && /[a-z]/.test(text.slice(start, end))) return true;
  return host.isDisguised || /[\d._-]/.test(name) || standsAlone(text, start, name);
}

/** Words that stand before `at` in English. */
const VERBS: ReadonlySet<string> = new Set(
  'available hosted online website visit check order apply stored running server login signup register'.split(
    ' ',
  ),
);

/** Not in the middle of an English sentence: `就是这个：liangbo at host.com.cn`. */
function standsAlone(text: string, start: number, name: string): boolean {
  if (name.length < 5 || VERBS.has(name)) return false;
  let at = start - 1;
  while (at >= 0 && text.charCodeAt(at) === 0x20) at--;
  return at < 0 || text.charCodeAt(at) === 0x0a || isHanOrSign(text.charCodeAt(at));
}

/** Ideographs, and the signs that end a clause in Chinese. */
function isHanOrSign(unit: number): boolean {
  return isHan(unit) || unit === 0xff1a || unit === 0xff0c || unit === 0x3002 || unit === 0x3a;
}

/** `name at host dot com`, `name[at]host.com`, `name#qq.com`, `name@ host . com`, `name艾特qq点com`: read as an address. */
export function createSpelledAddressDecoder(): Decoder {
  let hosts: HostReader | null = null;
  return {
    evasion: 'spelled-address',
    triggers: [
      '@',
      '#',
      '\ufe6b',
      ' at ',
      '_at_',
      '-at-',
      '(at',
      '[at',
      '{at',
      '<at',
      '( at',
      '[ at',
      '(a)',
      '[a]',
      '\u3010at',
      ...AT_WORDS.slice(2),
    ],
    decode(text, hits, budget) {
      hosts ??= new HostReader();
      hosts.deadEnd = 0;
      const writer = new ViewWriter(text, 'spelled-address', budget);
      let done = 0;
      for (const hit of hits) {
        if (hit < done || hit < hosts.deadEnd) continue;
        const address = addressAt(text, hit, done, hosts);
        if (!address) continue;
        done = address.end;
        writer.replace(address.start, address.end, address.plain);
      }
      return writer.finish();
    },
  };
}

/** An `@` or `#` glued to a plain word that no dot in disguise can follow: all but a few in any text. */
function isOrdinary(text: string, hit: number): boolean {
  const sign = text.charCodeAt(hit);
  if (sign !== 0x40 && sign !== 0x23) return false;
  let end = hit + 1;
  while (end < hit + MAX_LABEL && isLabelUnit(text.charCodeAt(end))) end++;
  const behind = narrowAt(text, end);
  return end > hit + 1 && (Number.isNaN(behind) || behind === 0x40 || behind === 0x23);
}

function addressAt(
  text: string,
  hit: number,
  floor: number,
  hosts: HostReader,
): { start: number; end: number; plain: string } | null {
  let nameEnd = hit;
  while (nameEnd > floor && nameEnd > hit - 4 && isGlue(narrowAt(text, nameEnd - 1))) nameEnd--;
  if (!isWordUnit(narrowAt(text, nameEnd - 1))) return null;
  if (isOrdinary(text, hit)) return null;
  const sign = signAt(text, nameEnd, '@#\uff20\uff03\ufe6b', AT_WORDS);
  if (!sign || sign.end <= hit) return null;
  if (!isWordUnit(narrowAt(text, sign.end))) return null;
  const host = hosts.read(text, sign.end);
  if (!host) return null;
  const start = localStart(text, nameEnd, floor);
  const mark = narrowAt(text, hit);
  const isPlain = text.charCodeAt(hit) === 0x40 && sign.end - nameEnd === 1;
  // What stands there as it should is no disguise.
  if (start === nameEnd || (isPlain && !host.isDisguised)) return null;
  const isBracketed = isOpening(mark) || isOpening(narrowAt(text, nameEnd));
  const isSign = mark === 0x40 && sign.end > hit && narrowAt(text, hit - 1) !== 0x20;
  const isHanWord = isHan(text.charCodeAt(hit));
  if (!isBracketed && !isSign && !isHanWord && !isLikely(text, start, nameEnd, host)) return null;
  return { start, end: host.end, plain: `${foldSlice(text, start, nameEnd)}@${host.plain}` };
}
