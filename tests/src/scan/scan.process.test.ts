import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = path.join(import.meta.dirname, 'scan.ts');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kedun-scan-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

async function run(
  args: readonly string[],
  input: string | Uint8Array = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [program, ...args], { env: { ...inherited, ...env } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  await once(child, 'close');
  return {
    code: child.exitCode,
    out: Buffer.concat(out).toString('utf8'),
    err: Buffer.concat(err).toString('utf8'),
  };
}

type Answer = Readonly<Record<string, unknown>> & {
  readonly findings?: readonly Readonly<Record<string, unknown>>[];
};
const answersOf = ({ out }: Ended): Answer[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);
const jsonl = (...items: readonly object[]): string =>
  items.map((item) => `${JSON.stringify(item)}\n`).join('');
async function scan(items: readonly object[], ...args: readonly string[]): Promise<Answer[]> {
  return answersOf(await run(['--jsonl', ...args], jsonl(...items)));
}

const base64 = (...parts: readonly (Uint8Array | readonly number[] | string)[]): string =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  ).toString('base64');
/** 手机号： in GBK. */
const GBK_LABEL = [0xca, 0xd6, 0xbb, 0xfa, 0xba, 0xc5, 0xa3, 0xba];
const TEXT = '手机号：13800138000';
const le = Buffer.from(TEXT, 'utf16le');
const be = Buffer.from(TEXT, 'utf16le').swap16();
const FOUND = { type: 'cn-mobile', start: 4, end: 15, masked: '138****8000' };

