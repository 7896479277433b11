import { packNames } from '../name-filter.ts';
import { packCharacters } from './character-set.ts';
import { STOP_HASHES } from './han-name.ts';
import {
  COMMON_SURNAMES,
  GIVEN_CHARACTERS,
  NO_NAME_CHARACTERS,
  SINGLE_SURNAMES,
  STOP_PAIRS,
  STOP_WORDS,
} from './name-words.data.ts';

/** Of each stop word in its filter. */
const STOP_BITS = 16;

/** Words that are no names: the pairs of each group, and the longer ones. */
export function stopWords(): string[] {
  const pairs = STOP_PAIRS.split(' ').flatMap((group) =>
    Array.from(group.slice(1), (second) => group.charAt(0) + second),
  );
  return [...new Set([...pairs, ...STOP_WORDS.split(' ')])];
}

/** The source text of `name-tables.data.ts`. */
export function buildNameTables(): string {
  const surnames = SINGLE_SURNAMES.split('');
  const line = (name: string, text: string): string => `export const ${name} =\n  '${text}';\n`;
  return [
    '// Made by build-name-tables.ts from name-words.data.ts; `vitest -u` on name-tables.test.ts makes it anew.\n',
    '/** Sets of characters, see character-set.ts. */\n' +
      line('GIVEN_CHARACTERS', packCharacters(GIVEN_CHARACTERS)),
    line('NO_NAME_CHARACTERS', packCharacters(NO_NAME_CHARACTERS)),
    line('COMMON_SURNAMES', packCharacters(surnames.slice(0, COMMON_SURNAMES))),
    line(
      'FURTHER_SURNAMES',
      packCharacters(
        surnames.filter((surname, index) => index >= COMMON_SURNAMES && !isCommon(surname)),
      ),
    ),
    '/** See name-filter.ts. */\n' +
      line('STOP_FILTER', packNames(stopWords(), STOP_BITS, STOP_HASHES)),
  ].join('\n');

  function isCommon(surname: string): boolean {
    return surnames.indexOf(surname) < COMMON_SURNAMES;
  }
}
