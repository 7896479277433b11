import { readFile } from 'node:fs/promises';

import { type DetectionData, patternRuleSchema } from '@kedun/shared/contracts/detection-data';
import { refusedRules } from '@kedun/shared/detectors/custom-pattern/pattern-detectors';
import { z } from 'zod';

import { CommandProblem, type Words } from './problems.ts';

/** The id whose matches are `customer-number`; those of all other rules are `custom-pattern`. */
const CUSTOMER_NUMBER = 'customer-number';
const MAX_RULES = 200;
/** Problems told at once. */
const SHOWN = 5;

const rulesSchema = z.array(patternRuleSchema).max(MAX_RULES);

/** How to put a field right. */
const CURES: Readonly<Record<string, Words>> = {
  id: {
    zh: '小写字母、数字、点和短横，至多64个字符',
    en: 'lower-case letters, digits, dots and dashes, at most 64 characters',
  },
  pattern: {
    zh: '正则表达式，1至500个字符，例如 "KH\\\\d{10}"',
    en: 'a regular expression of 1 to 500 characters, such as "KH\\\\d{10}"',
  },
  labels: {
    zh: '字符串数组，每个2至64个字符，例如 ["客户号"]',
    en: 'a list of words of 2 to 64 characters, such as ["客户号"]',
  },
  check: { zh: 'luhn、mod11-2、mod10 之一，或不写', en: 'luhn, mod11-2, mod10 or nothing' },
  needsLabel: { zh: 'true 或 false', en: 'true or false' },
  dataLevel: { zh: '1至4的整数', en: 'a whole number from 1 to 4' },
  '': {
    zh: '规则文件是数组，例如 [{"id":"customer-number","pattern":"KH\\\\d{10}","labels":["客户号"]}]',
    en: 'the file is a list, such as [{"id":"customer-number","pattern":"KH\\\\d{10}","labels":["客户号"]}]',
  },
};

function nameOf(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
}

/** `[0].labels[1]: what is wrong (how it should be)`, in both languages, a line each. */
function describeIssues(input: unknown, { issues }: z.ZodError): Words {
  const inChinese = rulesSchema.safeParse(input, { error: z.locales.zhCN().localeError });
  const describe = (language: keyof Words, all: readonly z.core.$ZodIssue[]): string => {
    const lines = all.slice(0, SHOWN).map(({ path, message }) => {
      const cure = CURES[String(path[1] ?? '')]?.[language] ?? '';
      return `\n  rules${nameOf(path)}: ${message}${cure && ` (${cure})`}`;
    });
    const rest = all.length - lines.length;
    return lines.join('') + (rest > 0 ? `\n  … +${rest}` : '');
  };
  return { zh: describe('zh', inChinese.error?.issues ?? issues), en: describe('en', issues) };
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
    throw new CommandProblem('rules.unreadable', `${path} (${code})`);
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch (error) {
    throw new CommandProblem('rules.not-json', error instanceof Error ? error.message : path);
  }
}

/** The rules of a file as the detectors take them. Throws `CommandProblem` with the field and the cure. */
export async function loadRules(path: string): Promise<DetectionData> {
  const input = await readJson(path);
  const parsed = rulesSchema.safeParse(input);
  if (!parsed.success)
    throw new CommandProblem('rules.invalid', describeIssues(input, parsed.error));
  const rules = parsed.data;
  for (const [index, rule] of rules.entries()) {
    const [refused] = refusedRules([rule]);
    if (!refused) continue;
    const { reason, at } = refused;
    throw new CommandProblem('rules.pattern', `rules[${index}].pattern[${at}]: ${reason}`);
  }
  return {
    customerNumbers: rules.filter(({ id }) => id === CUSTOMER_NUMBER),
    patterns: rules.filter(({ id }) => id !== CUSTOMER_NUMBER),
  };
}
