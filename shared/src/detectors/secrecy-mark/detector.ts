import { foldUnit } from '../../detection/char-table.ts';
import type { AnchorPlace, Detector, Reading, Validation } from '../../detection/detector.ts';
import { createLineReader, isAsciiLetter, isBare, type LineFacts } from './line-facts.ts';
import { LEVEL_LABELS, MARK_WORDS, type MarkWord, wordsByCore } from './marks.ts';
import { fold, type MarkTerm, readTerm } from './term.ts';

const UNANSWERED: Validation = { checks: [], base: 0, specificity: 0 };
const SPECIFICITY = 0.6;

/** How a mark stands, with the confidence of each. */
const FORMS = {
  /** `机密★10年` */
  star: 0.9,
  /** `密级：机密` */
  label: 0.85,
  /** The line has nothing else. */
  line: 0.75,
  /** `【机密】2024 年经营分析`, `经营分析（机密）`, `CONFIDENTIAL - Q3` */
  bracket: 0.75,
  /** A cell of a table: the name of its column decides. */
  cell: 0.4,
  /** 内部 alone far from the head of the text. */
  weak: 0.5,
} as const;
type Form = keyof typeof FORMS;

/** UTF-16 units from the start of the text in which 内部 alone is a header. */
const HEAD = 200;
/** Longer lists of levels are a choice or an explanation. */
const MAX_MARKS = 3;
const MAX_BRACKET = 60;
const LABEL_REACH = 32;

const unitsOf = (signs: string): ReadonlySet<number> =>
  new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
/** No quotes and no marks of titles: 《机密》 is a film, `'secret'` the text of a program. */
const OPENING = unitsOf('【[(（〔「『<［｛{');
const CLOSING = unitsOf('】])）〕」』>］｝}');
/** Between the name of a field and a level. */
const LABEL_TIES = unitsOf(' \u3000\u00a0\t:：=>"\'“”「『【[(（|是为属于');
const LABEL_ENDS = new Set(LEVEL_LABELS.map((label) => label.slice(-2)));
const CELL_EDGES = unitsOf('\t|,\n\r;');

/** A word of the list as it stands in a text; UTF-16 code units, half open. */
interface MarkPlace {
  readonly text: string;
  readonly mark: MarkWord;
  readonly start: number;
  readonly end: number;
}

function isInWord({ text, start, end }: MarkPlace): boolean {
  return (
    (isAsciiLetter(text.charCodeAt(start)) && isAsciiLetter(text.charCodeAt(start - 1))) ||
    (isAsciiLetter(text.charCodeAt(end - 1)) && isAsciiLetter(text.charCodeAt(end)))
  );
}

function hasWordAt(text: string, at: number, word: string): boolean {
  if (at < 0) return false;
  for (let index = 0; index < word.length; index++)
    if (foldUnit(text.charCodeAt(at + index)) !== word.charCodeAt(index)) return false;
  return true;
}

function isLabelled(text: string, start: number): boolean {
  let at = start;
  while (at > 0 && start - at < 8 && LABEL_TIES.has(text.charCodeAt(at - 1))) at--;
  // `密 级：`: forms are printed with spaces.
  const gap = ' \u3000'.includes(text.charAt(at - 2)) ? 1 : 0;
  const tail = fold(text.charAt(at - 2 - gap) + text.charAt(at - 1));
  if (at === start || at < 2 + gap || !LABEL_ENDS.has(tail)) return false;
  const before = fold(text.slice(Math.max(0, at - LABEL_REACH), at)).replaceAll(/[ \u3000]+/g, '');
  return LEVEL_LABELS.some((label) => before.endsWith(label.replaceAll(' ', '')));
}

/** What follows a level in a field: the end, a sign, a noun; not the rest of a sentence. */
function endsField(text: string, end: number): boolean {
  const behind = text.slice(end, end + 4);
  return /^(?:$|[^\p{L}\p{N}])/u.test(behind) || /^(?:级|文件)/.test(behind);
}

/** Where the brackets close that open right before `start`, −1 = there are none. */
function closingOf(text: string, { start: lineStart, end: lineEnd }: LineFacts, start: number) {
  let open = start - 1;
  while (open > lineStart && ' \u3000'.includes(text.charAt(open))) open--;
  if (open < lineStart || !OPENING.has(text.charCodeAt(open))) return { open, close: -1 };
  const limit = Math.min(lineEnd, open + MAX_BRACKET);
  for (let close = start; close < limit; close++)
    if (CLOSING.has(text.charCodeAt(close))) return { open, close };
  return { open, close: -1 };
}

/**
 * English marks are words of programs too: `(secret)`, `new Promise(INTERNAL)`. In square brackets a capital is enough,
 * `[Confidential] Q3`; else all are capitals and nothing touches the bracket.
 */
function isPrintedBracket(
  text: string,
  start: number,
  open: number,
  { word, dataLevel }: MarkWord,
) {
  const written = text.slice(start, start + word.length);
  if (/[\w.$)\]]/.test(text.charAt(open - 1))) return false;
  if (written === written.toUpperCase()) return true;
  const isTitle = written.charAt(0) !== written.charAt(0).toLowerCase();
  return isTitle && dataLevel > 2 && '[【［'.includes(text.charAt(open));
}

