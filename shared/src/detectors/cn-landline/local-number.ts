import type { Reading, Scene, ScorePart } from '../../detection/detector.ts';
import { codeUnitOf, isInvisible, isSeparator } from '../read-code.ts';
import { LOCAL_NUMBER_WORDS } from './words.ts';

/** UTF-16 units between a label and its number: `电话号码（座机）: "`. */
const MAX_DISTANCE = 10;
/** Confidence of a local number alone; only a label or a column ever brings it up. */
const BASE = 0.4;
const LABEL_POINTS = 0.3;
const BETWEEN =
  ' \t:\uff1a="\'\u201c\u201d\u53f7\u7801\u662f\u4e3a()\uff08\uff09[]|,\u3010\u3011*No.no_';

/** Digits of a local number and where they end; null when none starts at `start`. */
function readLocal(text: string, start: number): { value: string; end: number } | null {
  let value = '';
  let end = start;
  let gaps = 0;
  for (let index = start; index < text.length;) {
    const point = text.codePointAt(index) ?? 0;
    const unit = codeUnitOf(point);
    if (unit >= 0x41) return null;
    const next = index + (point > 0xffff ? 2 : 1);
    if (unit !== 0) {
      // One gap, in the middle; what follows a second one is an extension.
      value += String.fromCharCode(unit);
      if (value.length > 8) return null;
      end = next;
    } else if (!isInvisible(point)) {
      const follows = codeUnitOf(text.codePointAt(next) ?? 0);
      const inside = isSeparator(text, index) && follows >= 0x30 && follows <= 0x39;
      if (value.length >= 7 || !inside || ++gaps > 1) break;
    }
    index = next;
  }
  return { value, end };
}

function isLocalNumber(value: string): boolean {
  if (value.length < 7 || value.length > 8) return false;
  const lead = value.charAt(0);
  if (lead < '2' || lead > '8') return false;
  // 20240115 is a day, 555-1234 a number of films and of North America, 8008208820 and 4008… are services.
  if (/^20[0-3][0-9](0[1-9]|1[0-2])[0-3][0-9]$/.test(value)) return false;
  if (/^(.)\1+$/.test(value)) return false;
  return !(value.length === 7 && value.startsWith('555'));
}

function reading(start: number, end: number, value: string, label: ScorePart): Reading {
  return {
    start,
    end,
    value,
    validation: {
      checks: [{ name: 'area-code', outcome: undefined }],
      base: BASE,
      specificity: 0.05,
    },
    score: [label],
    context: 'none',
  };
}

function isAsciiLetter(text: string, index: number): boolean {
  return codeUnitOf(text.codePointAt(index) ?? 0) >= 0x41;
}

function readBehind(text: string, from: number, term: string): Reading | null {
  const limit = Math.min(text.length, from + MAX_DISTANCE);
  let at = from;
  while (at < limit && BETWEEN.includes(text.charAt(at))) at++;
  if (at === from && isAsciiLetter(text, at)) return null;
  const unit = codeUnitOf(text.codePointAt(at) ?? 0);
  if (unit < 0x32 || unit > 0x38) return null;
  // What a mask has left over.
  if (text.startsWith('**', at - 2)) return null;
  const number = readLocal(text, at);
  if (!number || !isLocalNumber(number.value)) return null;
  return reading(at, number.end, number.value, { part: 'label', points: LABEL_POINTS, term });
}

/** Column names are compared without what sets them apart: `office_phone`, `Office Phone`, 办公电话(座机). */
function labelOf(header: string): string | null {
  const name = header.toLowerCase().replaceAll(/[\s_-]/g, '');
  return (
    LOCAL_NUMBER_WORDS.find((word) =>
      /^[a-z]/.test(word)
        ? name === word.replaceAll(/[\s_]/g, '')
        : name.startsWith(word) || name.endsWith(word),
    ) ?? null
  );
}

/** Numbers of 7 or 8 digits without an area code: only behind a label, or in a column that names them. Linear. */
export function readLocalNumbers({ text, anchors, tables }: Scene): readonly Reading[] {
  const found: Reading[] = [];
  for (const { anchor, start, end } of anchors) {
    // `hotel`, `telework` are no label; `userTel` and `tel_no` are.
    if (isAsciiLetter(anchor, 0) && start > 0 && isAsciiLetter(text, start - 1)) {
      const isHump = text.charCodeAt(start) < 0x5b && text.charCodeAt(start - 1) >= 0x61;
      if (!isHump) continue;
    }
    const behind = readBehind(text, end, anchor);
    if (behind) found.push(behind);
  }
  for (const table of tables) {
    const labels = table.headers.map(labelOf);
    if (labels.every((label) => label === null)) continue;
    for (const row of table.rows())
      for (const { column, start, end } of row) {
        const term = labels[column];
        if (!term) continue;
        const number = readLocal(text, start);
        if (number && number.end === end && isLocalNumber(number.value))
          found.push(
            reading(start, end, number.value, { part: 'column', points: LABEL_POINTS, term }),
          );
      }
  }
  return found.sort((a, b) => a.start - b.start);
}
