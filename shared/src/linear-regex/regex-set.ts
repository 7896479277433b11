import { type LinearRegex, type RegexMatch, type Spend, startSearch } from './linear-regex.ts';
import { ALPHANUMERIC, LAST_UNIT } from './unit-set.ts';

/** Takes a match of the regex with the index. */
export type SetMatchHandler = (index: number, match: RegexMatch) => void;

/** Many regular expressions searched for in one walk. */
export interface RegexSet {
  /** Matches of one regex do not overlap and come in order; those of several regexes come interleaved. */
  findAll(text: string, spend: Spend, handle: SetMatchHandler): void;
}

const GROUP_SIZE = 32;

/** The first look at a unit: one bit for each regex that may begin with it. */
interface Group {
  readonly offset: number;
  readonly regexes: readonly LinearRegex[];
  readonly wakes: Uint32Array;
}

/**
 * One look-up a unit decides for 32 regexes whether any of them wakes up; awake, a regex runs alone until nothing is left
 * that could become a match. So each regex reads each unit a bounded number of times, and most of them none.
 */
export function createRegexSet(regexes: readonly LinearRegex[]): RegexSet {
  let groups: readonly Group[] | null = null;
  const isCode = new Uint8Array(LAST_UNIT + 1);
  for (const [from, to] of ALPHANUMERIC) isCode.fill(1, from, to + 1);

  function walk(group: Group, text: string, spend: Spend, handle: SetMatchHandler): void {
    const { wakes, offset } = group;
    const resume = new Int32Array(group.regexes.length);
    const searches = group.regexes.map(() => startSearch(text, spend));
    const emitters = group.regexes.map(
      (_, index) => (match: RegexMatch) => handle(offset + index, match),
    );
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      let bits = wakes[unit] ?? 0;
      if (bits === 0) continue;
      const inCode = isCode[unit] === 1 && at > 0 && isCode[text.charCodeAt(at - 1)] === 1;
      for (; bits !== 0; bits &= bits - 1) {
        const index = 31 - Math.clz32(bits & -bits);
        const regex = group.regexes[index];
        const search = searches[index];
        const emit = emitters[index];
        if (!regex || !search || !emit || at < (resume[index] ?? 0)) continue;
        if (inCode && regex.codeEdges) continue;
        resume[index] = regex.run(text, at, search, emit);
        if (!spend(0)) return;
      }
    }
  }

  return {
    findAll(text, spend, handle) {
      groups ??= buildGroups(regexes);
      for (const group of groups) {
        if (!spend(text.length)) return;
        walk(group, text, spend, handle);
      }
    },
  };
}

function buildGroups(regexes: readonly LinearRegex[]): Group[] {
  const groups: Group[] = [];
  for (let offset = 0; offset < regexes.length; offset += GROUP_SIZE) {
    const members = regexes.slice(offset, offset + GROUP_SIZE);
    const wakes = new Uint32Array(LAST_UNIT + 1);
    for (const [index, regex] of members.entries()) regex.markStarts(wakes, 1 << index);
    groups.push({ offset, regexes: members, wakes });
  }
  return groups;
}
