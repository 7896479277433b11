import type { Language } from '@kedun/shared/contracts/vocabulary';

/** What can be wrong with the command's input; `{}` stands for the detail. Clients switch on the code. */
const PROBLEMS = {
  'usage.unknown-option': { zh: '没有这个参数：{}。', en: 'There is no option {}.' },
  'usage.missing-value': { zh: '参数 {} 后面缺少值。', en: 'Option {} needs a value.' },
  'usage.repeated': { zh: '参数 {} 只能给一次。', en: 'Option {} may be given once.' },
  'usage.mode': {
    zh: '请在 --jsonl 与 --text 中选一个。',
    en: 'Give either --jsonl or --text.',
  },
  'usage.mismatch': {
    zh: '参数 {} 不适用于这种方式。',
    en: 'Option {} does not go with this mode.',
  },
  'usage.language': {
    zh: '--lang 只能是 zh 或 en，收到的是 {}。',
    en: '--lang is zh or en, not {}.',
  },
  'rules.unreadable': { zh: '读不到规则文件：{}。', en: 'The rules file cannot be read: {}.' },
  'rules.not-json': {
    zh: '规则文件不是有效的 JSON：{}。',
    en: 'The rules file is not valid JSON: {}.',
  },
  'rules.invalid': { zh: '规则文件不符合要求：{}', en: 'The rules file is not as required: {}' },
  'rules.pattern': {
    zh: '规则的 pattern 不能使用：{}。请只用线性时间的正则写法（不用反向引用和环视）。',
    en: 'The pattern of a rule cannot be used: {}. Keep to expressions that run in linear time (no back-references, no look-around).',
  },
  'line.not-utf-8': {
    zh: '这一行不是 UTF-8。其他编码的内容请放进 bytes_b64。',
    en: 'The line is not UTF-8. Put content of another encoding into bytes_b64.',
  },
  'line.not-json': {
    zh: '这一行不是有效的 JSON。每行应是一个对象：{"id","text"} 或 {"id","bytes_b64"}。',
    en: 'The line is not valid JSON. Each line is one object: {"id","text"} or {"id","bytes_b64"}.',
  },
  'line.invalid': { zh: '这一行不符合要求：{}', en: 'The line is not as required: {}' },
  'line.too-long': {
    zh: '这一行超过 {}，没有读取。',
    en: 'The line is longer than {} and was not read.',
  },
  'line.failed': {
    zh: '检测这一行时程序出错（{}），内容未检测。',
    en: 'The program failed on this line ({}); it was not scanned.',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** A text in both languages. */
export type Words = Readonly<Record<Language, string>>;

export interface Problem {
  readonly code: ProblemCode;
  readonly message: Words;
}

export function createProblem(code: ProblemCode, detail: Words | string = ''): Problem {
  const { zh, en } = PROBLEMS[code];
  const words = typeof detail === 'string' ? { zh: detail, en: detail } : detail;
  // A function: the detail is text, not a replacement pattern.
  return {
    code,
    message: { zh: zh.replace('{}', () => words.zh), en: en.replace('{}', () => words.en) },
  };
}

/** The run cannot begin; told on stderr in both languages, exit code 2. */
export class CommandProblem extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, detail: Words | string = '') {
    const problem = createProblem(code, detail);
    super(problem.message.en);
    this.name = 'CommandProblem';
    this.problem = problem;
  }
}
