import { type Node, PatternError, type PatternFault } from './syntax.ts';
import {
  DIGITS,
  HAN,
  ignoreCase,
  LINE_BREAKS,
  negate,
  setOf,
  SPACES,
  union,
  type UnitSet,
  WORD,
} from './unit-set.ts';

const MAX_REPEAT = 255;
const MAX_DEPTH = 32;

const CLASS_ESCAPES: Readonly<Record<string, UnitSet>> = {
  d: DIGITS,
  D: negate(DIGITS),
  w: WORD,
  W: negate(WORD),
  s: SPACES,
  S: negate(SPACES),
};

const CONTROL_ESCAPES: Readonly<Record<string, number>> = {
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '0': 0,
};

export interface ParseOptions {
  /** Letters written out match in either case; classes as they are written. As if `(?i)` covered letters alone. */
  readonly foldLiterals: boolean;
}

/**
 * Reads a pattern: literals, `.`, `\d \w \s \D \W \S \b \B`, `\t \n \r \f \v \0 \xHH \uHHHH \u{H}`, `\p{Han}`, classes,
 * groups (named and capturing ones group only), `|`, `* + ? {m} {m,} {m,n}`, `^ $` by line, `(?i)`. A lazy quantifier
 * reads as its greedy twin: the longest match is taken anyhow. Throws `PatternError`.
 */
export function parsePattern(pattern: string, options: ParseOptions): Node {
  return new Parser(pattern, options).parse();
}

function unitNode(unit: number): Node {
  return { kind: 'units', set: [[unit, unit]] };
}

class Parser {
  readonly #pattern: string;
  readonly #foldLiterals: boolean;
  #at = 0;
  #depth = 0;
  #ignoreCase = false;

  constructor(pattern: string, { foldLiterals }: ParseOptions) {
    this.#pattern = pattern;
    this.#foldLiterals = foldLiterals;
  }

  parse(): Node {
    const node = this.#choice();
    if (this.#at < this.#pattern.length) this.#fail('syntax');
    return node;
  }

  #fail(reason: PatternFault, at = this.#at): never {
    throw new PatternError(reason, at);
  }

