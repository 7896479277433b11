import { spawn } from 'node:child_process';
import path from 'node:path';

import { expect, it } from 'vitest';

import { createIdMaker } from '../ids/uuidv7.ts';
import { createSilentLogger } from '../logging/logger.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { createSqliteOutbox } from './sqlite-outbox.ts';

const program = path.join(import.meta.dirname, '../testing/append-until-killed.ts');

/** Ids the process said it had accepted before it was killed after `accepted` of them. */
function runAndKill(file: string, accepted: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.split('\n').length > accepted) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => resolve(said.split('\n').slice(0, -1)));
  });
}

it('has every event it accepted after being killed, several times over, in the middle of writing', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'outbox.db');
  const accepted: string[] = [];
  for (const count of [1, 37, 120]) accepted.push(...(await runAndKill(file, count)));
  const outbox = createSqliteOutbox({
    file,
    maxEvents: 1_000_000,
    logger: createSilentLogger(),
    newId: createIdMaker(),
    now: Date.now,
  });
  const stored = new Set(outbox.peek(100_000, 1e9).map((entry) => entry.event.id));
  expect(outbox.status().damagedMovedTo).toBeNull();
  outbox.close();
  expect(accepted.length).toBeGreaterThanOrEqual(158);
  expect(accepted.filter((id) => !stored.has(id))).toEqual([]);
}, 30_000);
