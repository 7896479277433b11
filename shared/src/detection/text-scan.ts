import type { Span } from '../contracts/finding.ts';
import type { Evasion } from '../contracts/vocabulary.ts';
import type { Automaton } from './aho-corasick.ts';
import { findBoundaryFlaws, type LabelTest } from './boundary.ts';
import type { Budget } from './budget.ts';
import type { Candidate } from './candidate.ts';
import type { CharTable } from './char-table.ts';
import { columnSupport } from './column-support.ts';
import { type ColumnReader, createColumnReader } from './columns.ts';
import { type ContextTerms, relationOf, scoreContext } from './context-score.ts';
import { type Detector, isRefused, type Reading } from './detector.ts';
import type { DigitGroups } from './digit-groups.ts';
import type { DigitPlan } from './digit-plan.ts';
import { createCandidateFinder } from './find-candidates.ts';
import { createTableFinder, type TableFinder } from './find-tables.ts';
import type { RecordMember } from './records.ts';
import { scanDigitClusters } from './scan.ts';
import type { Survey } from './survey.ts';
import type { Decoder } from './view.ts';
import { confidenceOf, type Evidence } from './weigh.ts';

/** Everything an engine has built, for all its scans. */
export interface ScanTools {
  readonly table: CharTable;
  readonly terms: ContextTerms;
  readonly survey: Survey;
  /** Without and with the wants that need a label. */
  readonly plan: DigitPlan;
  readonly labelledPlan: DigitPlan;
  /** Scratch of the digit scan. */
  readonly groups: DigitGroups;
  readonly walkers: readonly Detector[];
  readonly decoders: readonly Decoder[];
}

/** A candidate with its weight. */
export interface Weighed extends RecordMember {
  readonly detector: Detector;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly specificity: number;
  readonly evidence: Evidence;
}

/** A candidate costs about as much as so many characters. */
const CANDIDATE_STEPS = 16;
const CONTEXT_STEPS = 64;
/** UTF-16 units between a number and a label that may be its own. */
const LABEL_BEFORE = 64;
const LABEL_BEHIND = 24;
/** Findings of one scan; a larger haul is told as `too-large`. */
const MAX_FOUND = 50_000;
const MAX_SOFT_ANCHORS = 100_000;

export interface SoftAnchor extends Span {
  readonly anchor: string;
}

/** Scans one text, or a view of a part of it, for all that stands in it undisguised. */
export class TextScan {
  readonly found: Weighed[] = [];
  /** By index of the decoders: where their triggers start; absent = nowhere. */
  readonly triggers: (number[] | undefined)[] = [];
  /** By index of the survey's soft wants; absent = none. */
  readonly softAnchors: (SoftAnchor[] | undefined)[] = [];
  readonly text: string;
  readonly tables: TableFinder;
  isOverfull = false;
  readonly #tools: ScanTools;
  readonly #length: number;
  readonly #budget: Budget;
  readonly #minConfidence: number;
  readonly #columns: ColumnReader;
  /** Starts of the labels of identifiers that count with their label only. */
  readonly #labels: number[] = [];
  #labelAt = 0;
  #holdsLabel: boolean | undefined;

  constructor(
    tools: ScanTools,
    text: string,
    length: number,
    budget: Budget,
    minConfidence: number,
  ) {
    this.#tools = tools;
    this.text = text;
    this.#length = length;
    this.#budget = budget;
    this.#minConfidence = minConfidence;
    this.tables = createTableFinder(tools.table, tools.terms, text);
    this.#columns = createColumnReader(text, tools.terms, this.tables);
  }

  /** Anchors, then digits and codes, then the detectors that walk by themselves. */
  run(): void {
    const { table, plan, labelledPlan, survey, walkers, groups } = this.#tools;
    this.#survey();
    const mayHoldLabel = survey.labels !== null || this.#labels.length > 0;
    const wanted = mayHoldLabel ? labelledPlan : plan;
    if (wanted.minDigits !== Infinity) {
      const finder = createCandidateFinder(table, wanted, this.text, {
        isLabelNear: (start, end) => this.#isLabelNear(start, end),
        hasLabel: () => this.#hasLabel(),
        candidate: (candidate) => this.#takeCandidate(candidate),
        code: (detector, reading) => this.take(detector, reading),
      });
      scanDigitClusters(table, wanted, this.text, this.#length, this.#budget, finder, groups);
    }
    for (const detector of walkers)
      for (const want of detector.wants)
        if (want.kind === 'walk')
          want.walk(this.text, this.#budget, (reading) => this.take(detector, reading));
    this.#compareColumns();
  }

  /** What the other cells of its column say about a number. */
  #compareColumns(): void {
    if (this.found.length === 0) return;
    this.found.sort((a, b) => a.start - b.start);
    let hasNoise = false;
    for (const [index, part] of columnSupport(this.tables, this.found).entries()) {
      const weighed = this.found[index];
      if (!part || !weighed) continue;
      const { evidence, specificity } = weighed;
      // What the header says, the cells cannot unsay.
      const header = evidence.context?.part === 'column' ? evidence.context.points : 0;
      if (part.points * header < 0) continue;
      const points = part.points < 0 ? part.points * (1 - specificity) : part.points;
      const own = [...evidence.own, { ...part, points }];
      this.found[index] = moveTo(weighed, weighed, { ...evidence, own });
      hasNoise ||= (this.found[index]?.confidence ?? 0) < this.#minConfidence;
    }
    if (!hasNoise) return;
    let kept = 0;
    for (const weighed of this.found)
      if (weighed.confidence >= this.#minConfidence) this.found[kept++] = weighed;
    this.found.length = kept;
  }

  /** Weighs what a detector has read by itself. */
  take(detector: Detector, reading: Reading): void {
    if (!this.#mayTake(CANDIDATE_STEPS + CONTEXT_STEPS)) return;
    const { start, end, value, validation } = reading;
    if (isRefused(validation)) return;
    const asksWords = reading.context !== 'none';
    const place = { detector, start, end, prefixStart: start };
    const context = asksWords ? this.#contextOf(place) : null;
    this.#keep(detector, value, place, {
      validation,
      form: 'whole',
      formPoints: 0,
      prefix: '',
      evasions: reading.evasions ?? [],
      flaws: [],
      context,
      own: reading.score ?? [],
    });
  }

  #survey(): void {
    const { automaton, owners, words } = this.#tools.survey;
    if (words.length === 0 || !this.#budget.spend(this.#length)) return;
    automaton.walk(this.text, this.#length, (word, start, end) => {
      const owner = owners[word];
      if (!owner) return true;
      if (owner.isLabel) this.#labels.push(start);
      for (const index of owner.decoders) (this.triggers[index] ??= []).push(start);
      const anchor = words[word] ?? '';
      for (const index of owner.soft) {
        const places = (this.softAnchors[index] ??= []);
        if (places.length < MAX_SOFT_ANCHORS) places.push({ anchor, start, end });
      }
      for (const { detector, want } of owner.anchors) {
        if (!this.#mayTake(CANDIDATE_STEPS)) return false;
        const read = want.read({ text: this.text, anchor, start, end });
        if (read)
          for (const reading of 'value' in read ? [read] : read) this.take(detector, reading);
      }
      return true;
    });
  }

  #mayTake(steps: number): boolean {
    if (this.found.length >= MAX_FOUND) this.isOverfull = true;
    return !this.isOverfull && this.#budget.spend(steps);
  }

