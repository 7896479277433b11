import type { PatternRule } from '../../contracts/detection-data.ts';
import type { DataLevel, Evasion } from '../../contracts/vocabulary.ts';
import { createCharTable, foldUnit } from '../../detection/char-table.ts';
import {
  type Detector,
  type Reading,
  refuse,
  type ScorePart,
  type Validation,
} from '../../detection/detector.ts';
import {
  compileRegex,
  type LinearRegex,
  type RegexMatch,
  type RegexOptions,
} from '../../linear-regex/linear-regex.ts';
import { createRegexSet, type RegexSet } from '../../linear-regex/regex-set.ts';
import type { PatternFault } from '../../linear-regex/syntax.ts';
import { passesCheck } from './check-digits.ts';
import { createPatternOptions } from './pattern-search.ts';
import { type PatternValue, readPatternValue } from './pattern-value.ts';

export type PatternDetectorId = 'customer-number' | 'custom-pattern';

/** A rule whose pattern the linear-time subset does not take. */
export interface RefusedRule {
  readonly rule: string;
  readonly reason: PatternFault;
  readonly at: number;
}

/** Confidence of a match when nothing stands near by. */
const BASE = {
  plain: 0.75,
  /** Its check digit fits as well. */
  checked: 0.85,
  /** Only the label lifts it over the reporting confidence. */
  needsLabel: 0.42,
} as const;
/** How seldom chance makes a match: a check digit or letters of its own say much, mere digits little. */
const SPECIFICITY = { checked: 0.9, letters: 0.9, digits: 0.2 } as const;
/** Separators inside: a number in groups, or several numbers in a row. */
const SEPARATED_POINTS = { letters: -0.05, digits: -0.3 } as const;
const SHORTEST_LABEL = 2;
/** Of a part of an explanation. */
const MAX_TERM = 32;

const UNANSWERED: Validation = { checks: [], base: 0, specificity: 0 };

/** True when Chinese numerals in the text may stand for digits: the pattern has no Chinese characters itself. */
function takesHanDigits(pattern: string): boolean {
  return !/[\u3400-\u9fff]|\\[pu]/.test(pattern);
}

/** Which of the rules no endpoint can run, and why: told before they are saved. */
export function refusedRules(rules: readonly PatternRule[]): RefusedRule[] {
  return rules.flatMap(({ id, pattern }) => {
    const compiled = compileRegex(pattern);
    return compiled.ok ? [] : [{ rule: id, reason: compiled.reason, at: compiled.at }];
  });
}

/** The value as people may see it: two characters in front, up to four behind, the more the longer it is. */
export function maskPattern(value: string): string {
  const characters = Array.from(value);
  const { length } = characters;
  const front = length > 4 ? 2 : Math.min(1, length - 1);
  const behind = length >= 10 ? 4 : length >= 7 ? 2 : 0;
  const stars = '*'.repeat(Math.min(length - front - behind, 32));
  return characters.slice(0, front).join('') + stars + characters.slice(length - behind).join('');
}

function evasionsOf(value: PatternValue): Evasion[] {
  const evasions: Evasion[] = [];
  if (value.fullWidth) evasions.push('full-width');
  if (value.separated) evasions.push('separated');
  if (value.otherDigits) evasions.push('unicode-digits');
  if (value.hanDigits) evasions.push('chinese-numerals');
  if (value.invisible) evasions.push('zero-width');
  return evasions;
}

function isDigitAt(text: string, index: number): boolean {
  const unit = foldUnit(text.charCodeAt(index));
  return unit >= 0x30 && unit <= 0x39;
}

/** `1234567890.5`, `0.1234567890`: a part of a decimal number. */
function isDecimal(text: string, { start, end }: RegexMatch): boolean {
  const isPoint = (index: number): boolean => foldUnit(text.charCodeAt(index)) === 0x2e;
  return (
    (isPoint(end) && isDigitAt(text, end + 1)) || (isPoint(start - 1) && isDigitAt(text, start - 2))
  );
}

/** One rule, ready to judge a match. */
interface LiveRule {
  readonly rule: PatternRule;
  readonly regex: LinearRegex;
  readonly hanDigits: boolean;
  /** The pattern with no gaps in it: what it matches whole is written as the pattern says. Made when first asked. */
  readonly isAsWritten: (match: string) => boolean;
}