  #peek(): string {
    return this.#pattern.charAt(this.#at);
  }

  #take(expected: string): boolean {
    if (!this.#pattern.startsWith(expected, this.#at)) return false;
    this.#at += expected.length;
    return true;
  }

  #choice(): Node {
    if (++this.#depth > MAX_DEPTH) this.#fail('too-large');
    const items = [this.#sequence()];
    while (this.#take('|')) items.push(this.#sequence());
    this.#depth--;
    return items.length === 1 && items[0] ? items[0] : { kind: 'choice', items };
  }

  #sequence(): Node {
    const items: Node[] = [];
    while (this.#at < this.#pattern.length && this.#peek() !== '|' && this.#peek() !== ')') {
      const atom = this.#atom();
      if (atom) items.push(this.#quantified(atom));
    }
    return items.length === 1 && items[0] ? items[0] : { kind: 'sequence', items };
  }

  /** Null for `(?i)`, which stands for nothing. */
  #atom(): Node | null {
    const character = this.#peek();
    switch (character) {
      case '(':
        return this.#group();
      case '[':
        return this.#units(this.#class());
      case '.':
        this.#at++;
        return { kind: 'units', set: negate(LINE_BREAKS) };
      case '^':
      case '$':
        this.#at++;
        return { kind: 'assert', test: character === '^' ? 'line-start' : 'line-end' };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        return this.#fail('syntax');
      default:
        this.#at++;
        return this.#literal(character.charCodeAt(0));
    }
  }

  #units(set: UnitSet): Node {
    return { kind: 'units', set: this.#ignoreCase ? ignoreCase(set) : set };
  }

  #literal(unit: number): Node {
    const low = this.#pattern.charCodeAt(this.#at);
    if (unit >= 0xd800 && unit < 0xdc00 && low >= 0xdc00 && low < 0xe000) {
      // An astral character: quantifiers take both halves.
      this.#at++;
      return { kind: 'sequence', items: [unitNode(unit), unitNode(low)] };
    }
    const set: UnitSet = [[unit, unit]];
    return this.#foldLiterals ? { kind: 'units', set: ignoreCase(set) } : this.#units(set);
  }

  #group(): Node | null {
    const start = this.#at++;
    const outerCase = this.#ignoreCase;
    if (this.#take('?')) {
      if (this.#take('i)')) {
        this.#ignoreCase = true;
        return null;
      }
      if (this.#take('i:')) this.#ignoreCase = true;
      else if (!this.#take(':')) this.#groupName(start);
    }
    const node = this.#choice();
    if (!this.#take(')')) this.#fail('syntax', start);
    this.#ignoreCase = outerCase;
    return node;
  }

  #groupName(start: number): void {
    const head = this.#pattern.slice(this.#at, this.#at + 2);
    if (/^(?:[=!]|<[=!])/.test(head)) this.#fail('look-around', start);
    const name = /^P?<[A-Za-z_]\w{0,30}>/.exec(this.#pattern.slice(this.#at, this.#at + 40));
    if (!name) this.#fail('unsupported-group', start);
    this.#at += name[0].length;
  }

  #escape(): Node {
    const start = this.#at++;
    const character = this.#peek();
    if (character === 'b' || character === 'B') {
      this.#at++;
      return { kind: 'assert', test: character === 'b' ? 'word-edge' : 'no-word-edge' };
    }
    this.#at = start;
    const set = this.#escapedSet();
    return typeof set === 'number' ? this.#literal(set) : this.#units(set);
  }

  /** The set, or the one unit, that an escape stands for; the same in and outside classes. */
  #escapedSet(): UnitSet | number {
    const start = this.#at++;
    const character = this.#peek();
    this.#at++;
    const set = CLASS_ESCAPES[character];
    if (set) return set;
    const control = CONTROL_ESCAPES[character];
    if (control !== undefined) return control;
    if (/[1-9k]/.test(character)) return this.#fail('backreference', start);
    if (character === 'x') return this.#hex(/^[0-9A-Fa-f]{2}/, start);
    if (character === 'u') {
      if (!this.#take('{')) return this.#hex(/^[0-9A-Fa-f]{4}/, start);
      const unit = this.#hex(/^[0-9A-Fa-f]{1,4}(?=\})/, start);
      this.#at++;
      return unit;
    }
    if (character === 'p') {
      if (/^\{(?:Script=|sc=|Is)?Han\}/.test(this.#pattern.slice(this.#at, this.#at + 12))) {
        this.#at = this.#pattern.indexOf('}', this.#at) + 1;
        return HAN;
      }
      return this.#fail('unsupported-class', start);
    }
    if (character === '') return this.#fail('syntax', start);
    if (/[A-Za-z]/.test(character)) return this.#fail('unsupported-escape', start);
    return character.charCodeAt(0);
  }

  #hex(form: RegExp, start: number): number {
    const digits = form.exec(this.#pattern.slice(this.#at, this.#at + 8));
    if (!digits) return this.#fail('unsupported-escape', start);
    this.#at += digits[0].length;
    return Number.parseInt(digits[0], 16);
  }

  #class(): UnitSet {
    const start = this.#at++;
    const negated = this.#take('^');
    const sets: UnitSet[] = [];
    while (!this.#take(']')) {
      if (this.#at >= this.#pattern.length) this.#fail('syntax', start);
      if (this.#pattern.startsWith('[:', this.#at)) this.#fail('unsupported-class', start);
      const from = this.#classMember();
      const isRange = this.#peek() === '-' && this.#pattern.charAt(this.#at + 1) !== ']';
      if (typeof from !== 'number' || !isRange) {
        sets.push(typeof from === 'number' ? [[from, from]] : from);
        continue;
      }
      this.#at++;
      const to = this.#classMember();
      if (typeof to !== 'number' || to < from) this.#fail('syntax');
      sets.push([[from, to]]);
    }
    const set = this.#ignoreCase ? ignoreCase(union(...sets)) : union(...sets);
    return negated ? negate(set) : setOf(...set);
  }

  #classMember(): UnitSet | number {
    if (this.#peek() === '\\') {
      if (this.#pattern.charAt(this.#at + 1) === 'b') {
        this.#at += 2;
        return 8;
      }
      return this.#escapedSet();
    }
    const unit = this.#pattern.charCodeAt(this.#at);
    // Half of an astral character: a class takes single units.
    if (!(unit < 0xd800 || unit > 0xdfff)) this.#fail('unsupported-class');
    this.#at++;
    return unit;
  }

  #quantified(item: Node): Node {
    let node = item;
    const start = this.#at;
    const bounds = this.#bounds();
    if (!bounds) return node;
    if (item.kind === 'assert') this.#fail('syntax', start);
    const [min, max] = bounds;
    if (min > MAX_REPEAT || (max !== Infinity && max > MAX_REPEAT))
      this.#fail('repeat-too-large', start);
    if (max < min) this.#fail('syntax', start);
    if (this.#take('+')) this.#fail('possessive', start);
    this.#take('?');
    node = { kind: 'repeat', item, min, max };
    if ('*+?'.includes(this.#peek()) && this.#peek() !== '') this.#fail('syntax');
    return node;
  }

  #bounds(): readonly [number, number] | null {
    if (this.#take('*')) return [0, Infinity];
    if (this.#take('+')) return [1, Infinity];
    if (this.#take('?')) return [0, 1];
    const braces = /^\{(\d{1,4})(?:(,)(\d{1,4})?)?\}/.exec(
      this.#pattern.slice(this.#at, this.#at + 12),
    );
    if (!braces) return null;
    this.#at += braces[0].length;
    const min = Number(braces[1]);
    if (braces[2] === undefined) return [min, min];
    return [min, braces[3] === undefined ? Infinity : Number(braces[3])];
  }
}
