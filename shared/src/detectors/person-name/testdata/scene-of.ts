import type { Detector, Reading, Scene } from '../../../detection/detector.ts';
import { createEngine } from '../../../detection/engine.ts';
import type { Cell, Table } from '../../../detection/table.ts';
import { createBankCardDetector } from '../../bank-card/detector.ts';
import { createCnMobileDetector } from '../../cn-mobile/detector.ts';
import { createCnResidentIdDetector } from '../../cn-resident-id/detector.ts';

const engine = createEngine({
  detectors: [createCnMobileDetector(), createCnResidentIdDetector(), createBankCardDetector()],
});

function findAnchors(text: string, anchors: readonly string[]): Scene['anchors'] {
  const folded = text
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .toLowerCase();
  const places: Scene['anchors'][number][] = [];
  for (const anchor of new Set(anchors))
    for (let at = folded.indexOf(anchor); at >= 0; at = folded.indexOf(anchor, at + 1))
      places.push({ anchor, start: at, end: at + anchor.length });
  return places.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The table of a text whose lines all have the same number of cells, apart by `separator`. */
export function tableOf(text: string, separator: string): Table {
  const [head = '', ...lines] = text.split('\n');
  const cells: Cell[][] = [];
  let at = head.length + 1;
  for (const [row, line] of lines.entries()) {
    let start = at;
    cells.push(
      line.split(separator).map((part, column) => {
        const cell = { row, column, start, end: start + part.length };
        start = cell.end + separator.length;
        return cell;
      }),
    );
    at += line.length + 1;
  }
  return {
    start: head.length + 1,
    end: text.length,
    headers: head.split(separator),
    cellAt: (position) =>
      cells.flat().find(({ start, end }) => start <= position && position <= end) ?? null,
    rows: () => cells,
  };
}

export interface Told {
  readonly text: string;
  readonly value: string;
  readonly confidence: number;
}

/** A text as the engine shows it, with the numbers that it finds in it. */
export function sceneOf(
  text: string,
  anchors: readonly string[],
  tables: readonly Table[] = [],
  others: Scene['findings'] = [],
): Scene {
  const findings = engine
    .scan(text)
    .detections.map(({ span, type, confidence }) => ({ ...span, type, confidence }));
  return {
    text,
    anchors: findAnchors(text, anchors),
    tables,
    findings: [...findings, ...others].sort((a, b) => a.start - b.start),
  };
}

/** What a soft detector reads in a text, with the numbers that the engine finds in it. */
export function readSoft(
  detector: Detector,
  text: string,
  tables: readonly Table[] = [],
  others: Scene['findings'] = [],
): Told[] {
  const readings: Reading[] = [];
  for (const want of detector.wants)
    if (want.kind === 'soft')
      readings.push(...want.read(sceneOf(text, want.anchors, tables, others)));
  return readings.map(({ start, end, value, validation, score }) => ({
    text: text.slice(start, end),
    value,
    confidence:
      Math.round((score ?? []).reduce((sum, { points }) => sum + points, validation.base) * 100) /
      100,
  }));
}
