import type { Decoder } from '../detection/view.ts';
import { isDigit, isLetter, isWordAt, narrowAt } from './units.ts';
import { ViewWriter } from './view-writer.ts';

/** Digits a run of words must give. */
const MIN_DIGITS = 7;
/** Words among them; the others may be written as digits. */
const MIN_WORDS = 3;
/** Separators between two words. */
const MAX_GAP = 3;

/** Words for the digits, as people spell numbers in English and read them out in Chinese (1 also yao, 7 guai, 9 gou, 0 dong). */
const WORDS: readonly (readonly [string, string])[] = [
  ['0', 'zero oh nought ling dong'],
  ['1', 'one yi yao'],
  ['2', 'two er liang'],
  ['3', 'three san'],
  ['4', 'four si'],
  ['5', 'five wu'],
  ['6', 'six liu'],
  ['7', 'seven qi guai'],
  ['8', 'eight ba'],
  ['9', 'nine jiu gou'],
];
/** Words that repeat the next digit. */
const REPEATS: readonly (readonly [string, number])[] = [
  ['double', 2],
  ['triple', 3],
];
/** Hardly any spelled number has none of these, and prose has few of them. */
const TRIGGERS =
  'zero three four five six seven eight nine ling yao san liu jiu liang dong guai gou yisi yi-si yi%si yiwu yi%wu yiqi yi%qi yiba yi%ba';

interface Term {
  readonly word: string;
  readonly digit: string;
  /** 1 for a digit, 2 and 3 for the words that repeat the next one. */
  readonly times: number;
}

interface Dictionary {
  /** By first and by last unit, longest first. */
  readonly opening: ReadonlyMap<number, readonly Term[]>;
  readonly closing: ReadonlyMap<number, readonly Term[]>;
}

function createDictionary(): Dictionary {
  const terms: Term[] = REPEATS.map(([word, times]) => ({ word, digit: '', times }));
  for (const [digit, words] of WORDS)
    for (const word of words.split(' ')) terms.push({ word, digit, times: 1 });
  terms.sort((left, right) => right.word.length - left.word.length);
  const opening = new Map<number, Term[]>();
  const closing = new Map<number, Term[]>();
  const put = (map: Map<number, Term[]>, unit: number, term: Term): void => {
    const list = map.get(unit);
    if (list) list.push(term);
    else map.set(unit, [term]);
  };
  for (const term of terms) {
    put(opening, term.word.charCodeAt(0), term);
    put(closing, term.word.charCodeAt(term.word.length - 1), term);
  }
  return { opening, closing };
}

function termAt(dictionary: Dictionary, text: string, at: number): Term | null {
  for (const term of dictionary.opening.get(narrowAt(text, at) | 0x20) ?? [])
    if (isWordAt(text, at, term.word)) return term;
  return null;
}

function termBefore(dictionary: Dictionary, text: string, end: number): Term | null {
  for (const term of dictionary.closing.get(narrowAt(text, end - 1) | 0x20) ?? [])
    if (isWordAt(text, end - term.word.length, term.word)) return term;
  return null;
}

const GAP_SIGNS = ' -,./_\u00b7\u3001\uff0c\n\r\t';

function isGap(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return !(isLetter(unit) || isDigit(unit)) && GAP_SIGNS.includes(text.charAt(at) || 'x');
}

function gapEnd(text: string, at: number): number {
  let end = at;
  while (end < at + MAX_GAP && isGap(text, end)) end++;
  return end;
}

/** Where the run of words and digits that reaches `hit` begins; not before `floor`. */
function runStart(dictionary: Dictionary, text: string, hit: number, floor: number): number {
  let start = hit;
  for (;;) {
    let end = start;
    while (end > start - MAX_GAP && end > floor && isGap(text, end - 1)) end--;
    if (end <= floor) return start;
    const isNumber = isDigit(narrowAt(text, end - 1));
    const width = isNumber ? 1 : (termBefore(dictionary, text, end)?.word.length ?? 0);
    if (width === 0 || end - width < floor) return start;
    start = end - width;
  }
}

/** One word or digit of a run, and the gap before it. */
interface Step {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
  readonly isWord: boolean;
}

function readRun(dictionary: Dictionary, text: string, start: number): Step[] {
  const steps: Step[] = [];
  let whole = 0;
  let times = 1;
  let at = start;
  let from = start;
  for (;;) {
    const term = termAt(dictionary, text, at);
    const unit = narrowAt(text, at);
    if (!term && !isDigit(unit)) break;
    const end = at + (term?.word.length ?? 1);
    if (term && term.times > 1) times = term.times;
    else {
      const digit = term?.digit ?? String.fromCharCode(unit);
      steps.push({ start: from, end, plain: digit.repeat(times), isWord: term !== null });
      times = 1;
    }
    if (!isLetter(narrowAt(text, end))) whole = steps.length;
    at = gapEnd(text, end);
    if (times === 1) from = at;
  }
  // A word that runs on into other letters is another word: `oneness`.
  return steps.slice(0, whole);
}

/** `yao san ba ling ling`, `yisanba`, `one three eight double zero`: numbers spelled digit by digit. */
export function createNumberWordDecoder(): Decoder {
  let dictionary: Dictionary | null = null;
  return {
    evasion: 'number-words',
    triggers: TRIGGERS.split(' ').map((trigger) => trigger.replace('%', ' ')),
    decode(text, hits, budget) {
      dictionary ??= createDictionary();
      const writer = new ViewWriter(text, 'number-words', budget);
      let done = 0;
      for (const hit of hits) {
        if (hit < done) continue;
        const start = runStart(dictionary, text, hit, done);
        if (isLetter(narrowAt(text, start - 1))) {
          done = hit + 1;
          continue;
        }
        const steps = readRun(dictionary, text, start);
        const words = steps.filter(({ isWord }) => isWord).length;
        const digits = steps.reduce((sum, { plain }) => sum + plain.length, 0);
        done = Math.max(hit + 1, steps.at(-1)?.end ?? 0);
        budget.spend(done - start);
        if (words >= MIN_WORDS && digits >= MIN_DIGITS) writeRun(text, steps, writer);
      }
      return writer.finish();
    },
  };
}

/** Digits in the place of the words; single blanks and dashes between them go, other separators stay. */
function writeRun(text: string, steps: readonly Step[], writer: ViewWriter): void {
  let previousEnd = -1;
  for (const { start, end, plain, isWord } of steps) {
    const isGlue = start - previousEnd === 1 && ' -'.includes(text.charAt(previousEnd));
    const from = previousEnd >= 0 && isGlue ? previousEnd : start;
    if (from < start) writer.erase(from, start);
    if (isWord || plain.length > 1) writer.replace(start, end, plain);
    previousEnd = end;
  }
}
