/**
 * The text engine from the command line: `npm run scan`. Standard output carries only answers; what went wrong with the
 * run goes to standard error, in both languages.
 */
import { LIMITS } from '@kedun/shared/contracts/vocabulary';
import type { Engine } from '@kedun/shared/detection/detection';
import { createTextReader } from '@kedun/shared/documents/read-text';
import { createBufferReader } from '@kedun/shared/detection/unit-reader';
import { createTextEngine } from '@kedun/shared/inspection/text-engine';

import { type Command, parseArguments } from './arguments.ts';
import { createPaint, wantsColour } from './paint.ts';
import { CommandProblem } from './problems.ts';
import { renderReport } from './report.ts';
import { loadRules } from './rules.ts';
import { runJsonl } from './run-jsonl.ts';
import { scanBytes } from './scan-bytes.ts';
import { createLineScanner } from './scan-line.ts';
import { USAGE } from './usage.ts';

/** Holds a file of the largest size in base64. Up to it a line is read, and what is too large in it is told by its id. */
const MAX_LINE_BYTES = 128 * 2 ** 20;
const DEFAULT_COLUMNS = 80;
const MAX_COLUMNS = 120;

async function createRunEngine(rules: string | undefined): Promise<Engine> {
  const detection = rules === undefined ? {} : await loadRules(rules);
  return createTextEngine({
    policy: () => ({ version: 1, detection }),
    readUnits: createBufferReader(Buffer),
  });
}

async function scanLines(command: Extract<Command, { mode: 'jsonl' }>): Promise<void> {
  const scanLine = createLineScanner({
    engine: await createRunEngine(command.rules),
    readText: createTextReader(),
    reveal: command.reveal,
    maxLineBytes: MAX_LINE_BYTES,
  });
  const { lines, bad } = await runJsonl({
    input: process.stdin,
    output: process.stdout,
    maxLineBytes: MAX_LINE_BYTES,
    scanLine,
  });
  if (bad > 0) console.error(`${lines} 行中有 ${bad} 行有误 / ${bad} of ${lines} lines were bad`);
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    // One byte more than is read tells that it is too large.
    if (size > LIMITS.fileBytes) break;
  }
  return Buffer.concat(chunks);
}

async function scanText(command: Extract<Command, { mode: 'text' }>): Promise<void> {
  const engine = await createRunEngine(command.rules);
  const { stdout, env } = process;
  const result =
    command.text === '-'
      ? scanBytes({ engine, readText: createTextReader() }, await readStandardInput())
      : engine.scan(command.text);
  const report = renderReport(result, {
    language: command.language,
    width: Math.min(MAX_COLUMNS, stdout.columns || DEFAULT_COLUMNS),
    paint: createPaint(wantsColour(env, stdout.isTTY)),
  });
  stdout.write(report);
}

async function run(): Promise<void> {
  // `| head`: the reader has seen enough, which is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') console.error(error.message);
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  try {
    const command = parseArguments(process.argv.slice(2), process.env);
    if (command.mode === 'help') process.stdout.write(USAGE);
    else if (command.mode === 'jsonl') await scanLines(command);
    else await scanText(command);
  } catch (error) {
    if (!(error instanceof CommandProblem)) throw error;
    const { code, message } = error.problem;
    console.error(`${code}\n${message.zh}\n${message.en}`);
    process.exitCode = 2;
  }
}

await run();