function createStrictTest(pattern: string, options: RegexOptions): (match: string) => boolean {
  let set: RegexSet | null = null;
  return (match) => {
    if (!set) {
      const compiled = compileRegex(pattern, { ...options, gaps: [] });
      set = createRegexSet(compiled.ok ? [compiled.regex] : []);
    }
    let isWhole = false;
    set.findAll(match, unlimited, (_index, { start, end }) => {
      isWhole ||= start === 0 && end === match.length;
    });
    return isWhole;
  };
}

const unlimited = (): boolean => true;

function judge(rule: PatternRule, value: string): Validation {
  const checks = [{ name: 'pattern', outcome: true }];
  const hasLetters = /[^0-9]/.test(value);
  const base = rule.needsLabel ? BASE.needsLabel : BASE.plain;
  if (!rule.check)
    return { checks, base, specificity: hasLetters ? SPECIFICITY.letters : SPECIFICITY.digits };
  if (!passesCheck(rule.check, value)) return refuse(rule.check);
  return {
    checks: [...checks, { name: rule.check, outcome: true }],
    base: rule.needsLabel ? base : BASE.checked,
    specificity: SPECIFICITY.checked,
  };
}

function createSearch(rules: readonly PatternRule[]) {
  let built: { readonly live: readonly LiveRule[]; readonly set: RegexSet } | null = null;
  const table = createCharTable();
  const build = () => {
    const optionsFor = createPatternOptions(table);
    const live = rules.flatMap((rule): LiveRule[] => {
      const hanDigits = takesHanDigits(rule.pattern);
      const options = optionsFor(hanDigits);
      const compiled = compileRegex(rule.pattern, options);
      if (!compiled.ok) return [];
      const isAsWritten = createStrictTest(rule.pattern, options);
      return [{ rule, regex: compiled.regex, hanDigits, isAsWritten }];
    });
    return { live, set: createRegexSet(live.map(({ regex }) => regex)) };
  };

  function read(text: string, match: RegexMatch, live: LiveRule): Reading | null {
    const { rule, hanDigits, isAsWritten } = live;
    const written = text.slice(match.start, match.end);
    const found = readPatternValue(table, written, hanDigits);
    if (!found || found.value === '') return null;
    const { value } = found;
    const separated = found.separated && !isAsWritten(written);
    const isDigits = /^[0-9]+$/.test(value);
    if (isDigits && isDecimal(text, match)) return null;
    const validation = judge(rule, value);
    const points = isDigits ? SEPARATED_POINTS.digits : SEPARATED_POINTS.letters;
    const told: ScorePart = { part: 'rule', points: 0, term: rule.id.slice(0, MAX_TERM) };
    return {
      ...match,
      value,
      validation,
      evasions: evasionsOf({ ...found, separated }),
      score: separated ? [told, { part: 'form.separated', points }] : [told],
    };
  }

  return (text: string, spend: (steps: number) => boolean, emit: (reading: Reading) => void) => {
    built ??= build();
    const { live, set } = built;
    set.findAll(text, spend, (index, match) => {
      const rule = live[index];
      const reading = rule ? read(text, match, rule) : null;
      if (reading) emit(reading);
    });
  };
}

function createPatternDetector(
  id: PatternDetectorId,
  dataLevel: DataLevel,
  rules: readonly PatternRule[],
): Detector {
  const search = createSearch(rules);
  const labels = rules.flatMap((rule) => rule.labels.map((label) => label.trim().toLowerCase()));
  return {
    id,
    version: 1,
    dataClass: 'custom',
    dataLevel,
    wants:
      rules.length === 0
        ? []
        : [
            {
              kind: 'walk',
              walk: (text, budget, emit) => search(text, (steps) => budget.spend(steps), emit),
            },
          ],
    context: {
      for: [...new Set(labels)].filter((label) => label.length >= SHORTEST_LABEL),
    },
    validate: () => UNANSWERED,
    mask: maskPattern,
  };
}

/**
 * Detectors of the numbers and patterns that an organisation configures: one for each data level of its rules, at least
 * one. Rules that the linear-time subset refuses are left out (`refusedRules` tells them). Nothing is compiled
 * before the first text.
 */
export function createPatternDetectors(
  id: PatternDetectorId,
  rules: readonly PatternRule[] = [],
): readonly [Detector, ...Detector[]] {
  const [first = 3, ...others] = [...new Set(rules.map(({ dataLevel }) => dataLevel))];
  const detectorOf = (level: DataLevel): Detector =>
    createPatternDetector(
      id,
      level,
      rules.filter(({ dataLevel }) => dataLevel === level),
    );
  return [detectorOf(first), ...others.map(detectorOf)];
}