  #takeCandidate(candidate: Candidate): void {
    const { detector, want, value, validation } = candidate;
    if (!this.#mayTake(CANDIDATE_STEPS + CONTEXT_STEPS)) return;
    const context = this.#contextOf(candidate);
    if (want.needsLabel && !names(context)) return;
    this.#keep(detector, value, candidate, {
      validation,
      form: candidate.form,
      formPoints: candidate.formPoints,
      prefix: candidate.prefix,
      evasions: candidate.evasions,
      flaws: findBoundaryFlaws(this.#tools.table, this.text, candidate, this.#isLabel),
      context,
      own: [],
    });
  }

  #keep(detector: Detector, value: string, { start, end }: Span, evidence: Evidence): void {
    const confidence = confidenceOf(evidence);
    if (confidence < this.#minConfidence) return;
    const { specificity } = evidence.validation;
    this.found.push({
      detector,
      start,
      end,
      confidence,
      specificity,
      evidence,
      type: detector.id,
      value,
    });
  }

  #contextOf(place: Pick<Candidate, 'detector' | 'start' | 'end' | 'prefixStart'>) {
    const { table, terms } = this.#tools;
    const column = this.#columns.score(place.detector.id, place);
    return (
      column ?? scoreContext(table, terms, this.text, place, this.#columns.wordsFrom(place.start))
    );
  }

  readonly #isLabel: LabelTest = ({ detector }, wordEnd) => {
    const hit = this.#tools.terms.endingAt(this.text, wordEnd);
    return hit !== null && relationOf(hit.term, detector.id) === 'for';
  };

  /** True when the label of an identifier that counts with its label only stands anywhere in the text. */
  #hasLabel(): boolean {
    const { labels } = this.#tools.survey;
    if (!labels) return this.#labels.length > 0;
    this.#holdsLabel ??= holdsWord(labels.automaton, this.text.slice(0, this.#length));
    return this.#holdsLabel;
  }

  /** Candidates ascend, so a pointer into the labels does. A label above its column is far away. */
  #isLabelNear(start: number, end: number): boolean {
    const search = this.#tools.survey.labels;
    if (search) {
      const from = Math.max(0, start - LABEL_BEFORE);
      const near = this.text.slice(from, end + LABEL_BEHIND + search.longest);
      if (holdsWord(search.automaton, near)) return true;
      return this.tables.tableAt(start)?.headers.some((header) => header !== '') ?? false;
    }
    const labels = this.#labels;
    while (this.#labelAt > 0 && (labels[this.#labelAt - 1] ?? 0) > start - LABEL_BEFORE)
      this.#labelAt--;
    while ((labels[this.#labelAt] ?? Infinity) < start - LABEL_BEFORE) this.#labelAt++;
    if ((labels[this.#labelAt] ?? Infinity) < end + LABEL_BEHIND) return true;
    return labels.length > 0 && this.tables.tableAt(start) !== null;
  }
}

function holdsWord(automaton: Automaton, text: string): boolean {
  let holds = false;
  automaton.walk(text, text.length, () => {
    holds = true;
    return false;
  });
  return holds;
}

/** True when the words near by name the identifier. */
function names(context: { readonly part: string; readonly points: number } | null): boolean {
  return context !== null && context.points >= 0.15;
}

/** The same finding as it stands in the text that a view was made from. */
export function moveTo(weighed: Weighed, { start, end }: Span, evidence: Evidence): Weighed {
  return { ...weighed, start, end, evidence, confidence: confidenceOf(evidence) };
}

/** Adds how a finding was disguised. */
export function withEvasion(evidence: Evidence, evasion: Evasion): Evidence {
  if (evidence.evasions.includes(evasion)) return evidence;
  return { ...evidence, evasions: [...evidence.evasions, evasion] };
}