/** Signs of programs; no heading has them. */
const CODE_SIGNS = /,\s*$|["'`_{};$\\]|\/\*|\*\/|^\s*(?:#|\/\/|\(|\*\s+[a-z])/;

/** A tab, bar or comma on one side at least, and nothing but such a sign or an end of the line on both. */
function isCell(text: string, start: number, end: number): boolean {
  let from = start - 1;
  while (from >= 0 && start - from < 24 && text.charCodeAt(from) === 0x20) from--;
  let to = end;
  while (to < text.length && to - end < 24 && text.charCodeAt(to) === 0x20) to++;
  const before = from < 0 ? 0x0a : text.charCodeAt(from);
  const behind = to >= text.length ? 0x0a : text.charCodeAt(to);
  const isBreak = (unit: number): boolean => unit === 0x0a || unit === 0x0d;
  return CELL_EDGES.has(before) && CELL_EDGES.has(behind) && !(isBreak(before) && isBreak(behind));
}

/** Where the last phrase of a line of marks ends. */
function endOfLine(text: string, { start, end }: LineFacts): number {
  let last = end;
  while (last > start + 1 && isBare(text.charAt(last - 1))) last--;
  return last;
}

/** `CONFIDENTIAL - Q3 results`: capitals in front of, or behind, a dash of a title. */
function isHeading(text: string, { start, end }: MarkPlace, line: LineFacts): boolean {
  const word = text.slice(start, end);
  if (word !== word.toUpperCase()) return false;
  const before = text.slice(line.start, start);
  const behind = text.slice(end, line.end);
  return (
    (isBare(before) && /^\s+[-–—|]\s/.test(behind)) ||
    (isBare(behind) && /\s[-–—|]\s+$/.test(before))
  );
}

/**
 * Secrecy marks: the level and, where it is told, the term. A mark is a mark in a line or title of its own, in brackets at an
 * end of a title, behind the name of its field, or with a star; never the word within a sentence. The value is
 * `机密★10年`, or the level alone.
 */
export function createSecrecyMarkDetector(): Detector {
  const byCore = wordsByCore();
  const lines = createLineReader();
  const dataLevels = new Map(MARK_WORDS.map(({ level, dataLevel }) => [level, dataLevel]));

  /** The longest word around a core. */
  function wordAround({ text, anchor, start }: AnchorPlace): MarkPlace | null {
    for (const { mark, inner } of byCore.get(anchor) ?? []) {
      const from = start - inner;
      if (hasWordAt(text, from, mark.word))
        return { text, mark, start: from, end: from + mark.word.length };
    }
    return null;
  }

  function isBracketed(text: string, line: LineFacts, start: number, mark: MarkWord): boolean {
    const { open, close } = closingOf(text, line, start);
    if (close < 0 || !lines.isMarkOnly(text.slice(start, close))) return false;
    if (isAsciiLetter(text.charCodeAt(start)) && !isPrintedBracket(text, start, open, mark))
      return false;
    return isBare(text.slice(line.start, open)) || isBare(text.slice(close + 1, line.end));
  }

  function formOfLine(text: string, place: MarkPlace, line: LineFacts): Form | null {
    const { mark } = place;
    if (line.isMarkOnly) {
      // The first level of a line speaks for the whole of it.
      if (line.first !== place.start) return null;
      const whole = text.slice(line.start, line.end);
      const isLatin = isAsciiLetter(text.charCodeAt(place.start));
      if (isLatin && CODE_SIGNS.test(whole)) return null;
      const isPrinted = !mark.capitals || /[A-Z]{4}/.test(whole);
      // `商业秘密` and, in the next line, `是指…`: the heading of an explanation.
      if (!isPrinted || /^\s*(?:是|指)/.test(text.slice(line.end, line.end + 8))) return null;
      return mark.word === '内部' && line.start > HEAD ? 'weak' : 'line';
    }
    if (isBracketed(text, line, place.start, mark)) return 'bracket';
    return mark.capitals && isHeading(text, place, line) ? 'bracket' : null;
  }

  function formOf(place: MarkPlace, term: MarkTerm | null): Form | null {
    const { text, start, mark } = place;
    const end = term?.end ?? place.end;
    if (term?.starred && term.value !== '' && mark.dataLevel > 2) return 'star';
    const line = lines.lineAt(text, start);
    if (line.levels.size > 1 || line.markCount > MAX_MARKS) return null;
    if (isLabelled(text, start) && endsField(text, end)) return 'label';
    const form = line.isLong ? null : formOfLine(text, place, line);
    return form ?? (isCell(text, start, end) ? 'cell' : null);
  }

  function read(anchored: AnchorPlace): Reading | null {
    const place = wordAround(anchored);
    if (!place || isInWord(place)) return null;
    const { text, mark, start } = place;
    const term = readTerm(text, place.end);
    const form = formOf(place, term);
    if (!form) return null;
    // 内部资料 注意保存: one mark in two phrases.
    const isPhrase = form === 'line' && mark.dataLevel === 2;
    const end = isPhrase ? endOfLine(text, lines.lineAt(text, start)) : (term?.end ?? place.end);
    const hasTerm = term !== null && (term.value !== '' || term.starred);
    return {
      start,
      end,
      value: hasTerm ? `${mark.level}★${term.value}` : mark.level,
      validation: {
        checks: [
          { name: 'level', outcome: true },
          { name: 'term', outcome: hasTerm ? true : undefined },
        ],
        base: 0,
        specificity: SPECIFICITY,
      },
      score: [{ part: `mark.${form}`, points: FORMS[form] }],
      context: form === 'cell' ? 'words' : 'none',
    };
  }

  return {
    id: 'secrecy-mark',
    version: 1,
    dataClass: 'secret',
    dataLevel: 3,
    wants: [{ kind: 'anchor', anchors: [...byCore.keys()], read }],
    context: { for: LEVEL_LABELS },
    validate: () => UNANSWERED,
    mask: (value) => value,
    levelOf: (value) => dataLevels.get(value.split('★', 1)[0] ?? '') ?? 3,
  };
}
