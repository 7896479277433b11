import type { Decoder } from '../detection/view.ts';
import { ViewWriter } from './view-writer.ts';

/** Units of an address on either side of a line break, at most. */
const REACH = 64;
const MAX_TAG = 16;
/** A whole address: what stands on the next line is something of its own. */
const WHOLE = /[\w.+-]@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,12}$/i;
const ADDRESS_UNIT = /[\w.+@-]/;

interface Tag {
  readonly start: number;
  readonly end: number;
}

function tagAt(text: string, start: number): Tag | null {
  const close = text.slice(start, start + MAX_TAG).indexOf('>');
  return close < 0 ? null : { start, end: start + close + 1 };
}

function isAddressUnit(text: string, index: number): boolean {
  return ADDRESS_UNIT.test(text.charAt(index));
}

/** Where the run of address units before `from` begins, and where the one behind `from` ends. */
function runStart(text: string, from: number): number {
  let start = from;
  while (start > 0 && start > from - REACH && isAddressUnit(text, start - 1)) start--;
  return start;
}

function runEnd(text: string, from: number): number {
  let end = from;
  while (end < from + REACH && isAddressUnit(text, end)) end++;
  return end;
}

/** True for the pieces of one address: a single `@`, and none of the pieces is an address by itself. */
function isBroken(text: string, tags: readonly Tag[]): boolean {
  const [first] = tags;
  const last = tags.at(-1);
  if (!first || !last) return false;
  const edges = [runStart(text, first.start), ...tags.flatMap(({ start, end }) => [start, end])];
  edges.push(runEnd(text, last.end));
  let signs = 0;
  for (let at = 0; at < edges.length; at += 2) {
    const piece = text.slice(edges[at], edges[at + 1]);
    signs += piece.split('@').length - 1;
    if (piece === '' || WHOLE.test(piece)) return false;
  }
  return signs === 1;
}

/** `zhang@qq<br>.c<br>om`: breaks of a page inside of one address. Elsewhere they separate. */
export function createBrokenAddressDecoder(): Decoder {
  return {
    evasion: 'markup',
    triggers: ['<br'],
    decode(text, hits, budget) {
      const writer = new ViewWriter(text, 'markup', budget);
      let open: Tag[] = [];
      const close = (): void => {
        if (isBroken(text, open)) for (const { start, end } of open) writer.erase(start, end);
        open = [];
      };
      for (const hit of hits) {
        const tag = tagAt(text, hit);
        const previous = open.at(-1);
        if (previous && (!tag || runEnd(text, previous.end) !== hit)) close();
        const isInside = tag && isAddressUnit(text, hit - 1) && isAddressUnit(text, tag.end);
        if (isInside) open.push(tag);
        else close();
      }
      close();
      return writer.finish();
    },
  };
}
