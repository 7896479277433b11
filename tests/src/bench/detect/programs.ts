import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { Span } from '@kedun/shared/contracts/finding';

import { type Contender, type Corpus, judge } from './contender.ts';
import { median, ROUNDS } from './measure.ts';

/** The bytes of Hyperscan's block mode are counted in 32 bits; output of a run stays far below. */
const OUTPUT_BYTES = 256 << 20;
const WAIT_MS = 300_000;

function execute(program: string, args: readonly string[]): string | null {
  const { status, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: OUTPUT_BYTES,
    timeout: WAIT_MS,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : null;
}

/** Writes a corpus to a file for programs that read bytes; its truths in bytes of the whole file. */
function writeCorpus(folder: string, corpus: Corpus): { file: string; truths: readonly Span[] } {
  const file = path.join(folder, `${corpus.name}.txt`);
  writeFileSync(file, corpus.parts.map(({ text }) => text).join(''));
  const truths: Span[] = [];
  let base = 0;
  for (const { byteTruths, sizeBytes } of corpus.parts) {
    for (const { start, end } of byteTruths) truths.push({ start: base + start, end: base + end });
    base += sizeBytes;
  }
  return { file, truths };
}

function parseSpans(lines: readonly string[]): Span[] {
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [start = Number.NaN, end = Number.NaN] = line.split(' ').map(Number);
      return { start, end };
    });
}

function createHyperscanContender(folder: string, mode: 'bare' | 'exact'): Contender {
  const program = path.join(folder, 'hyperscan');
  const source = path.join(import.meta.dirname, 'hyperscan.c');
  return {
    name:
      mode === 'bare' ? 'Hyperscan, no offsets, no checksums' : 'Hyperscan, offsets + checksums',
    async measure(corpus) {
      if (execute('gcc', ['-O2', '-o', program, source, '-lhs']) === null)
        return 'not installed (gcc, libhyperscan-dev)';
      const { file, truths } = writeCorpus(folder, corpus);
      const [first = '', ...lines] = (execute(program, [file, mode]) ?? '').split('\n');
      if (!first.startsWith('cpu-ms ')) return 'the program failed';
      return {
        cpuMs: Number(first.slice(7)),
        accuracy: mode === 'bare' ? null : judge(parseSpans(lines), truths),
      };
    },
  };
}

const RIPGREP = 'rg';
/** As the developer's regex; ripgrep knows no look-around, and `\b` must not take Chinese for letters. */
const RIPGREP_PATTERN =
  '(?-u:\\b)(?:1[3-9][0-9]{9}|[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]' +
  '|62[0-9]{14,17}|4[0-9]{15}|5[1-5][0-9]{14})(?-u:\\b)|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}';

/** CPU seconds of the shell's children, from the second line of its `times`. */
function childCpuMs(times: string): number {
  const fields = times.trim().split('\n').at(-1)?.split(' ') ?? [];
  return fields.reduce((sum, field) => {
    const [minutes = Number.NaN, seconds = Number.NaN] = field
      .replace('s', '')
      .split('m')
      .map(Number);
    return sum + (minutes * 60 + seconds) * 1000;
  }, 0);
}

function createRipgrepContender(folder: string): Contender {
  const options = ['--no-config', '-a', '-j1', '-o', '-N', '-I', '--no-heading'];
  return {
    name: 'ripgrep -o, candidates only',
    async measure(corpus) {
      if (execute(RIPGREP, ['--version']) === null) return 'not installed';
      const { file, truths } = writeCorpus(folder, corpus);
      // Without a match it ends with 1.
      const found = execute(RIPGREP, [...options, '-b', '-e', RIPGREP_PATTERN, file]) ?? '';
      const spans = found
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const colon = line.indexOf(':');
          const start = Number(line.slice(0, colon));
          return { start, end: start + line.length - colon - 1 };
        });
      const repeats = Math.max(1, Math.ceil((16 << 20) / corpus.sizeBytes)) * 4;
      const loop = `i=0; while [ $i -lt ${repeats} ]; do ${RIPGREP} "$@" >/dev/null; i=$((i+1)); done; times`;
      const rounds = Array.from({ length: ROUNDS }, () => {
        const args = ['-c', loop, 'sh', ...options, '-c', '-e', RIPGREP_PATTERN, file];
        return childCpuMs(execute('sh', args) ?? '') / repeats;
      });
      return {
        cpuMs: median(rounds),
        accuracy: judge(spans, truths),
        note: 'start of the process and reading the file included',
      };
    },
  };
}

export interface Programs {
  readonly contenders: readonly Contender[];
  /** Removes what was written and compiled. */
  clear(): void;
}

/** Engines outside Node, one thread each; those that are not on the machine say so. */
export function createPrograms(): Programs {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kedun-bench-'));
  return {
    contenders: [
      createHyperscanContender(folder, 'bare'),
      createHyperscanContender(folder, 'exact'),
      createRipgrepContender(folder),
    ],
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
