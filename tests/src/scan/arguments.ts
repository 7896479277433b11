import { type Language, LANGUAGES } from '@kedun/shared/contracts/vocabulary';

import { CommandProblem } from './problems.ts';

interface Rules {
  /** Path of the rules file. */
  readonly rules?: string | undefined;
}

export type Command =
  | { readonly mode: 'help' }
  | ({ readonly mode: 'jsonl'; readonly reveal: boolean } & Rules)
  /** `text` = `-` reads standard input. */
  | ({ readonly mode: 'text'; readonly text: string; readonly language: Language } & Rules);

const FLAGS: ReadonlySet<string> = new Set(['--jsonl', '--reveal', '--help']);
const WITH_VALUE: ReadonlySet<string> = new Set(['--text', '--rules', '--lang']);

/** Chinese unless the locale is English. */
function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

function asLanguage(value: string): Language {
  const language = LANGUAGES.find((each) => each === value);
  if (!language) throw new CommandProblem('usage.language', value);
  return language;
}

/** Options by name; a value may begin with a dash, for texts do. Throws `CommandProblem`. */
function readOptions(args: readonly string[]): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const equals = arg.startsWith('--') ? arg.indexOf('=') : -1;
    let name = equals < 0 ? arg : arg.slice(0, equals);
    if (name === '-h') name = '--help';
    let value = '';
    if (WITH_VALUE.has(name)) {
      if (equals >= 0) value = arg.slice(equals + 1);
      else if (++at < args.length) value = args[at] ?? '';
      else throw new CommandProblem('usage.missing-value', name);
    } else if (!FLAGS.has(name) || equals >= 0) {
      // What was typed may be a customer's number: only names of options are repeated.
      throw new CommandProblem('usage.unknown-option', name.startsWith('-') ? name : '…');
    }
    if (options.has(name)) throw new CommandProblem('usage.repeated', name);
    options.set(name, value);
  }
  return options;
}

/** Reads the command line. Throws `CommandProblem`. */
export function parseArguments(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Command {
  const options = readOptions(args);
  if (options.size === 0 || options.has('--help')) return { mode: 'help' };
  const rules = options.get('--rules');
  const text = options.get('--text');
  if ((text === undefined) !== options.has('--jsonl')) throw new CommandProblem('usage.mode');
  if (text === undefined) {
    if (options.has('--lang')) throw new CommandProblem('usage.mismatch', '--lang');
    return { mode: 'jsonl', rules, reveal: options.has('--reveal') };
  }
  if (options.has('--reveal')) throw new CommandProblem('usage.mismatch', '--reveal');
  const language = options.get('--lang');
  return {
    mode: 'text',
    text,
    rules,
    language: language === undefined ? languageOf(env) : asLanguage(language),
  };
}
