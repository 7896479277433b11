import { type HanName, type HanNameReader, isGap, isHan, isNameDot } from './han-name.ts';
import { isTie } from './connector.ts';
import { isLetter } from './latin-name.ts';
import { FOLLOWING_WORDS, LEADING_WORDS } from './labels.data.ts';

/** Finds where a name begins or ends in running text. */
export interface NameBounds {
  /** False where neither a sign that ties a label to its value nor a name that may follow it at once stands at `at`. */
  mayFollow(text: string, at: number): boolean;
  /** False where no name of any shape ends at `end`, or before a space there. */
  mayEnd(text: string, end: number): boolean;
  /** The name that begins at `start`. `exact` = nothing but punctuation or the end follows. */
  forward(text: string, start: number, limit: number): BoundName | null;
  /** The name that ends at `end`. `exact` = nothing but punctuation or the start stands before. */
  backward(text: string, end: number, limit: number): BoundName | null;
}

export interface BoundName extends HanName {
  readonly exact: boolean;
}

/** Spaces between the characters of a padded name at most: `张   三`. */
const GAPS = 4;
/** Units of a dotted name at most, and units in which its first dot comes. */
const DOTTED = 24;
const FIRST_PART = 9;

/** Words by their first, or last, character: one map look-up where most texts need no more. */
function groupBy(words: Iterable<string>, key: (word: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) groups.set(key(word), [...(groups.get(key(word)) ?? []), word]);
  return groups;
}

export function createNameBounds(
  reader: HanNameReader,
  labels: Iterable<string>,
  titles: Iterable<string>,
): NameBounds {
  const labelWords = [...labels].filter((label) => isHan(label.charCodeAt(0)));
  const following = groupBy([...FOLLOWING_WORDS.split(' '), ...titles, ...labelWords], (word) =>
    word.charAt(0),
  );
  const leading = groupBy([...LEADING_WORDS.split(' '), ...labelWords], (word) => word.slice(-1));

  const isFollowed = (text: string, at: number): boolean =>
    following.get(text.charAt(at))?.some((word) => text.startsWith(word, at)) ?? false;
  const isLed = (text: string, at: number): boolean =>
    leading.get(text.charAt(at - 1))?.some((word) => text.endsWith(word, at)) ?? false;

  /** A masked rest (`张三*`) makes it no full name; `**张三**` is Markdown. */
  function isMasked(text: string, start: number, end: number): boolean {
    const behind = text.charAt(end);
    if (behind === '某') return true;
    return (behind === '*' || behind === '\uff0a') && text.charAt(start - 1) !== behind;
  }

  /** End of the run of Han characters and dots. */
  function runEnd(text: string, start: number, limit: number, most: number): number {
    let end = start;
    while (end < limit && end - start < most) {
      const unit = text.charCodeAt(end);
      if (!isHan(unit) && !isNameDot(unit)) break;
      end++;
    }
    return end;
  }

  function runStart(text: string, end: number, limit: number, most: number): number {
    let start = end;
    while (start > limit && end - start < most) {
      const unit = text.charCodeAt(start - 1);
      if (!isHan(unit) && !(isNameDot(unit) && start < end)) break;
      start--;
    }
    return start;
  }

  function hasDot(text: string, start: number, end: number): boolean {
    for (let index = start; index < end; index++)
      if (isNameDot(text.charCodeAt(index))) return true;
    return false;
  }

  function skipGaps(text: string, at: number, step: 1 | -1): number {
    let index = at;
    while (Math.abs(index - at) < GAPS && isGap(text.charCodeAt(step > 0 ? index : index - 1)))
      index += step;
    return index;
  }

  /** `张 三`, `张 小明`: surname and given name apart; both ends must be bounded. */
  function forwardSpaced(
    text: string,
    start: number,
    head: number,
    limit: number,
  ): BoundName | null {
    const rest = skipGaps(text, head, 1);
    if (rest === head) return null;
    let end = runEnd(text, rest, limit, 4);
    if (end - rest === 1) {
      const third = skipGaps(text, end, 1);
      const last = runEnd(text, third, limit, 3);
      if (third > end && last - third === 1 && head - start === 1) {
        const whole = reader.judge(text, start, last);
        if (whole) return { ...whole, exact: true };
      }
    }
    if (end - rest > 2) end = isFollowed(text, rest + 2) ? rest + 2 : rest + 1;
    if (isHan(text.charCodeAt(end)) && !isFollowed(text, end)) return null;
    const name = reader.judge(text, start, end);
    return name && { ...name, exact: true };
  }

  /** The words before the first part are told off by what leads a name; otherwise the run must be the name. */
  function backwardDotted(text: string, start: number, end: number): BoundName | null {
    let dot = start;
    while (!isNameDot(text.charCodeAt(dot))) dot++;
    for (let from = start; from < dot; from++) {
      if (from > start && !isLed(text, from)) continue;
      const name = reader.judge(text, from, end);
      if (name && (from > start || dot - start <= 6)) return { ...name, exact: from === start };
    }
    return null;
  }

  function isDottedAt(text: string, start: number): boolean {
    for (let at = start; at < start + FIRST_PART; at++) {
      const unit = text.charCodeAt(at);
      if (isNameDot(unit)) return true;
      if (!isHan(unit)) return false;
    }
    return false;
  }

  return {
    mayFollow(text, at) {
      const unit = text.charCodeAt(at);
      if (!isHan(unit) || isTie(unit)) return !isLetter(unit);
      // A label that the name touches proves little: only the surest names count.
      return reader.mayBeginCommon(text, at) || isDottedAt(text, at);
    },
    mayEnd(text, end) {
      const unit = text.charCodeAt(end - 1);
      return isHan(unit) || isGap(unit);
    },

    forward(text, start, limit) {
      const end = runEnd(text, start, limit, FIRST_PART);
      if (end === start) return null;
      const isDotted = hasDot(text, start, end);
      if (!isDotted && !reader.mayBegin(text, start)) return null;
      if (isDotted) {
        const name = reader.judge(text, start, runEnd(text, end, limit, DOTTED - FIRST_PART));
        return name && { ...name, exact: true };
      }
      const length = end - start;
      if (length <= 2 && reader.isSurname(text, start, end)) {
        const spaced = forwardSpaced(text, start, end, limit);
        if (spaced) return spaced;
      }
      for (let most = Math.min(length, 4); most >= 2; most--) {
        const exact = most === length;
        if (!exact && !isFollowed(text, start + most)) continue;
        const name = reader.judge(text, start, start + most);
        if (name && !isMasked(text, start, start + most)) return { ...name, exact };
      }
      return null;
    },

    backward(text, end, limit) {
      const start = runStart(text, end, limit, FIRST_PART);
      if (hasDot(text, start, end))
        return backwardDotted(text, runStart(text, end, limit, DOTTED), end);
      const length = end - start;
      if (length > 0 && length <= 2) {
        const gap = skipGaps(text, start, -1);
        const head = gap < start && gap > limit ? runStart(text, gap, limit, 3) : gap;
        if (head < gap && reader.isSurname(text, head, gap)) {
          const name = reader.judge(text, head, end);
          if (name) return { ...name, exact: true };
        }
      }
      for (let most = Math.min(length, 4); most >= 2; most--) {
        const exact = most === length;
        if (!exact && !isLed(text, end - most)) continue;
        const name = reader.judge(text, end - most, end);
        if (name && name.shape !== 'bare') return { ...name, exact };
      }
      return null;
    },
  };
}
