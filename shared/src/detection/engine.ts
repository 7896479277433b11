import type { Unscanned } from '../contracts/finding.ts';
import { LIMITS } from '../contracts/vocabulary.ts';
import { RawValue } from '../redaction/raw-value.ts';
import { findBoundaryFlaws, type LabelTest } from './boundary.ts';
import { type Budget, createBudget } from './budget.ts';
import type { Candidate } from './candidate.ts';
import { createCharTable } from './char-table.ts';
import { createColumnReader } from './columns.ts';
import { createContextTerms, relationOf, scoreContext } from './context-score.ts';
import type { Detection, Engine, ScanResult } from './detection.ts';
import type { Detector } from './detector.ts';
import { createDigitPlan } from './digit-plan.ts';
import { createCandidateFinder } from './find-candidates.ts';
import { createTableFinder, type TableFinder } from './find-tables.ts';
import { resolveOverlaps } from './overlap.ts';
import { assignRecords, type RecordMember } from './records.ts';
import { scanDigitClusters } from './scan.ts';
import { weigh, type Weight } from './weigh.ts';

export interface EngineOptions {
  readonly detectors: readonly Detector[];
  /** Milliseconds one scan may take; absent = bounded by steps only, which are the same on every machine. */
  readonly budgetMs?: number;
  /** Makes the budget of one scan from the length of its text. For tests that count the work. */
  readonly startBudget?: (textLength: number) => Budget;
}

/** Below it a candidate is noise. */
const MIN_CONFIDENCE = 0.3;
/** Findings of one scan; a larger haul is told as `too-large`. */
const MAX_DETECTIONS = 50_000;
/** Steps a scan may take: the walk is linear, so honest and hostile texts alike stay far below. */
const STEPS_PER_UNIT = 16;
const STEPS_AT_LEAST = 100_000;
/** A candidate costs about as much as so many characters. */
const CANDIDATE_STEPS = 16;
const CONTEXT_STEPS = 64;

interface Weighed extends Weight, RecordMember {
  readonly candidate: Candidate;
  readonly specificity: number;
}

function toDetection(weighed: Weighed, record: number): Detection {
  const { candidate, confidence, explanation } = weighed;
  const { detector, value, start, end } = candidate;
  return {
    type: detector.id,
    detectorVersion: detector.version,
    span: { start, end },
    value: new RawValue(value),
    masked: detector.mask(value),
    confidence,
    dataClass: detector.dataClass,
    dataLevel: detector.dataLevel,
    record,
    evasions: [],
    explanation,
  };
}

/**
 * An engine over the given detectors; it knows none itself. Its tables are built by the first scan: most frames of
 * most pages never scan anything, and each has an engine.
 */
export function createEngine(options: EngineOptions): Engine {
  let built: Engine | null = null;
  return {
    scan(text) {
      built ??= buildEngine(options);
      return built.scan(text);
    },
  };
}

function buildEngine({ detectors, budgetMs, startBudget }: EngineOptions): Engine {
  const table = createCharTable();
  const plan = createDigitPlan(detectors);
  const terms = createContextTerms(table, detectors);
  const budgetFor =
    startBudget ??
    ((textLength: number) =>
      createBudget({
        maxSteps: STEPS_AT_LEAST + textLength * STEPS_PER_UNIT,
        budgetMs,
        now: () => performance.now(),
      }));

  function createWeigher(
    text: string,
    budget: Budget,
    tables: TableFinder,
  ): (candidate: Candidate) => Weighed | null {
    const columns = createColumnReader(text, terms, tables);
    const isLabel: LabelTest = ({ detector }, wordEnd) => {
      const hit = terms.endingAt(text, wordEnd);
      return hit !== null && relationOf(hit.term, detector.id) === 'for';
    };
    return (candidate) => {
      const { detector, value, start, end } = candidate;
      budget.spend(CANDIDATE_STEPS);
      const validation = detector.validate(value);
      if (validation.checks.some((check) => check.outcome === false)) return null;
      budget.spend(CONTEXT_STEPS);
      const context =
        columns.score(detector.id, candidate) ?? scoreContext(table, terms, text, candidate);
      const flaws = findBoundaryFlaws(table, text, candidate, isLabel);
      const weight = weigh({ candidate, validation, flaws, context });
      if (weight.confidence < MIN_CONFIDENCE) return null;
      return {
        ...weight,
        candidate,
        start,
        end,
        specificity: validation.specificity,
        type: detector.id,
        value,
      };
    };
  }

  return {
    scan(text): ScanResult {
      const length = Math.min(text.length, LIMITS.textLength);
      const budget = budgetFor(length);
      const tables = createTableFinder(table, terms, text);
      const weigher = createWeigher(text, budget, tables);
      const found: Weighed[] = [];
      let tooMany = false;
      const finder = createCandidateFinder(table, plan, text, (candidate) => {
        if (tooMany || budget.exhausted !== null) return;
        const weighed = weigher(candidate);
        if (weighed) found.push(weighed);
        tooMany = found.length >= MAX_DETECTIONS;
      });
      scanDigitClusters(table, plan, text, length, budget, finder);
      const unscanned: Unscanned[] = [];
      if (tooMany || text.length > length) unscanned.push({ reason: 'too-large' });
      if (budget.exhausted !== null) unscanned.push({ reason: budget.exhausted });
      const kept = resolveOverlaps(found);
      const records = assignRecords({ terms, text, tables }, kept);
      return {
        detections: kept.map((weighed, index) => toDetection(weighed, records[index] ?? 0)),
        unscanned,
      };
    },
  };
}
