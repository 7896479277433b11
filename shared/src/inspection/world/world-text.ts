import { FINDING_TYPES, type FindingType } from '../../contracts/vocabulary.ts';

/** `[id, text]`: all that is to be found stands as `⟦type:…⟧`; a text without marks must stay quiet. */
export type WorldText = readonly [id: string, marked: string];

/** A text without its marks, and what they mark: UTF-16 code units, half open, in order. */
export interface UnmarkedText {
  readonly text: string;
  readonly expected: readonly {
    readonly type: FindingType;
    readonly start: number;
    readonly end: number;
  }[];
}

function isFindingType(word: string): word is FindingType {
  return (FINDING_TYPES as readonly string[]).includes(word);
}

/** Throws where a mark names no type or is not closed. */
export function unmark([id, marked]: WorldText): UnmarkedText {
  const [head = '', ...parts] = marked.split('⟦');
  let text = head;
  const expected: UnmarkedText['expected'][number][] = [];
  for (const part of parts) {
    const [type = '', ...rest] = part.split(':');
    const [inside = '', behind] = rest.join(':').split('⟧');
    if (!isFindingType(type) || behind === undefined) throw new Error(`${id}: bad mark ${type}`);
    expected.push({ type, start: text.length, end: text.length + inside.length });
    text += inside + behind;
  }
  return { text, expected };
}
