import type { Budget } from './budget.ts';
import type { Scene } from './detector.ts';
import type { TableFinder } from './find-tables.ts';
import { resolveOverlaps } from './overlap.ts';
import type { Table } from './table.ts';
import {
  moveTo,
  type ScanTools,
  type SoftAnchor,
  TextScan,
  type Weighed,
  withEvasion,
} from './text-scan.ts';
import { MAX_VIEW_DEPTH, type View } from './view.ts';

interface Haul {
  readonly found: readonly Weighed[];
  readonly tables: TableFinder;
  readonly isOverfull: boolean;
}

const NONE: readonly number[] = [];
/** Below it a candidate is noise. */
const MIN_CONFIDENCE = 0.3;
/** Findings of this confidence tell the soft detectors whose surroundings they read. */
const NEIGHBOUR_CONFIDENCE = 0.5;

/** Scans a text and what it turns into once disguises are taken off, disguises inside disguises included. */
export function scanAllViews(tools: ScanTools, text: string, length: number, budget: Budget): Haul {
  return scanDeep(tools, text, length, budget, MAX_VIEW_DEPTH, false);
}

function scanDeep(
  tools: ScanTools,
  text: string,
  length: number,
  budget: Budget,
  depth: number,
  /** True when the caller wants to know what was rejected, too. */
  keepsRejected: boolean,
): Haul {
  const scan = new TextScan(tools, text, length, budget, keepsRejected ? 0 : MIN_CONFIDENCE);
  scan.run();
  let found: readonly Weighed[] = scan.found;
  let { isOverfull } = scan;
  if (depth > 0)
    for (const [index, decoder] of tools.decoders.entries()) {
      const hits = scan.triggers[index] ?? NONE;
      if (decoder.triggers.length > 0 && hits.length === 0) continue;
      for (const view of decoder.decode(text, hits, budget)) {
        if (!budget.spend(view.text.length)) break;
        const inner = scanDeep(
          tools,
          view.text,
          view.text.length,
          budget,
          depth - 1,
          view.supersedes,
        );
        found = mergeView(found, inner.found, view);
        isOverfull ||= inner.isOverfull;
      }
    }
  found = withSoft(tools, scan, found);
  return { found, tables: scan.tables, isOverfull };
}

/** Brings what was found in a view back to the text it was made from. */
function mergeView(
  outer: readonly Weighed[],
  inner: readonly Weighed[],
  view: View,
): readonly Weighed[] {
  const added: Weighed[] = [];
  const replaced = new Map<number, Weighed>();
  for (const weighed of inner) {
    const { start, end } = weighed;
    const span = view.originalSpan(start, end);
    if (span.end <= span.start) continue;
    if (view.isChanged(start, end)) {
      const moved = moveTo(weighed, span, withEvasion(weighed.evidence, view.evasion));
      if (moved.confidence >= MIN_CONFIDENCE) added.push(moved);
    } else if (view.supersedes) {
      const moved = moveTo(weighed, span, weighed.evidence);
      replaced.set(span.start, moved);
    }
  }
  if (replaced.size === 0) return added.length === 0 ? outer : [...outer, ...added];
  const kept = outer.filter(({ start, end, type }) => {
    const better = replaced.get(start);
    return !better || better.end !== end || better.type !== type;
  });
  for (const weighed of replaced.values())
    if (weighed.confidence >= MIN_CONFIDENCE) added.push(weighed);
  return [...kept, ...added];
}

const NO_ANCHORS: readonly SoftAnchor[] = [];
const NO_TABLES: readonly Table[] = [];

/** Adds names and addresses, which only their surroundings give away; each reads what those before it have found. */
function withSoft(tools: ScanTools, scan: TextScan, hard: readonly Weighed[]): readonly Weighed[] {
  const { soft } = tools.survey;
  if (soft.length === 0) return hard;
  // Headers that name a soft identifier are anchors: without any the tables need not be read.
  const tables = scan.softAnchors.some((places) => places)
    ? scan.tables.all().filter(({ headers }) => headers.some((header) => header !== ''))
    : NO_TABLES;
  let found = hard;
  let findings = neighboursOf(found);
  for (const [index, { detector, want }] of soft.entries()) {
    const anchors = scan.softAnchors[index];
    anchors?.sort((a, b) => a.start - b.start || b.end - a.end);
    const before = scan.found.length;
    const scene = { text: scan.text, anchors: anchors ?? NO_ANCHORS, tables, findings };
    for (const reading of want.read(scene)) scan.take(detector, reading);
    if (scan.found.length === before) continue;
    // `take` adds to the scan's own findings, which may be what we began with.
    if (found !== scan.found) found = [...found, ...scan.found.slice(before)];
    findings = neighboursOf(found);
  }
  return found;
}

/** Findings sure enough to tell what stands beside them. */
function neighboursOf(found: readonly Weighed[]): Scene['findings'] {
  return resolveOverlaps(found)
    .filter(({ confidence }) => confidence >= NEIGHBOUR_CONFIDENCE)
    .map(({ type, start, end, confidence }) => ({ type, start, end, confidence }));
}
