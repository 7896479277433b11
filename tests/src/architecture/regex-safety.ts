import { parseSync } from '@swc/core';

/** A regular expression as it stands in a source file. */
export interface FoundRegex {
  /** Of the pattern; null = made at run time out of something that is no literal. */
  readonly source: string | null;
  readonly flags: string;
  /** Of a pattern made at run time: the name of the argument (`pattern.source`), or what kind of expression it is. */
  readonly argument?: string;
}

type Node = Readonly<Record<string, unknown>> & { readonly type?: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The value of a string literal or of a template without holes. */
function literalText(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === 'StringLiteral' && typeof node['value'] === 'string') return node['value'];
  if (node.type !== 'TemplateLiteral') return null;
  const quasis = node['quasis'];
  if (!Array.isArray(quasis) || quasis.length !== 1) return null;
  const [only] = quasis as readonly unknown[];
  return isNode(only) && typeof only['cooked'] === 'string' ? only['cooked'] : null;
}

const CONSTRUCTORS = new Set(['RegExp', 'globalThis.RegExp']);

/** `RegExp`, `pattern.source`; '' for anything else. */
function pathOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return String(node['value']);
  if (node.type !== 'MemberExpression') return '';
  return `${pathOf(node['object'])}.${pathOf(node['property'])}`;
}

function nameOf(node: unknown): string {
  const name = pathOf(node);
  return name === '' && isNode(node) ? String(node.type) : name;
}

function argumentsOf(node: Node): readonly unknown[] {
  const list = node['arguments'];
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown) => (isNode(item) ? item['expression'] : null));
}

/** Methods of strings that make a RegExp of a string they are given. */
const COMPILING_METHODS = new Set(['match', 'matchAll', 'search']);

function compiledHere(node: Node): 'constructor' | 'method' | null {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return null;
  const callee = node['callee'];
  if (CONSTRUCTORS.has(pathOf(callee))) return 'constructor';
  if (node.type !== 'CallExpression' || !isNode(callee)) return null;
  // `text?.match(…)`: the member stands inside the chain.
  const member = callee.type === 'OptionalChainingExpression' ? callee['base'] : callee;
  const property = isNode(member) && member.type === 'MemberExpression' ? member['property'] : null;
  return COMPILING_METHODS.has(pathOf(property)) ? 'method' : null;
}

/**
 * Every regular expression of a TypeScript source: literals, `RegExp(…)` with and without `new`, and strings given to
 * `match`, `matchAll` and `search`. Throws on what does not parse.
 */
export function findRegexes(code: string, tsx = false): readonly FoundRegex[] {
  const program: unknown = parseSync(code, { syntax: 'typescript', tsx, target: 'es2024' });
  const found: FoundRegex[] = [];

  function visit(value: unknown): void {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    if (!isNode(value)) return;
    if (value.type === 'RegExpLiteral')
      found.push({ source: String(value['pattern']), flags: String(value['flags']) });
    const kind = compiledHere(value);
    if (kind !== null) {
      const [pattern, flags] = argumentsOf(value);
      const source = literalText(pattern);
      const isLiteral = isNode(pattern) && pattern.type === 'RegExpLiteral';
      if (source !== null) found.push({ source, flags: literalText(flags) ?? '' });
      else if (kind === 'constructor' && !isLiteral)
        found.push({ source: null, flags: '', argument: nameOf(pattern) });
    }
    for (const child of Object.values(value)) visit(child);
  }

  visit(program);
  return found;
}