describe('--jsonl', () => {
  it.each([
    ['text', { text: TEXT }],
    ['UTF-8', { bytes_b64: base64(TEXT) }],
    ['GBK', { bytes_b64: base64(GBK_LABEL, '13800138000') }],
    ['GBK called UTF-8', { bytes_b64: base64(GBK_LABEL, '13800138000'), encoding: 'utf-8' }],
    ['GBK called UTF-16', { bytes_b64: base64(GBK_LABEL, '13800138000'), encoding: 'UTF-16LE' }],
    ['UTF-16LE', { bytes_b64: base64(le) }],
    ['UTF-16BE', { bytes_b64: base64(be) }],
    ['UTF-16LE called GBK', { bytes_b64: base64(le), encoding: 'gbk' }],
    ['UTF-16BE with a mark', { bytes_b64: base64([0xfe, 0xff], be), encoding: null }],
    ['UTF-16LE with a mark', { bytes_b64: base64([0xff, 0xfe], le), encoding: 42 }],
    ['UTF-7', { bytes_b64: base64('+YktnOlP3/xo-13800138000'), encoding: 'nonsense' }],
    [
      'base64 without padding, other alphabet',
      { bytes_b64: base64(TEXT).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '') },
    ],
  ])('reads %s, offsets in UTF-16 units of the decoded text', async (_name, item) => {
    const [answer] = await scan([{ id: 'a', ...item }]);
    expect(answer).toMatchObject({ id: 'a', findings: [FOUND], unscanned: [] });
    expect(Object.keys(answer?.findings?.[0] ?? {})).toEqual([
      'type',
      'start',
      'end',
      'confidence',
      'masked',
    ]);
  });

  it('gives raw values only with --reveal', async () => {
    const plain = await run(['--jsonl'], jsonl({ id: 1, text: TEXT }));
    expect(plain.out).not.toContain('13800138000');
    const [answer] = await scan([{ id: 1, text: TEXT }], '--reveal');
    expect(answer?.findings).toEqual([expect.objectContaining({ value: '13800138000' })]);
  });

  it('tells of bytes that were not read, and of a text with broken ones', async () => {
    const [binary, broken] = await scan([
      { id: 1, bytes_b64: base64('PK\u0003\u0004 13800138000') },
      { id: 2, bytes_b64: base64(TEXT, [0xff], TEXT) },
    ]);
    expect(binary).toEqual({
      id: 1,
      findings: [],
      unscanned: [{ part: '', reason: 'unsupported-type' }],
    });
    expect(broken).toMatchObject({
      findings: [FOUND, {}],
      unscanned: [{ part: '', reason: 'broken' }],
    });
  });

  it('does not report below the reporting confidence', async () => {
    const [answer] = await scan([{ id: 1, text: '订单号13800138001' }]);
    expect(answer).toEqual({ id: 1, findings: [], unscanned: [] });
  });

  it('answers bad lines with their number and code, in order, and goes on', async () => {
    const lines = [
      `\ufeff${JSON.stringify({ id: 1, text: TEXT })}\r`,
      '',
      '  \r',
      `{"id":2,"text":"13800138000"`,
      '[]',
      '{"text":"x"}',
      '{"id":null,"text":"x"}',
      '{"id":"both","text":"x","bytes_b64":""}',
      '{"id":"neither"}',
      '{"id":"typed","text":5}',
      '{"id":"base64","bytes_b64":"@@"}',
      '{"id":"empty","bytes_b64":"","extra":{"id":7}}',
      '{"extra":{"id":7},"id":12345678901234567890,"text":""}',
      '{"id":1.50,"text":""}',
      JSON.stringify({ id: 'last', text: TEXT }),
    ];
    const ended = await run(['--jsonl'], lines.join('\n'));
    expect(ended.code).toBe(0);
    expect(ended.err).toContain('8 of 13 lines');
    const short = answersOf(ended).map(({ line, id, error }) =>
      error === undefined ? { id } : { line, id, code: (error as { code: string }).code },
    );
    expect(short).toEqual([
      { id: 1 },
      { line: 4, id: undefined, code: 'line.not-json' },
      { line: 5, id: undefined, code: 'line.not-json' },
      { line: 6, id: undefined, code: 'line.invalid' },
      { line: 7, id: undefined, code: 'line.invalid' },
      { line: 8, id: 'both', code: 'line.invalid' },
      { line: 9, id: 'neither', code: 'line.invalid' },
      { line: 10, id: 'typed', code: 'line.invalid' },
      { line: 11, id: 'base64', code: 'line.invalid' },
      { id: 'empty' },
      { id: Number('12345678901234567890') },
      { id: 1.5 },
      { id: 'last' },
    ]);
    // Numbers that JavaScript would round come back as they were written; content is not quoted.
    expect(ended.out).toContain('"id":12345678901234567890,');
    expect(ended.out).toContain('"id":1.50,');
    expect(ended.out).not.toContain('13800138000');
  });

  it('a line that is not UTF-8 is a bad line', async () => {
    const bytes = Buffer.concat([
      Buffer.from(GBK_LABEL),
      Buffer.from(`\n${jsonl({ id: 2, text: TEXT })}`),
    ]);
    const [bad, good] = answersOf(await run(['--jsonl'], bytes));
    expect(bad).toMatchObject({ line: 1, error: { code: 'line.not-utf-8' } });
    expect(good).toMatchObject({ id: 2, findings: [FOUND] });
  });

  it('keeps the order over many lines', async () => {
    const ids = Array.from({ length: 20_000 }, (_, at) => at);
    const answers = await scan(ids.map((id) => ({ id, text: `${id} ${TEXT}` })));
    expect(answers.map(({ id }) => id)).toEqual(ids);
  });

  it('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, [program, '--jsonl'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    for (const id of [1, 2]) {
      child.stdin.write(jsonl({ id, text: TEXT }));
      const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
      expect(JSON.parse(chunk.toString('utf8'))).toMatchObject({ id });
    }
    child.stdin.end();
    await once(child, 'close');
    expect(child.exitCode).toBe(0);
  });

  it('ends quietly when nobody reads on', async () => {
    const child = spawn(process.execPath, [program, '--jsonl']);
    let err = '';
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString('utf8');
    });
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.end(jsonl({ id: 1, text: TEXT }).repeat(50_000));
    await once(child, 'close');
    expect(child.exitCode).toBe(0);
    expect(err).toBe('');
  });
});

