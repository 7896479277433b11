import { REPORTING_CONFIDENCE } from '@kedun/shared/detection/confidence';
import type { Detection, ScanResult } from '@kedun/shared/detection/detection';
import type { Language } from '@kedun/shared/contracts/vocabulary';

import { displayWidth, fitInto, padTo, showable } from './display-width.ts';
import type { Colour, Paint } from './paint.ts';
import { REPORT_WORDS, type ReportWords } from './words.ts';

export interface ReportOptions {
  readonly language: Language;
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Paint;
}

/** Something that is not broken over two lines. */
interface Piece {
  readonly text: string;
  readonly colour?: Colour;
}

const INDENT = 4;
const BAR_WIDTH = 10;
const PERCENT_WIDTH = 4;
const GAP = '  ';
const MIN_MASKED_WIDTH = 8;

const percent = (confidence: number): number => Math.round(confidence * 100);
const signed = (points: number): string =>
  `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(2)}`;

/** A table of what was found, masked, each row with why: checks, parts of the score with the words that spoke, evasions. */
export function renderReport(result: ScanResult, options: ReportOptions): string {
  const words = REPORT_WORDS[options.language];
  const { paint } = options;
  const shown = result.detections.filter(({ confidence }) => confidence >= REPORTING_CONFIDENCE);
  const hidden = result.detections.length - shown.length;
  const limit = percent(REPORTING_CONFIDENCE);
  const records = new Set(shown.map(({ record }) => record)).size;
  const lines: string[] = [];
  if (shown.length === 0) lines.push(paint('strong', words.nothing(limit)));
  else lines.push(paint('strong', words.found(shown.length, records)), '');
  if (shown.length > 0) lines.push(...renderTable(shown, words, options));
  if (hidden > 0) lines.push(paint('faint', words.weaker(hidden, limit)));
  for (const { part = '', reason } of result.unscanned)
    lines.push(
      paint(
        'yellow',
        `${words.unscanned}: ${showable(part) || words.whole} – ${words.reason[reason]}`,
      ),
    );
  return `${lines.join('\n')}\n`;
}

function renderTable(
  shown: readonly Detection[],
  words: ReportWords,
  options: ReportOptions,
): string[] {
  const { paint, width } = options;
  const rows = shown.map(({ type, span, masked }) => ({
    type: words.type[type] ?? type,
    span: `${span.start}–${span.end}`,
    masked: showable(masked),
  }));
  const widest = (texts: readonly string[]): number => Math.max(...texts.map(displayWidth));
  const typeWidth = widest([words.heads.type, ...rows.map(({ type }) => type)]);
  const spanWidth = widest([words.heads.span, ...rows.map(({ span }) => span)]);
  const wanted = widest([words.heads.masked, ...rows.map(({ masked }) => masked)]);
  const others = INDENT + typeWidth + spanWidth + BAR_WIDTH + PERCENT_WIDTH + 4 * GAP.length;
  const maskedWidth = Math.max(MIN_MASKED_WIDTH, Math.min(wanted, width - others));
  const row = (...cells: readonly string[]): string => cells.join(GAP).trimEnd();
  const { heads } = words;
  const lines = [
    paint(
      'faint',
      ' '.repeat(INDENT) +
        row(
          padTo(heads.type, typeWidth),
          padTo(heads.span, spanWidth),
          padTo(heads.masked, maskedWidth),
          heads.confidence,
        ),
    ),
  ];
  for (const [index, detection] of shown.entries()) {
    const cells = rows[index];
    if (!cells) continue;
    lines.push(
      padTo(`${index + 1}`.padStart(2), INDENT) +
        row(
          paint('cyan', padTo(cells.type, typeWidth)),
          padTo(cells.span, spanWidth),
          paint('yellow', padTo(fitInto(cells.masked, maskedWidth), maskedWidth)),
          renderConfidence(detection.confidence, paint),
        ),
      ...renderExplanation(detection, words, options),
      '',
    );
  }
  return lines;
}

function renderConfidence(confidence: number, paint: Paint): string {
  const full = Math.round(confidence * BAR_WIDTH);
  const bar = '█'.repeat(full) + '░'.repeat(BAR_WIDTH - full);
  return `${paint(confidence >= 0.8 ? 'green' : 'yellow', bar)} ${`${percent(confidence)}%`.padStart(PERCENT_WIDTH)}`;
}

function renderExplanation(
  { explanation, evasions }: Detection,
  words: ReportWords,
  options: ReportOptions,
): string[] {
  const checks = explanation.checks.map(({ name, outcome }): Piece => {
    const word = words.check[name] ?? name;
    if (outcome === 'unknown') return { text: `${word} ?`, colour: 'yellow' };
    return outcome === 'true'
      ? { text: `${word} ✓`, colour: 'green' }
      : { text: `${word} ✗`, colour: 'red' };
  });
  const [open, close] = words.quote;
  const parts = explanation.score.map(({ part, points, term }): Piece => {
    const spoke = term === undefined ? '' : `${open}${showable(term)}${close}`;
    const text = `${words.score[part] ?? part}${spoke} ${signed(points)}`;
    return points < 0 ? { text, colour: 'red' } : { text };
  });
  const tricks = evasions.map((evasion): Piece => ({
    text: words.evasion[evasion],
    colour: 'magenta',
  }));
  const titles = [words.checks, words.parts, words.evasions];
  const titleWidth = Math.max(...titles.map(displayWidth));
  const [checksTitle = '', partsTitle = '', tricksTitle = ''] = titles.map((title) =>
    padTo(title, titleWidth),
  );
  return [
    ...renderPieces(checksTitle, checks.length > 0 ? checks : [{ text: words.noChecks }], options),
    ...renderPieces(partsTitle, parts, options),
    ...renderPieces(tricksTitle, tricks, options),
  ];
}

/** `title  piece · piece · …`, broken between pieces, the rest under the first. Nothing without pieces. */
function renderPieces(
  title: string,
  pieces: readonly Piece[],
  { paint, width }: ReportOptions,
): string[] {
  if (pieces.length === 0) return [];
  const head = `${' '.repeat(INDENT)}${title}${GAP}`;
  const indent = displayWidth(head);
  const lines: string[] = [];
  let line = '';
  let used = indent;
  for (const { text, colour } of pieces) {
    const fitting = fitInto(text, Math.max(MIN_MASKED_WIDTH, width - indent));
    const needed = displayWidth(fitting) + (line === '' ? 0 : 3);
    if (line !== '' && used + needed > width) {
      lines.push(line);
      line = '';
      used = indent;
    }
    const painted = colour ? paint(colour, fitting) : fitting;
    used += displayWidth(fitting) + (line === '' ? 0 : 3);
    line += line === '' ? painted : `${paint('faint', ' · ')}${painted}`;
  }
  lines.push(line);
  return lines.map((each, at) => (at === 0 ? paint('faint', head) : ' '.repeat(indent)) + each);
}
