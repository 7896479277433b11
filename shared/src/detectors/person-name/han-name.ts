import { createNameFilter } from '../name-filter.ts';
import { unpackCharacters } from './character-set.ts';
import { GIVEN_CHARACTERS, NO_NAME_CHARACTERS, STOP_FILTER } from './name-tables.data.ts';
import { COMMON_COUNT, PARTICLE_SURNAMES } from './surnames.data.ts';

/** Of the filter of stop words. */
export const STOP_HASHES = 7;

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
  isSurname(text: string, start: number, end: number): boolean;
  /** False where no name that is `common-usual` or of a double surname begins. */
  mayBeginCommon(text: string, at: number): boolean;
  /** False where no name of any shape begins with the character. */
  mayBegin(text: string, at: number): boolean;
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

/** What a character may be in a name. */
const ROLE = {
  /** A frequent surname. */
  COMMON: 1,
  SURNAME: 2,
  /** First of a double surname. */
  DOUBLE: 4,
  /** Given names are made of it. */
  USUAL: 8,
  /** Never in a name. */
  FOREIGN: 16,
  PARTICLE: 32,
  /** First of a title. */
  TITLE: 64,
} as const;

function createRoles(surnames: readonly string[], titles: ReadonlySet<string>): Uint8Array {
  const roles = new Uint8Array(0x10000);
  const mark = (words: Iterable<string>, role: number): void => {
    for (const word of words) {
      const unit = word.charCodeAt(0);
      roles[unit] = (roles[unit] ?? 0) | role;
    }
  };
  const isSingle = ({ length }: string): boolean => length === 1;
  mark(surnames.slice(0, COMMON_COUNT).filter(isSingle), ROLE.COMMON);
  mark(surnames.filter(isSingle), ROLE.SURNAME);
  mark(
    surnames.filter((surname) => !isSingle(surname)),
    ROLE.DOUBLE,
  );
  mark(unpackCharacters(GIVEN_CHARACTERS), ROLE.USUAL);
  mark(unpackCharacters(NO_NAME_CHARACTERS), ROLE.FOREIGN);
  mark(PARTICLE_SURNAMES, ROLE.PARTICLE);
  mark(titles, ROLE.TITLE);
  return roles;
}

/** Reads names against a list of surnames, the most frequent first; a surname and one of the `titles` is none. */
export function createHanNameReader(
  surnames: readonly string[],
  titles: ReadonlySet<string>,
): HanNameReader {
  const doubles = new Set(surnames.filter(({ length }) => length === 2));
  const roles = createRoles(surnames, titles);
  const isStop = createNameFilter(STOP_FILTER, STOP_HASHES);

  function roleAt(text: string, at: number): number {
    return roles[text.charCodeAt(at)] ?? 0;
  }

  function isDouble(text: string, at: number): boolean {
    return (roleAt(text, at) & ROLE.DOUBLE) !== 0 && doubles.has(text.slice(at, at + 2));
  }

  /** All roles that any of the characters from `from` on has. */
  function anyRole(value: string, from: number): number {
    let any = 0;
    for (let at = from; at < value.length; at++) any |= roleAt(value, at);
    return any;
  }

  function isTitle(value: string, from: number): boolean {
    return (roleAt(value, from) & ROLE.TITLE) !== 0 && titles.has(value.slice(from));
  }

  function isBare(value: string): boolean {
    for (let at = 0; at < value.length; at++)
      if ((roleAt(value, at) & ROLE.USUAL) === 0) return false;
    return true;
  }

  function shapeOf(value: string): NameShape | null {
    const head = roleAt(value, 0);
    const next = roleAt(value, 1);
    const isShort = value.length < 3 || !isDouble(value, 0);
    const length = isShort ? Number((head & ROLE.SURNAME) !== 0) : 2;
    const given = anyRole(value, length);
    if ((given & ROLE.FOREIGN) !== 0 || isTitle(value, 0)) return null;
    const givenLength = value.length - length;
    // 陈王晓红 carries both families' names; 和高主任 does not.
    const isPaired =
      value.length === 4 &&
      (head & next & ROLE.COMMON) !== 0 &&
      (head & ROLE.PARTICLE) === 0 &&
      !isTitle(value, 2);
    if (length === 0 || (givenLength > 2 && !isPaired)) return isBare(value) ? 'bare' : null;
    if (isTitle(value, length) || isStop(value)) return null;
    const isWord = length === 1 && givenLength > 1 && isStop(value.slice(0, 2));
    if (isWord && (roleAt(value, 2) & ROLE.USUAL) === 0) return null;
    // 于张, 和王: a particle and a surname.
    if (givenLength === 1 && (head & ROLE.PARTICLE) !== 0 && (given & ROLE.COMMON) !== 0)
      return null;
    const isUsual = (given & ROLE.USUAL) !== 0 && !isWord;
    if (length === 2 || (head & ROLE.COMMON) !== 0)
      return isUsual ? 'common-usual' : 'common-unusual';
    return isUsual ? 'rare-usual' : 'rare-unusual';
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
    isSurname: (text, start, end) =>
      end - start === 1
        ? (roleAt(text, start) & ROLE.SURNAME) !== 0
        : end - start === 2 && isDouble(text, start),
    mayBeginCommon(text, at) {
      const head = roleAt(text, at);
      if ((head & (ROLE.COMMON | ROLE.DOUBLE)) === 0) return false;
      if (isDouble(text, at)) return true;
      if ((head & ROLE.COMMON) === 0 || (roleAt(text, at + 1) & ROLE.FOREIGN) !== 0) return false;
      return !isStop(text.slice(at, at + 2));
    },
    mayBegin: (text, at) => (roleAt(text, at) & (ROLE.SURNAME | ROLE.DOUBLE | ROLE.USUAL)) !== 0,
  };
}
