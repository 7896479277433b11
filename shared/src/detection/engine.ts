import type { Unscanned } from '../contracts/finding.ts';
import { LIMITS } from '../contracts/vocabulary.ts';
import { RawValue } from '../redaction/raw-value.ts';
import type { UnitReader } from './unit-reader.ts';
import { type Budget, createBudget } from './budget.ts';
import { createCharTable } from './char-table.ts';
import { createContextTerms } from './context-score.ts';
import type { Detection, Engine, ScanResult } from './detection.ts';
import type { Detector } from './detector.ts';
import { DigitGroups } from './digit-groups.ts';
import { createDigitPlan } from './digit-plan.ts';
import { resolveOverlaps } from './overlap.ts';
import { assignRecords } from './records.ts';
import { scanAllViews } from './scan-views.ts';
import { createSurvey } from './survey.ts';
import type { ScanTools, Weighed } from './text-scan.ts';
import type { Decoder } from './view.ts';
import { explain } from './weigh.ts';

export interface EngineOptions {
  readonly detectors: readonly Detector[];
  /** What takes disguises off; absent = texts are read as they stand. */
  readonly decoders?: readonly Decoder[];
  /** Milliseconds one scan may take; absent = bounded by steps only, which are the same on every machine. */
  readonly budgetMs?: number;
  /** Makes the budget of one scan from the length of its text. For tests that count the work. */
  readonly startBudget?: (textLength: number) => Budget;
  readonly readUnits?: UnitReader;
}

/** Steps a scan may take: the walk is linear, so honest and hostile texts alike stay far below. */
const STEPS_PER_UNIT = 32;
const STEPS_AT_LEAST = 200_000;
const MAX_EVASIONS = 8;

function toDetection(weighed: Weighed, record: number): Detection {
  const { detector, value, confidence, start, end, evidence } = weighed;
  return {
    type: detector.id,
    detectorVersion: detector.version,
    span: { start, end },
    value: new RawValue(value),
    masked: detector.mask(value),
    confidence,
    dataClass: detector.dataClass,
    dataLevel: detector.levelOf?.(value) ?? detector.dataLevel,
    record,
    evasions: evidence.evasions.slice(0, MAX_EVASIONS),
    explanation: explain(evidence),
  };
}

/**
 * An engine over the given detectors and decoders; it knows none itself. Its tables are built by the first scan: most
 * frames of most pages never scan anything, and each has an engine.
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

function buildTools({ detectors, decoders = [], readUnits }: EngineOptions): ScanTools {
  const table = createCharTable();
  return {
    table,
    terms: createContextTerms(table, detectors),
    survey: createSurvey(detectors, decoders, readUnits),
    plan: createDigitPlan(detectors, false),
    labelledPlan: createDigitPlan(detectors, true),
    groups: new DigitGroups(),
    walkers: detectors.filter(({ wants }) => wants.some(({ kind }) => kind === 'walk')),
    decoders,
  };
}

function buildEngine(options: EngineOptions): Engine {
  const tools = buildTools(options);
  const { budgetMs, startBudget } = options;
  const budgetFor =
    startBudget ??
    ((textLength: number) =>
      createBudget({
        maxSteps: STEPS_AT_LEAST + textLength * STEPS_PER_UNIT,
        budgetMs,
        now: () => performance.now(),
      }));

  return {
    scan(text): ScanResult {
      const length = Math.min(text.length, LIMITS.textLength);
      const budget = budgetFor(length);
      const { found, tables, isOverfull } = scanAllViews(tools, text, length, budget);
      const unscanned: Unscanned[] = [];
      if (isOverfull || text.length > length) unscanned.push({ reason: 'too-large' });
      if (budget.exhausted !== null) unscanned.push({ reason: budget.exhausted });
      const kept = resolveOverlaps(found);
      const records = assignRecords({ terms: tools.terms, text, tables }, kept);
      return {
        detections: kept.map((weighed, index) => toDetection(weighed, records[index] ?? 0)),
        unscanned,
      };
    },
  };
}
