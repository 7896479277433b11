import { REPORTING_CONFIDENCE } from '@kedun/shared/detection/confidence';
import { createTextEngine } from '@kedun/shared/inspection/text-engine';

import { createDocuments, type QualityDocument, type Split, SPLITS } from './documents.ts';
import {
  type Aim,
  aim,
  contextOf,
  type Counters,
  createCounters,
  type DocumentCount,
  type Fault,
  isSoft,
  kindsOf,
  type QualityReport,
  typesOf,
} from './report.ts';
import { RULES } from './rules.ts';
import { compare, type Comparison, type Found, type Rates, ratesOf, sum } from './score.ts';

/** Findings of a text at or above the reporting confidence. */
export type Scan = (text: string) => readonly Found[];

export interface QualityOptions {
  readonly seed: number;
  /** Documents of each kind and family of hard cases; a technique of disguise gets at least 40. */
  readonly perKind: number;
  /** Another engine under the same texts; absent = the product's, with the benchmark's rules. */
  readonly scan?: Scan;
}

export function createProductScan(): Scan {
  const engine = createTextEngine({ policy: () => ({ version: 1, detection: RULES }) });
  return (text) =>
    engine
      .scan(text)
      .detections.filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE)
      .map(({ type, span }) => ({ type, ...span }));
}

function faultsOf(
  document: QualityDocument,
  { misses, falseAlarms }: Comparison,
): readonly Fault[] {
  const { split, kind, text } = document;
  const at = ({ start, end }: { start: number; end: number }): string =>
    contextOf(text, start, end);
  return [
    ...misses.map((label): Fault => ({
      fault: 'missed',
      type: label.type,
      split,
      kind,
      value: label.value,
      context: at(label),
    })),
    ...falseAlarms.map((found): Fault => ({
      fault: 'false alarm',
      type: found.type,
      split,
      kind,
      value: text.slice(found.start, found.end),
      context: at(found),
    })),
  ];
}

function peopleRates(counters: Counters): Rates {
  return ratesOf(sum(counters.total('plain', isSoft), counters.total('hard', isSoft)));
}

interface Totals {
  readonly plain: Rates;
  readonly hard: Rates;
  readonly people: Rates;
  readonly must: Rates;
  readonly should: Rates;
  readonly innocent: DocumentCount;
  readonly whole: DocumentCount;
}

const alarmShare = ({ documents, withFalseAlarms }: DocumentCount): number =>
  withFalseAlarms / Math.max(1, documents);

function aimsOf({ plain, hard, people, must, should, innocent, whole }: Totals): readonly Aim[] {
  return [
    aim('plain F1', plain.f1, 'at-least', 0.995),
    aim('hard F1', hard.f1, 'at-least', 0.97),
    aim('documents with false alarms', alarmShare(whole), 'at-most', 0.005),
    aim('- of those without findings', alarmShare(innocent), 'at-most', 0.005),
    aim('must-evasions found', must.recall, 'at-least', 1),
    aim('should-evasions found', should.recall, 'at-least', 0.7),
    aim('names and addresses F1', people.f1, 'at-least', 0.85),
  ];
}

const isEvasion = (split: Split): boolean => split === 'must' || split === 'should';

function countAlarms(
  into: { documents: number; withFalseAlarms: number },
  comparison: Comparison,
): void {
  into.documents++;
  if (comparison.falseAlarms.length > 0) into.withFalseAlarms++;
}

/** Generates the texts of a seed, scans them and compares. */
export function runQuality({
  seed,
  perKind,
  scan = createProductScan(),
}: QualityOptions): QualityReport {
  const started = performance.now();
  const documents = createDocuments({ seed, perKind });
  const counters = createCounters();
  const faults: Fault[] = [];
  const innocent = { documents: 0, withFalseAlarms: 0 };
  const whole = { documents: 0, withFalseAlarms: 0 };
  for (const document of documents) {
    const comparison = compare(
      document.labels,
      scan(document.text),
      isEvasion(document.split) ? 'overlap' : 'span',
    );
    counters.add(document, comparison);
    faults.push(...faultsOf(document, comparison));
    if (isEvasion(document.split)) continue;
    countAlarms(whole, comparison);
    if (document.labels.length === 0) countAlarms(innocent, comparison);
  }
  const isHard = ({ split }: QualityDocument): boolean => split === 'hard';
  const labelCount = (some: readonly QualityDocument[]): number =>
    some.reduce((count, { labels }) => count + labels.length, 0);
  const decoyCount = (some: readonly QualityDocument[]): number =>
    some.reduce((count, { decoys }) => count + decoys, 0);
  const notSoft = (type: Found['type']): boolean => !isSoft(type);
  const totals: Totals = {
    plain: counters.total('plain', notSoft),
    hard: counters.total('hard', notSoft),
    people: peopleRates(counters),
    must: counters.total('must'),
    should: counters.total('should'),
    innocent,
    whole,
  };
  return {
    seed,
    perKind,
    documents: documents.length,
    labels: labelCount(documents),
    decoys: decoyCount(documents),
    hardLabels: labelCount(documents.filter(isHard)),
    hardDecoys: decoyCount(documents.filter(isHard)),
    plain: totals.plain,
    hard: totals.hard,
    people: totals.people,
    byType: Object.fromEntries(SPLITS.map((split) => [split, typesOf(counters, split)])),
    byKind: {
      plain: kindsOf(counters, 'plain'),
      hard: kindsOf(counters, 'hard'),
      must: kindsOf(counters, 'must'),
      should: kindsOf(counters, 'should'),
    },
    innocent,
    whole,
    aims: aimsOf(totals),
    faults,
    seconds: (performance.now() - started) / 1000,
  };
}
