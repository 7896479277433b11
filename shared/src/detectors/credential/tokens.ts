/** Keys that are known by their own form. */
export interface TokenShape {
  readonly name: string;
  /** As written, case counts. */
  readonly prefix: string;
  /** Where in the prefix the part begins that is searched for: a pair of letters seldom seen in text. */
  readonly inner: number;
  /** Of the whole token. */
  readonly form: RegExp;
}

const shape = (name: string, prefix: string, rest: string, inner = 0): TokenShape => ({
  name,
  prefix,
  inner,
  form: new RegExp(`^${prefix.replaceAll('.', '\\.')}${rest}`),
});

const LETTERS = '[A-Za-z0-9]';
const URL_SAFE = '[A-Za-z0-9_-]';

/** Forms as the issuers' documentation and secret-scanning pages give them. */
export const TOKEN_SHAPES: readonly TokenShape[] = [
  shape('aws-access-key', 'AKIA', '[A-Z0-9]{16}'),
  shape('aws-session-key', 'ASIA', '[A-Z0-9]{16}', 1),
  shape('aliyun-access-key', 'LTAI', `${LETTERS}{12,26}`),
  shape('tencent-secret-id', 'AKID', `${LETTERS}{32,36}`),
  shape('huawei-access-key', 'HPUA', '[A-Z0-9]{16}'),
  ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((prefix) =>
    shape('github-token', prefix, `${LETTERS}{36,80}`, 1),
  ),
  shape('github-token', 'github_pat_', '[A-Za-z0-9_]{22,100}', 5),
  shape('gitlab-token', 'glpat-', `${URL_SAFE}{20,64}`, 1),
  shape(
    'api-key',
    'sk-',
    `(?!ssh|ecdsa)(?=${URL_SAFE}*\\d)(?=${URL_SAFE}*[A-Za-z])${URL_SAFE}{20,200}`,
  ),
  ...['sk_live_', 'rk_live_', 'sk_test_'].map((prefix) =>
    shape('stripe-key', prefix, `${LETTERS}{16,120}`),
  ),
  ...['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxs-', 'xapp-'].map((prefix) =>
    shape('slack-token', prefix, '[A-Za-z0-9-]{10,120}'),
  ),
  shape('google-key', 'AIzaSy', `${URL_SAFE}{33}`, 2),
  shape('google-token', 'ya29.', `${URL_SAFE}{20,200}`),
  shape('sendgrid-key', 'SG.', `${URL_SAFE}{20,24}\\.${URL_SAFE}{39,50}`),
  shape('npm-token', 'npm_', `${LETTERS}{36}`, 1),
  shape('pypi-token', 'pypi-', `${URL_SAFE}{50,200}`),
  shape('hugging-face-token', 'hf_', `${LETTERS}{30,60}`),
  shape('digitalocean-token', 'dop_v1_', '[a-f0-9]{64}', 2),
  shape('shopify-token', 'shpat_', '[a-fA-F0-9]{32}', 1),
  shape('jwt', 'eyJ', `${URL_SAFE}{10,1500}\\.${URL_SAFE}{10,2500}\\.${URL_SAFE}{10,700}`),
];

const MAX_TOKEN = 4800;
const SHORT_TOKEN = 240;

/** End of a token of the shape that starts at `start`, −1 = it is none. */
export function tokenEnd({ prefix, form }: TokenShape, text: string, start: number): number {
  const before = text.charCodeAt(start - 1);
  if (!text.startsWith(prefix, start) || isTokenUnit(before) || before === 0x2d) return -1;
  const reach = prefix === 'eyJ' ? MAX_TOKEN : SHORT_TOKEN;
  const found = form.exec(text.slice(start, start + reach));
  if (!found) return -1;
  const end = start + found[0].length;
  return isTokenUnit(text.charCodeAt(end)) ? -1 : end;
}

function isTokenUnit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x5f
  );
}

const PEM_HEAD = /^-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----/;
const MAX_PEM_HEAD = 64;
const MAX_PEM = 12_000;

/** End of the private key (RFC 7468) whose first line starts at `start`, −1 = there is none. */
export function privateKeyEnd(text: string, start: number): number {
  const head = PEM_HEAD.exec(text.slice(start, start + MAX_PEM_HEAD));
  if (!head) return -1;
  const bodyStart = start + head[0].length;
  const body = text.slice(bodyStart, bodyStart + MAX_PEM);
  const tail = body.indexOf('-----');
  if (tail < 0 || !body.startsWith('-----END', tail)) return bodyStart;
  const close = body.indexOf('-----', tail + 8);
  return close < 0 || close - tail > MAX_PEM_HEAD ? bodyStart : bodyStart + close + 5;
}

const MAX_LOGIN = 160;

/** The password of `scheme://user:password@host` behind the `://` that ends at `from`; null when there is none. */
export function loginPassword(text: string, from: number): { start: number; end: number } | null {
  const limit = Math.min(text.length, from + MAX_LOGIN);
  let colon = -1;
  let at = -1;
  for (let index = from; index < limit; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x40) at = index;
    else if (unit === 0x3a && colon < 0) colon = index;
    else if (unit <= 0x20 || unit > 0x7e || '/?#"\'<>`'.includes(text.charAt(index))) break;
  }
  if (colon < 0 || at <= colon + 1) return null;
  return { start: colon + 1, end: at };
}
