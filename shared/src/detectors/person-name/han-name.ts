import {
  GIVEN_CHARACTERS,
  NO_NAME_CHARACTERS,
  STOP_PAIRS,
  STOP_WORDS,
} from './given-names.data.ts';
import { COMMON_SURNAMES, PARTICLE_SURNAMES } from './surnames.data.ts';

/**
 * How much a run of Han characters looks like a name. `common` = frequent surname; `usual` = at least one character that
 * given names are made of. `dotted` = 阿不都·热合曼. `bare` = no known surname, only characters of given names.
 */
export type NameShape =
  | 'common-usual'
  | 'common-unusual'
  | 'rare-usual'
  | 'rare-unusual'
  | 'dotted'
  | 'bare';

export interface HanName {
  readonly start: number;
  readonly end: number;
  /** Without spaces. */
  readonly value: string;
  readonly shape: NameShape;
}

export interface HanNameReader {
  /** Judges the whole range, inner spaces allowed; null = no name. */
  judge(text: string, start: number, end: number): HanName | null;
  isSurname(character: string): boolean;
  /** False where no name of any shape begins with the character. */
  mayBegin(character: string): boolean;
}

/** Units of a dotted name at most. */
const DOTTED_LENGTH = 24;
/** Units of a spaced name at most: four characters and what lies between them. */
const SPACED_LENGTH = 12;

export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007
  );
}

/** The dots that stand in names of minorities and foreigners: GB/T 15834 asks for U+00B7. */
export function isNameDot(unit: number): boolean {
  return unit === 0xb7 || unit === 0x2022 || unit === 0x2027 || unit === 0x30fb || unit === 0x2e31;
}

export function isGap(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0;
}

function withoutGaps(text: string, start: number, end: number): string {
  let value = '';
  for (let index = start; index < end; index++)
    if (!isGap(text.charCodeAt(index))) value += text.charAt(index);
  return value;
}

/** Reads names against a list of surnames, the most frequent first; a surname and one of the `titles` is none. */
export function createHanNameReader(
  surnames: readonly string[],
  titles: ReadonlySet<string>,
): HanNameReader {
  const known = new Set(surnames);
  const common = new Set(surnames.slice(0, COMMON_SURNAMES));
  const heads = new Set(surnames.map((surname) => surname.charAt(0)));
  const usual = new Set(GIVEN_CHARACTERS);
  const foreign = new Set(NO_NAME_CHARACTERS);
  const particles = new Set(PARTICLE_SURNAMES);
  const stops = new Set(STOP_WORDS.split(' '));
  for (const group of STOP_PAIRS.split(' '))
    for (const second of group.slice(1)) stops.add(group.charAt(0) + second);

  /** Length of the surname: a double one only where a given name is left. */
  function surnameLength(value: string): number {
    if (value.length >= 3 && known.has(value.slice(0, 2))) return 2;
    return known.has(value.charAt(0)) ? 1 : 0;
  }

  function shapeOf(value: string): NameShape | null {
    const length = surnameLength(value);
    const given = value.slice(length);
    if (titles.has(value)) return null;
    for (const character of given) if (foreign.has(character)) return null;
    // 陈王晓红 carries both families' names; 和高主任 does not.
    const isPaired =
      value.length === 4 &&
      common.has(value.charAt(0)) &&
      common.has(value.charAt(1)) &&
      !particles.has(value.charAt(0)) &&
      !titles.has(value.slice(2));
    if (length === 0 || (given.length > 2 && !isPaired))
      return Array.from(value).every((character) => usual.has(character)) ? 'bare' : null;
    if (titles.has(given)) return null;
    if (stops.has(value)) return null;
    const isUsual = Array.from(given).some((character) => usual.has(character));
    const isWord = length === 1 && given.length > 1 && stops.has(value.slice(0, 2));
    if (isWord && !usual.has(given.charAt(1))) return null;
    // 于张, 和王: a particle and a surname.
    if (given.length === 1 && particles.has(value.charAt(0)) && common.has(given)) return null;
    const isCommon = length === 2 || common.has(value.charAt(0));
    if (isCommon) return isUsual && !isWord ? 'common-usual' : 'common-unusual';
    return isUsual && !isWord ? 'rare-usual' : 'rare-unusual';
  }

  function judgeDotted(text: string, start: number, end: number): HanName | null {
    let part = 0;
    let parts = 0;
    for (let index = start; index <= end; index++) {
      const unit = index === end ? 0xb7 : text.charCodeAt(index);
      if (isNameDot(unit)) {
        if (part === 0 || part > 8) return null;
        parts++;
        part = 0;
      } else if (isHan(unit)) part++;
      else return null;
    }
    if (parts < 2 || parts > 4) return null;
    let value = '';
    for (let index = start; index < end; index++)
      value += isNameDot(text.charCodeAt(index)) ? '\u00b7' : text.charAt(index);
    return { start, end, value, shape: 'dotted' };
  }

  return {
    judge(text, start, end) {
      for (let index = start; index < Math.min(end, start + DOTTED_LENGTH); index++)
        if (isNameDot(text.charCodeAt(index)))
          return end - start <= DOTTED_LENGTH ? judgeDotted(text, start, end) : null;
      if (end - start < 2 || end - start > SPACED_LENGTH) return null;
      const value = withoutGaps(text, start, end);
      if (value.length < 2 || value.length > 4) return null;
      for (let index = 0; index < value.length; index++)
        if (!isHan(value.charCodeAt(index))) return null;
      const shape = shapeOf(value);
      return shape === null ? null : { start, end, value, shape };
    },
    isSurname: (character) => known.has(character),
    mayBegin: (character) => heads.has(character) || usual.has(character),
  };
}
