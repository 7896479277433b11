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

/** `MAX_VALUE` of credential/read-value.ts. */
const CREDENTIAL = 'the value of a credential: at most 128 units';

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
    file: 'extension/src/sensors/install.ts',
    source: '=+$',
    reason: 'base64 of random bytes: at most two signs at the end',
  },
  {
    file: 'extension/src/platform/background.ts',
    source: 'Chrome\\/\\S+(?=.*Edg)',
    reason: "the browser's own user agent",
  },
  {
    file: 'shared/src/detectors/credential/judge-value.ts',
    source:
      '^(?:[*\\u2022\\u25cf\\u00d7xX#._?-]+|.*(?:\\*{3,}|\\u2022{3,}|x{4,}|X{4,}|\\.{3,}|\\u2026).*)$',
    reason: CREDENTIAL,
  },
  {
    file: 'shared/src/detectors/credential/judge-value.ts',
    source: '[.!?:)]+$',
    reason: CREDENTIAL,
  },
  {
    file: 'shared/src/detectors/credential/judge-value.ts',
    source: '[a-zA-Z].*\\d|\\d.*[a-zA-Z]',
    reason: CREDENTIAL,
  },
  {
    file: 'shared/src/detectors/credential/tokens.ts',
    source: 'TemplateLiteral',
    reason: 'made of the constants of that file, read from the start of a token',
  },
  {
    file: 'shared/src/detectors/secrecy-mark/term.ts',
    source: 'TemplateLiteral',
    reason: 'made of the constants of that file, bounded counts only',
  },
  {
    file: 'shared/src/detectors/email/detector.ts',
    source: '(?:message-id|in-reply-to|references|content-id|resent-id)\\s*:[^\\n]*$|cid:$',
    reason: 'a window of 48 units before an address',
  },
  {
    file: 'shared/src/detectors/email/read-address.ts',
    source: '-+$',
    reason: 'a label of a domain: at most 253 units',
  },
  {
    file: 'shared/src/detectors/postal-address/divisions.ts',
    source:
      '(?:蒙古族?|朝鲜族|土家族|藏族|羌族|彝族|布依族|苗族|侗族|壮族|傣族|景颇族|傈僳族?|白族|哈尼族|哈萨克|柯尔克孜|回族)*自治州$',
    reason: 'our own list of prefectures',
  },
];
