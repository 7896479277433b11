/**
 * Patterns that the checker refuses, or cannot see, and that stay all the same. `source` is the pattern, or for one that is made
 * at run time the name of what it is made of. The reason says what bounds the work: the length of the input, a window, a test.
 */
export interface Allowance {
  readonly file: string;
  readonly source: string;
  readonly reason: string;
}

const SERVER_URL =
  'the address of the server, from the configuration or the command line of an administrator';

export const ALLOWANCES: readonly Allowance[] = [
  { file: 'agent/src/transport/live-socket.ts', source: '\\/+$', reason: SERVER_URL },
  { file: 'agent/src/transport/server-client.ts', source: '\\/+$', reason: SERVER_URL },
  { file: 'agent/src/identity/enrol.ts', source: '\\/+$', reason: SERVER_URL },
  { file: 'agent/src/cli/browser-policy.ts', source: '\\/+$', reason: SERVER_URL },
  {
    file: 'agent/src/pipeline/volume-supervisor.ts',
    source: '\\/+$',
    reason: 'a folder of the configuration',
  },
  {
    file: 'extension/src/ui/words.ts',
    source: '\\s*\\*{2,}\\s*',
    reason: 'a masked value: at most 128 characters',
  },
  {
    file: 'extension/src/sensors/install.ts',
    source: '=+$',
    reason: 'base64 of random bytes: at most two signs at the end',
  },
  {
    file: 'extension/src/platform/background.ts',
    source: 'Chrome\\/\\S+(?=.*Edg)',
    reason: "the browser's own user agent",
  },
];
