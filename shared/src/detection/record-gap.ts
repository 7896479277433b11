/**
 * What stands between two neighbouring findings, as far as it tells whether they are of one customer. Made once and filled
 * again for each pair.
 */
export interface RecordGap {
  /** Line breaks; 0 = the same line. */
  lines: number;
  /** A blank line, or a line that only draws. */
  hasBlankLine: boolean;
  /** A sentence ends. */
  hasSentenceEnd: boolean;
  /** Objects or elements that were opened less those that were closed; and the lowest this was on the way. */
  depth: number;
  lowest: number;
  /** A new member of a list begins: `}, {`, `</customer><customer>`. */
  startsSibling: boolean;
  /** Longer than what is looked at: nothing connects the two. */
  isFar: boolean;
}

/** Two findings this far apart are of different records, unless a table says otherwise. */
const MAX_GAP = 480;
const MAX_TAG = 32;

export function createRecordGap(): RecordGap {
  return {
    lines: 0,
    hasBlankLine: false,
    hasSentenceEnd: false,
    depth: 0,
    lowest: 0,
    startsSibling: false,
    isFar: false,
  };
}

/** Reads the gap from `start` to `end`; bounded work. */
export function readRecordGap(text: string, start: number, end: number, gap: RecordGap): void {
  gap.lines = 0;
  gap.hasBlankLine = false;
  gap.hasSentenceEnd = false;
  gap.depth = 0;
  gap.lowest = 0;
  gap.startsSibling = false;
  gap.isFar = end - start > MAX_GAP;
  if (gap.isFar) return;
  /** The last unit that is no blank, and whether something stands in the line so far. */
  let previous = 0;
  let isEmptyLine = false;
  /** Name of the element closed at the lowest depth. */
  let closedAt = -1;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    switch (unit) {
      case 0x20:
      case 0x0d:
      case 0x3000:
        continue;
      case 0x0a:
        gap.lines++;
        if (isEmptyLine) gap.hasBlankLine = true;
        isEmptyLine = true;
        continue;
      case 0x7b:
        // `{` behind a key or `[` is a part of the object around; behind a comma or `}` it is the next one.
        if (gap.depth === gap.lowest && gap.lowest < 0 && (previous === 0x2c || previous === 0x7d))
          gap.startsSibling = true;
        gap.depth++;
        break;
      case 0x7d:
        gap.lowest = Math.min(gap.lowest, --gap.depth);
        break;
      case 0x3c: {
        const step = tagStep(text, at, end);
        if (step < 0) {
          if (--gap.depth < gap.lowest) {
            gap.lowest = gap.depth;
            closedAt = at + 2;
          }
        } else if (step > 0) {
          if (gap.depth === gap.lowest && gap.depth < -1 && isSameTag(text, closedAt, at + 1))
            gap.startsSibling = true;
          gap.depth++;
        }
        break;
      }
      case 0x3002:
      case 0xff01:
      case 0xff1f:
      case 0x21:
      case 0x3f:
        gap.hasSentenceEnd = true;
        break;
      default:
    }
    previous = unit;
    isEmptyLine = false;
  }
}

/** 1 = opens an element, −1 = closes one, 0 = neither: `<br/>`, `<!-- -->`, `a < b`. */
function tagStep(text: string, at: number, limit: number): number {
  const next = text.charCodeAt(at + 1);
  if (next === 0x2f) return -1;
  const letter = next | 0x20;
  if (letter < 0x61 || letter > 0x7a) return next >= 0x2e80 ? 1 : 0;
  // A tag that is not closed within the gap holds the finding in an attribute.
  const close = text.indexOf('>', at);
  return close > 0 && close < limit && text.charCodeAt(close - 1) === 0x2f ? 0 : 1;
}

function isSameTag(text: string, a: number, b: number): boolean {
  if (a < 0) return false;
  for (let index = 0; index < MAX_TAG; index++) {
    const left = text.charCodeAt(a + index);
    const right = text.charCodeAt(b + index);
    const leftEnds = !(left > 0x2f) || left === 0x3e;
    const rightEnds = !(right > 0x2f) || right === 0x3e;
    if (leftEnds || rightEnds) return leftEnds && rightEnds;
    if (left !== right) return false;
  }
  return true;
}
