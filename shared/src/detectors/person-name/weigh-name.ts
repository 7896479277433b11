import type { Reading, ScorePart } from '../../detection/detector.ts';
import type { HanName, NameShape } from './han-name.ts';
import type { LatinName } from './latin-name.ts';

/** What speaks for a name, with its points. */
export type Evidence = 'label' | 'weak-label' | 'title' | 'office-title' | 'column' | 'beside';

const POINTS: Readonly<Record<Evidence, number>> = {
  label: 0.52,
  'weak-label': 0.42,
  title: 0.46,
  'office-title': 0.4,
  column: 0.5,
  beside: 0.29,
};
/** What the name alone is worth. */
const BASES: Readonly<Record<NameShape | LatinName['kind'], number>> = {
  'common-usual': 0.34,
  'common-unusual': 0.29,
  'rare-usual': 0.26,
  'rare-unusual': 0.23,
  dotted: 0.34,
  bare: 0.1,
  pinyin: 0.3,
  foreign: 0.16,
};
/** Names are words too: nothing but the person's own list makes one sure. */
const MAX_CONFIDENCE = 0.9;

/** What else is known of the place. */
export interface Doubts {
  /** Nothing stands between label and name: 联系人张三. */
  readonly touching?: boolean;
  /** Other words follow, or stand before, without punctuation. */
  readonly inexact?: boolean;
  /** A further name of a list. */
  readonly listed?: boolean;
  /** Sex, age or a second identifier close by. */
  readonly supported?: boolean;
}

export interface NameFound {
  readonly reading: Reading;
  readonly confidence: number;
}

function isHanName(name: HanName | LatinName): name is HanName {
  return 'shape' in name;
}

/** The confidence of a name with its evidence, as a reading whose parts sum up to it. */
export function weighName(
  name: HanName | LatinName,
  evidence: Evidence,
  doubts: Doubts,
  term?: string,
): NameFound {
  const kind = isHanName(name) ? name.shape : name.kind;
  const base = BASES[kind];
  let points = POINTS[evidence];
  if (doubts.touching) points -= evidence === 'weak-label' ? 0.12 : 0.1;
  if (doubts.inexact) points -= evidence === 'label' ? 0.06 : 0.01;
  if (doubts.listed) points -= 0.1;
  if (doubts.supported) points += 0.08;
  points = Math.round(Math.min(points, MAX_CONFIDENCE - base) * 100) / 100;
  const known = kind === 'bare' || kind === 'foreign' ? undefined : true;
  const score: ScorePart[] = [
    term === undefined
      ? { part: evidence, points }
      : { part: evidence, points, term: term.slice(0, 32) },
  ];
  const validation = {
    checks: [{ name: 'surname', outcome: known }],
    base,
    specificity: 0.1,
  };
  return {
    reading: {
      start: name.start,
      end: name.end,
      value: name.value,
      validation,
      score,
      context: 'none',
    },
    confidence: base + points,
  };
}
