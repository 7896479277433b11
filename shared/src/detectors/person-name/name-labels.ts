import { isHan } from './han-name.ts';
import {
  createLabels,
  type LabelKind,
  OTHER_COLUMNS,
  OTHER_NAMES,
  PERSON_KEYS,
} from './labels.data.ts';
import { isLetter } from './latin-name.ts';

/** A label of a person's name that a value may follow. */
export interface NameLabel {
  readonly kind: LabelKind;
  /** The word of our own lists that it was known by. */
  readonly term: string;
  /** True where any two capitalised words behind it are a name; else only pinyin is. */
  readonly takesForeign: boolean;
}

export interface NameLabels {
  /** Labels as they are looked for. */
  readonly anchors: readonly string[];
  /** Null where the anchor is a part of another word: `filename`, `namespace`. */
  label(text: string, anchor: string, start: number, end: number): NameLabel | null;
  /** What the header of a table column says. */
  column(header: string): NameLabel | null;
}

/** Units of a key before its `name` at most. */
const KEY_LENGTH = 24;
/** What may follow `name` in a key. */
const KEY_ENDINGS: ReadonlySet<string> = new Set([
  's',
  'cn',
  'zh',
  '_cn',
  '_zh',
  '1',
  '2',
  '_1',
  '_2',
]);

function isKeyUnit(unit: number): boolean {
  return isLetter(unit) || unit === 0x5f || (unit >= 0x30 && unit <= 0x39);
}

/** The word right before `end` in a key of snake, kebab or camel case, or in a phrase; lower case. */
function wordBefore(text: string, end: number): string {
  let at = end;
  while (at > 0 && end - at < 3 && ' _-.'.includes(text.charAt(at - 1))) at--;
  let start = at;
  while (start > 0 && at - start < KEY_LENGTH && isLetter(text.charCodeAt(start - 1))) {
    start--;
    const unit = text.charCodeAt(start);
    const isUpper = unit >= 0x41 && unit <= 0x5a;
    if (isUpper && !(text.charCodeAt(start - 1) >= 0x41 && text.charCodeAt(start - 1) <= 0x5a))
      break;
  }
  return text.slice(start, at).toLowerCase();
}

export function createNameLabels(): NameLabels {
  const kinds = createLabels();
  const others = new Set(OTHER_NAMES.split(' '));
  const persons = new Set(PERSON_KEYS.split(' '));
  const otherColumns = OTHER_COLUMNS.split(' ');

  function endsKey(text: string, end: number): boolean {
    let at = end;
    while (at < end + 4 && isKeyUnit(text.charCodeAt(at))) at++;
    return at === end || KEY_ENDINGS.has(text.slice(end, at).toLowerCase());
  }

  function latin(text: string, anchor: string, start: number, end: number): NameLabel | null {
    const kind = kinds.get(anchor);
    if (!kind || !endsKey(text, end)) return null;
    const touches = isLetter(text.charCodeAt(start - 1));
    if (anchor !== 'name') {
      // `subject_contact` may be a key; `xm` inside `fxm` is none.
      const isCapital = text.charCodeAt(start) < 0x60;
      return touches && !isCapital ? null : { kind, term: anchor, takesForeign: kind === 'sure' };
    }
    const before = wordBefore(text, start);
    if (others.has(before)) return null;
    // One lower-case word (`filename`, `username`): its head decides.
    for (const other of others) if (touches && before.endsWith(other)) return null;
    return { kind, term: anchor, takesForeign: persons.has(before) };
  }

  return {
    anchors: [...kinds.keys()],
    label(text, anchor, start, end) {
      if (!isHan(anchor.charCodeAt(0))) return latin(text, anchor, start, end);
      const kind = kinds.get(anchor);
      return kind ? { kind, term: anchor, takesForeign: kind === 'sure' } : null;
    },
    column(header) {
      // Rows of numbers have headers of numbers.
      if (!/[a-z\u3400-\u9fff]/i.test(header)) return null;
      if (
        otherColumns.some((word) =>
          isHan(word.charCodeAt(0)) ? header.includes(word) : endsWithWord(header, word),
        )
      )
        return null;
      let found: NameLabel | null = null;
      for (const [label, kind] of kinds) {
        const start = header.lastIndexOf(label);
        if (start < 0) continue;
        if (isHan(label.charCodeAt(0))) {
          if (kind === 'sure') return { kind, term: label, takesForeign: true };
          found ??= { kind, term: label, takesForeign: false };
          continue;
        }
        const hit = latin(header, label, start, start + label.length);
        if (!hit) continue;
        // A bare `name` heads the tables of everything that has one.
        if (label !== 'name' || hit.takesForeign) return hit;
        found ??= { kind: 'weak', term: label, takesForeign: false };
      }
      return found;
    },
  };
}

/** True where the header is the word or ends with it behind a separator: `phone`, `contact_phone`. */
function endsWithWord(header: string, word: string): boolean {
  if (!header.endsWith(word)) return false;
  return !isLetter(header.charCodeAt(header.length - word.length - 1));
}
