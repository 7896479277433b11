import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

import { temporaryFolder } from '../testing/temporary-folder.ts';

const program = path.join(import.meta.dirname, 'main.ts');

function runCli(args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { timeout: 20_000 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

it.each([
  [[], 2],
  [['--help'], 0],
  [['nonsense'], 2],
  [['status', '--nonsense'], 2],
  [['enrol', '--server', 'http://127.0.0.1:9'], 2],
  [['quarantine', 'restore'], 2],
  [['run', '--token', 'x', '--state', '/nonexistent/kedun'], 2],
])('%j ends with %i and says how it is used', async (args, code) => {
  const result = await runCli(args);
  expect(result.code).toBe(code);
  expect(result.out + result.err).toContain('kedun-agent');
  expect(result.err).not.toContain('    at ');
});

it('tells of an agent that does not run, and of an identity that makes no sense', async () => {
  await using folder = await temporaryFolder();
  const state = path.join(folder.path, 'state');
  const before = await runCli(['status', '--state', state, '--json']);
  expect(before.code).toBe(4);
  expect(JSON.parse(before.out)).toMatchObject({ running: false, enrolled: false });
  await mkdir(state);
  await writeFile(path.join(state, 'identity.json'), '{}');
  const token = `${'A'.repeat(43)}.${'B'.repeat(43)}`;
  const enrol = ['enrol', '--state', state, '--server', 'http://127.0.0.1:9', '--token', token];
  const after = await runCli(enrol);
  expect(after.code).toBe(3);
  expect(after.err).toContain('identity.json');
});

it('takes a token that begins with a dash, and spends none when the state folder cannot be written', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'file');
  await writeFile(file, '');
  const token = `-${'A'.repeat(42)}.${'B'.repeat(43)}`;
  const at = ['--server', 'http://127.0.0.1:9', '--token', token, '--state'];
  const unreachable = await runCli(['enrol', ...at, path.join(folder.path, 'state')]);
  expect(unreachable).toMatchObject({ code: 3 });
  expect(unreachable.err).toContain('network.unreachable');
  const unwritable = await runCli(['enrol', ...at, file]);
  expect(unwritable).toMatchObject({ code: 3 });
  expect(unwritable.err).toContain('The token was not used');
});

it('a daemon that cannot start ends and says why', async () => {
  await using folder = await temporaryFolder();
  const state = path.join(folder.path, 'x'.repeat(100));
  const result = await runCli(['run', '--state', state, '--socket', path.join(folder.path, 's')]);
  expect(result).toMatchObject({ code: 1 });
  expect(result.err).toContain('too long');
});
