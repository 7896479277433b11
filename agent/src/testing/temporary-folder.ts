import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A folder that is gone after the test: `await using folder = await temporaryFolder()`. */
export async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  const created = await mkdtemp(path.join(os.tmpdir(), 'kedun-agent-'));
  return {
    path: created,
    [Symbol.asyncDispose]: () => rm(created, { recursive: true, force: true }),
  };
}