describe('--rules', () => {
  const write = async (content: string): Promise<string> => {
    const file = path.join(folder, 'rules.json');
    await writeFile(file, content);
    return file;
  };

  it('takes the rules as they are written, and none', async () => {
    const rules = [{ id: 'customer-number', pattern: 'KH\\d{10}', labels: ['客户号'] }];
    for (const content of [JSON.stringify(rules), `\ufeff${JSON.stringify(rules)}`, '[]']) {
      const ended = await run(
        ['--jsonl', '--rules', await write(content)],
        jsonl({ id: 1, text: TEXT }),
      );
      expect(ended).toMatchObject({ code: 0, err: '' });
      expect(answersOf(ended)).toMatchObject([{ findings: [FOUND] }]);
    }
  });

  it.each([
    ['no JSON', '[{', 'rules.not-json', 'JSON'],
    ['no list', '{"id":"a"}', 'rules.invalid', '["客户号"]'],
    ['no pattern', '[{"id":"a"}]', 'rules.invalid', 'rules[0].pattern'],
    [
      'an id in capitals',
      '[{"id":"a","pattern":"a"},{"id":"A","pattern":"a"}]',
      'rules.invalid',
      'rules[1].id',
    ],
    [
      'labels as a word',
      '[{"id":"a","pattern":"a","labels":"x"}]',
      'rules.invalid',
      'rules[0].labels',
    ],
    [
      'a label of one letter',
      '[{"id":"a","pattern":"a","labels":["x"]}]',
      'rules.invalid',
      '[0].labels[0]',
    ],
    ['a field nobody knows', '[{"id":"a","pattern":"a","lables":[]}]', 'rules.invalid', 'lables'],
  ])(
    'refuses %s, naming field and cure in both languages',
    async (_name, content, code, detail) => {
      const { code: exit, out, err } = await run(['--jsonl', '--rules', await write(content)]);
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      expect(err).toContain(code);
      expect(err.split(detail).length).toBeGreaterThan(2);
      expect(err).toMatch(/规则文件[\s\S]*The rules file/u);
      expect(err).not.toContain('    at ');
    },
  );

  it('a file that is not there', async () => {
    const ended = await run(['--text', 'x', '--rules', path.join(folder, 'none.json')]);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('ENOENT');
  });
});

describe('usage', () => {
  it.each([[[]], [['--help']], [['-h']]])('%j says how it is used', async (args) => {
    const ended = await run(args);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('--jsonl');
  });

  it.each([
    [['--nonsense'], 'usage.unknown-option'],
    [['13800138000'], 'usage.unknown-option'],
    [['--jsonl=1'], 'usage.unknown-option'],
    [['--text'], 'usage.missing-value'],
    [['--jsonl', '--rules'], 'usage.missing-value'],
    [['--jsonl', '--jsonl'], 'usage.repeated'],
    [['--jsonl', '--text', 'x'], 'usage.mode'],
    [['--reveal'], 'usage.mode'],
    [['--text', 'x', '--reveal'], 'usage.mismatch'],
    [['--jsonl', '--lang', 'zh'], 'usage.mismatch'],
    [['--text', 'x', '--lang', 'fr'], 'usage.language'],
  ])('%j is refused', async (args, code) => {
    const ended = await run(args);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err.split('\n')[0]).toBe(code);
    expect(ended.err).not.toContain('13800138000');
  });
});

describe('--text', () => {
  it('prints a masked table with the reasons, in Chinese unless the locale is English', async () => {
    const ended = await run(['--text', TEXT], '', { LANG: 'C.UTF-8', LC_ALL: '' });
    expect(ended).toMatchObject({ code: 0, err: '' });
    for (const word of ['发现 1 处', '手机号', '4–15', '138****8000', '号段 ✓', '「手机号」'])
      expect(ended.out).toContain(word);
    expect(ended.out).not.toContain('13800138000');
    const english = await run(['--text', `-${TEXT}`], '', { LC_ALL: 'en_US.UTF-8' });
    expect(english.out).toContain('1 finding, 1 customer');
    const asked = await run(['--text', TEXT, '--lang=zh'], '', { LC_ALL: 'en_US.UTF-8' });
    expect(asked.out).toContain('发现 1 处');
  });

  it('is coloured only where somebody looks at it', async () => {
    const colours = async (env: Readonly<Record<string, string>>): Promise<boolean> =>
      (await run(['--text', TEXT], '', env)).out.includes('\u001b[');
    expect(await colours({})).toBe(false);
    expect(await colours({ FORCE_COLOR: '1' })).toBe(true);
    expect(await colours({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  });

  it('- reads standard input in any encoding', async () => {
    const ended = await run(['--text', '-'], le);
    expect(ended.out).toContain('138****8000');
    expect((await run(['--text', '-'], Buffer.from('\u007fELF'))).out).toContain('不是可读的文本');
  });
});
