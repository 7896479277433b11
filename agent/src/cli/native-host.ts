import { parseArgs } from 'node:util';

import { relay } from '../native-host/relay.ts';
import { DEFAULT_SOCKET_PATH } from '../state-paths.ts';

/** Started by the browser; stdout belongs to the protocol, nothing else may be written to it. */
export async function runNativeHost(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { socket: { type: 'string' } },
  });
  const socketPath = typeof values.socket === 'string' ? values.socket : DEFAULT_SOCKET_PATH;
  const code = await relay({ input: process.stdin, output: process.stdout, socketPath });
  // An open stdin would keep the process although nobody listens any more.
  process.stdin.destroy();
  return code;
}
