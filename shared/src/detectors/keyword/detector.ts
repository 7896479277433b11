import type { Dictionary } from '../../contracts/detection-data.ts';
import type { DataLevel } from '../../contracts/vocabulary.ts';
import { foldUnit } from '../../detection/char-table.ts';
import type { AnchorPlace, Detector, Reading, Validation } from '../../detection/detector.ts';
import { isWordAt } from './word-edges.ts';

const MAX_WORD = 64;
const DEFAULT_LEVEL = 3;
const UNANSWERED: Validation = { checks: [], base: 0, specificity: 0 };

/** As anchors are written: lower case, half width. Null for what is too long or nothing. */
function foldWord(word: string): string | null {
  let folded = '';
  for (const character of word.trim())
    folded +=
      character.length === 1 ? String.fromCharCode(foldUnit(character.charCodeAt(0))) : character;
  return folded.length > 0 && folded.length <= MAX_WORD ? folded : null;
}

interface Entry {
  readonly dictionary: string;
  readonly level: DataLevel;
}

/** Of dictionaries that list the same word the one of the highest level has it. */
function indexWords(dictionaries: readonly Dictionary[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { id, dataLevel, words } of dictionaries)
    for (const listed of words) {
      const word = foldWord(listed);
      if (word === null) continue;
      const known = entries.get(word);
      if (!known || known.level < dataLevel)
        entries.set(word, { dictionary: id, level: dataLevel });
    }
  return entries;
}

/**
 * Words of an organisation's dictionaries, thousands of them: Latin ones as whole words (humps and `_` are word edges), Chinese
 * ones anywhere. Of words that overlap the engine keeps the longest. The value is `dictionary:word`, the word is shown
 * as it is: it is the organisation's own, not a customer's.
 */
export function createKeywordDetector(dictionaries: readonly Dictionary[] = []): Detector {
  const entries = indexWords(dictionaries);
  const levels = new Map<string, DataLevel>(
    dictionaries.map(({ id, dataLevel }) => [id, dataLevel]),
  );
  const read = ({ text, anchor, start, end }: AnchorPlace): Reading | null => {
    const entry = entries.get(anchor);
    if (!entry || !isWordAt(text, start, end)) return null;
    const { dictionary } = entry;
    return {
      start,
      end,
      value: `${dictionary}:${anchor}`,
      validation: {
        checks: [{ name: 'dictionary', outcome: true }],
        base: 0.8,
        specificity: 0.5,
      },
      score: [{ part: 'dictionary', points: 0, term: dictionary.slice(0, 32) }],
      context: 'none',
    };
  };
  return {
    id: 'keyword',
    version: 1,
    dataClass: 'custom',
    dataLevel: DEFAULT_LEVEL,
    wants: entries.size === 0 ? [] : [{ kind: 'anchor', anchors: [...entries.keys()], read }],
    context: { for: [] },
    validate: () => UNANSWERED,
    mask: (value) => value.slice(value.indexOf(':') + 1),
    levelOf: (value) => levels.get(value.slice(0, value.indexOf(':'))) ?? DEFAULT_LEVEL,
  };
}
