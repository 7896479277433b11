import type { ContextTerms } from './context-score.ts';

/** Tells lines of a form from lines of talk. Looks at bounded windows only. */
export interface LineReader {
  /** True when a label, a key or a tag opens the line that holds the position: `手机：`, `"phone": `, `<phone>`. */
  opensWithLabel(position: number): boolean;
  /** True when the line that holds the position was wrapped: it is long, and nobody speaks in the next. */
  isWrapped(position: number): boolean;
}

/** Units before a value in which its line starts, with the indent; longer lines are no forms. */
const MAX_INDENT = 48;
const LABEL_WINDOW = 32;
/** A label starts within so many units: `1. 手机：`, `- **手机**`. */
const MAX_LEAD = 4;
/** Shorter lines end where their writer wanted them to. */
const WRAPPED_LENGTH = 32;
const SPEAKER_WINDOW = 12;

export function createLineReader(terms: ContextTerms, text: string): LineReader {
  /** Where the line of the position starts; −1 when that is further away than `limit`. */
  function lineStart(position: number, limit: number): number {
    const stop = Math.max(0, position - limit);
    for (let at = position; at > stop; at--) if (text.charCodeAt(at - 1) === 0x0a) return at;
    return stop === 0 ? 0 : -1;
  }

  function skipIndent(from: number, limit: number): number {
    let at = from;
    while (at < limit && isIndent(text.charCodeAt(at))) at++;
    return at;
  }

  return {
    opensWithLabel(position) {
      const start = lineStart(position, MAX_INDENT + LABEL_WINDOW);
      if (start < 0) return false;
      const from = skipIndent(start, position);
      if (position - from > LABEL_WINDOW) return false;
      if (isKey(text, from, position)) return true;
      const hits = terms.find(text, from, position);
      const first = hits.find(({ term }) => term.owner.for.length > 0);
      return first !== undefined && first.start - from <= MAX_LEAD;
    },
    isWrapped(position) {
      const end = text.indexOf('\n', position);
      if (end < 0 || lineStart(end, WRAPPED_LENGTH) >= 0) return false;
      for (let at = end + 1; at < end + 1 + SPEAKER_WINDOW && at < text.length; at++)
        if (isTie(text.charCodeAt(at))) return false;
      return true;
    },
  };
}

function isIndent(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x3000;
}

function isTie(unit: number): boolean {
  return unit === 0x3a || unit === 0xff1a || unit === 0x3d;
}

/** `"key": "`, `'key' => `, `<key>`, `key=`: keys of structured text, whatever they say. */
function isKey(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from);
  if (first === 0x3c) return true;
  if (first !== 0x22 && first !== 0x27) return false;
  for (let at = from + 1; at < to; at++)
    if (isTie(text.charCodeAt(at))) return text.charCodeAt(at - 1) === first;
  return false;
}
