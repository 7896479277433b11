import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { expect, it } from 'vitest';

import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openEventStore } from './event-store.ts';

const run = promisify(execFile);

it('is open to one process only, and free again when that ends', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'outbox.db');
  const store = openEventStore(file, 1);
  expect(() => openEventStore(file, 2)).toThrow('Another agent');
  const other = `import { openEventStore } from ${JSON.stringify(path.join(import.meta.dirname, 'event-store.ts'))};
    openEventStore(${JSON.stringify(file)}, 3);`;
  await expect(run(process.execPath, ['--input-type=module', '-e', other])).rejects.toThrow();
  store.db.close();
  // Ends without closing: the system gives the lock back.
  await run(process.execPath, ['--input-type=module', '-e', other]);
  expect(openEventStore(file, 4).damagedMovedTo).toBeNull();
});
