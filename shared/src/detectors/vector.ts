import type { FindingType } from '../contracts/vocabulary.ts';

export interface ExpectedFinding {
  readonly type: FindingType;
  /** UTF-16 code units, half open. */
  readonly start: number;
  readonly end: number;
  readonly masked: string;
  readonly minConfidence: number;
}

/**
 * A text with all its findings at or above the reporting confidence; none = a text that must stay quiet. The same
 * vectors run in Node, in a content script and through the agent, so a vector is plain JSON. All values are synthetic.
 */
export interface Vector {
  readonly id: string;
  readonly text: string;
  readonly expected: readonly ExpectedFinding[];
}

/** `[type, masked, minConfidence]` of the marked span with the same index. */
export type Marking = readonly [type: FindingType, masked: string, minConfidence: number];

/** Builds a vector from a text whose findings stand between ⟦ and ⟧. Throws when marks and markings differ in number. */
export function markedVector(id: string, marked: string, ...markings: readonly Marking[]): Vector {
  const expected: ExpectedFinding[] = [];
  let text = '';
  const [head = '', ...rest] = marked.split('⟦');
  text += head;
  for (const [index, part] of rest.entries()) {
    const [inside = '', behind = ''] = part.split('⟧');
    const [type, masked, minConfidence] = markings[index] ?? [];
    if (!type || masked === undefined || minConfidence === undefined)
      throw new Error(`${id}: no marking for mark ${index}`);
    expected.push({
      type,
      start: text.length,
      end: text.length + inside.length,
      masked,
      minConfidence,
    });
    text += inside + behind;
  }
  if (rest.length !== markings.length) throw new Error(`${id}: too many markings`);
  return { id, text, expected };
}

/** A text without any finding at or above the reporting confidence. */
export function quietVector(id: string, text: string): Vector {
  return { id, text, expected: [] };
}
