/**
 * Names in Latin letters: Hanyu Pinyin as ISO 7098 and GB/T 28039-2011 write it (`Zhang San`, `LI Xiaoming`, `Ouyang Nana`,
 * given name first as well), and other names of two or three capitalised words.
 */
export interface LatinName {
  readonly start: number;
  readonly end: number;
  /** Words apart by one space. */
  readonly value: string;
  readonly kind: 'pinyin' | 'foreign';
}

/** Syllables by their initial: `zh|a ai an …`. */
const SYLLABLES =
  '|a ai an ang ao e ei en er o ou;b|a ai an ang ao ei en eng i ian iao ie in ing o u;p|a ai an ang ao ei en eng i ian iao ie in ing o ou u;m|a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u;f|a an ang ei en eng o ou u;d|a ai an ang ao e ei eng i ian iao ie ing iu ong ou u uan ui un uo;t|a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo;n|a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong u uan uo v ve ü;l|a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve ü;g|a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo;k|a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo;h|a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo;j|i ia ian iang iao ie in ing iong iu u uan ue un;q|i ia ian iang iao ie in ing iong iu u uan ue un;x|i ia ian iang iao ie in ing iong iu u uan ue un;zh|a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo;ch|a ai an ang ao e en eng i ong ou u uai uan uang ui un uo;sh|a ai an ang ao e en eng i ou u ua uai uan uang ui un uo;r|an ang ao e en eng i ong ou u uan ui un uo;z|a ai an ang ao e en eng i ong ou u uan ui un uo;c|a ai an ang ao e en eng i ong ou u uan ui un uo;s|a ai an ang ao e en eng i ong ou u uan ui un uo;y|a an ang ao e i in ing ong ou u uan ue un;w|a ai an ang ei en eng o u';

/** Surnames in pinyin, the common ones: the given name is checked too. */
const SURNAMES =
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong yuan pan yu jiang cai du ye cheng su wei lu lyu lv ding ren shen yao cui zhong tan fan jin shi liao jia xia fu fang bai zou meng xiong qin qiu yin xue yan duan lei hou long tao hao gong shao wan qian dai mo kong xiang chang wen kang niu ge xing an qi yi qiao pang ni zhuang nie zhang zhai zhan shen ou geng guan lan jiao zuo liu gan zhu bao ning shang shu ruan ke ji mei tong ling bi shan pei huo tu miao gu sheng qu weng ran lan you xin jin guan chai hua yu qi pu fang teng rao mou ai mu si zhuo jian che lian lu chu lou dou qi jing dang gong bu leng bian he min ouyang sima shangguan zhuge huangfu xiahou linghu situ dongfang murong';

/** Capitalised words behind a label that are no part of a name, and a town that reads as one. */
const NO_NAMES = new Set(
  'nor any and or the all you your full first last given family name uid gid kong customer client user sir madam team'.split(
    ' ',
  ),
);

const WORD_LENGTH = 16;

export function isUpper(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

export function isLetter(unit: number): boolean {
  return isUpper(unit) || (unit >= 0x61 && unit <= 0x7a);
}

function createSyllables(): ReadonlySet<string> {
  const syllables = new Set<string>();
  for (const group of SYLLABLES.split(';')) {
    const [initial = '', finals = ''] = group.split('|');
    for (const final of finals.split(' ')) syllables.add(initial + final);
  }
  return syllables;
}

interface Word {
  readonly start: number;
  readonly end: number;
}

/** Up to three words, apart by one space, or a comma and a space after the first. */
function readWords(text: string, start: number): Word[] {
  const words: Word[] = [];
  let at = start;
  while (words.length < 3) {
    let end = at;
    while (end < text.length && end - at <= WORD_LENGTH) {
      const unit = text.charCodeAt(end);
      const isJoint = (unit === 0x2d || unit === 0x27) && isLetter(text.charCodeAt(end + 1));
      if (!isLetter(unit) && !(isJoint && end > at)) break;
      end++;
    }
    if (end === at || end - at > WORD_LENGTH) break;
    words.push({ start: at, end });
    at = end + (text.charAt(end) === ',' && words.length === 1 ? 1 : 0);
    if (text.charAt(at) !== ' ') break;
    at++;
  }
  return words;
}

/** Capitalised or all capitals: `San`, `SAN`, `McDonald`. */
function isCapitalised(text: string, { start, end }: Word): boolean {
  return end - start >= 2 && isUpper(text.charCodeAt(start));
}

export type LatinNameReader = (
  text: string,
  start: number,
  foreignToo: boolean,
) => LatinName | null;

export function createLatinNameReader(): LatinNameReader {
  const syllables = createSyllables();
  const surnames = new Set(SURNAMES.split(' '));

  /** Number of syllables the word can be cut into at least; 0 = none. */
  function syllableCount(word: string): number {
    const letters = word.toLowerCase().replaceAll(/[-']/g, '');
    const counts = [0];
    for (let end = 1; end <= letters.length; end++) {
      let best = Infinity;
      for (let length = 1; length <= 6 && length <= end; length++) {
        const before = counts[end - length] ?? Infinity;
        if (before < best && syllables.has(letters.slice(end - length, end))) best = before + 1;
      }
      counts[end] = best;
    }
    const count = counts[letters.length] ?? Infinity;
    return Number.isFinite(count) ? count : 0;
  }

  function isPinyin(parts: readonly string[]): boolean {
    const [first = '', ...rest] = parts;
    const given = rest.join('');
    const fits = (surname: string, name: string): boolean => {
      const count = syllableCount(name);
      return surnames.has(surname.toLowerCase()) && count >= 1 && count <= 2;
    };
    return fits(first, given) || (parts.length === 2 && fits(given, first));
  }

  function tryWords(text: string, words: readonly Word[]): LatinName | null {
    const [first] = words;
    const last = words.at(-1);
    if (!first || !last || words.length < 2) return null;
    if (!words.every((word) => isCapitalised(text, word))) return null;
    const parts = words.map((word) => text.slice(word.start, word.end));
    if (parts.some((part) => NO_NAMES.has(part.toLowerCase()))) return null;
    const kind = isPinyin(parts) ? 'pinyin' : 'foreign';
    return { start: first.start, end: last.end, value: parts.join(' '), kind };
  }

  return (text, start, foreignToo) => {
    const words = readWords(text, start);
    const last = words.at(-1);
    // A part of a key, an address or a longer word; `John Smith Phone:` ends before its next label.
    if (last && '0123456789_@'.includes(text.charAt(last.end) || ' ')) words.pop();
    else if (words.length > 2 && last && ':='.includes(text.charAt(last.end) || ' ')) words.pop();
    const whole = tryWords(text, words);
    if (whole?.kind === 'pinyin') return whole;
    const two = tryWords(text, words.slice(0, 2));
    if (two?.kind === 'pinyin') return two;
    return foreignToo ? (whole ?? two) : null;
  };
}
