import type { AnchorPlace, Detector, Reading, Validation } from '../../detection/detector.ts';
import { judgeValue } from './judge-value.ts';
import { readColumns } from './read-columns.ts';
import { LABEL_KINDS, readName, type SecretKind } from './labels.ts';
import { readQuoted, readValue } from './read-value.ts';
import { loginPassword, privateKeyEnd, TOKEN_SHAPES, tokenEnd } from './tokens.ts';

const UNANSWERED: Validation = { checks: [], base: 0, specificity: 0 };
const SPECIFICITY = 0.95;
const TOKEN_BASE = 0.95;
const LOGIN_BASE = 0.88;

const LOGIN_ANCHOR = '://';
const PEM_ANCHOR = '-----begin';
/** `Bearer`, `Basic`: the scheme of an Authorization header (RFC 9110, 11.6.2). */
const SCHEME = /^(?:bearer|basic|token|apikey|digest)[ :]\s?/i;
const SAMPLE_LOGIN =
  /^(?:pass|password|passwd|pwd|secret|token|xxx+|\*+|\.{3,}|<.*>?|\[.*|\{.*|\$.*|%.*|your.*|my.?password)$/i;

function toReading(text: string, start: number, end: number, form: string, base: number): Reading {
  return {
    start,
    end,
    value: text.slice(start, end),
    validation: { checks: [{ name: form, outcome: true }], base, specificity: SPECIFICITY },
    context: 'none',
  };
}

function readLogin({ text, end }: AnchorPlace): Reading | null {
  const found = loginPassword(text, end);
  if (!found) return null;
  const { start, end: stop } = found;
  if (SAMPLE_LOGIN.test(text.slice(start, stop))) return null;
  return toReading(text, start, stop, 'url-login', LOGIN_BASE);
}

function readLabelled({ text, anchor, start, end }: AnchorPlace, kind: SecretKind): Reading | null {
  const name = readName(text, anchor, start, end, kind);
  if (!name) return null;
  const isHan = anchor.charCodeAt(0) > 0xff;
  let from = name.end;
  if (kind === 'authorization') {
    const lead = /^["'\\]{0,2}\s?[:=]\s?["'\\]{0,2}/.exec(text.slice(from, from + 12));
    if (!lead) return null;
    from += lead[0].length;
    const scheme = SCHEME.exec(text.slice(from, from + 12));
    from += scheme ? scheme[0].length - 1 : 0;
  }
  const found = kind === 'option' ? readQuoted(text, from) : readValue(text, from, isHan);
  if (!found) return null;
  if (name.isWeak && !found.isQuoted && !/^(?=.*\d)(?=.*[^\d])[^/]+$/.test(found.value))
    return null;
  const judged = kind === 'authorization' ? { ...found, tie: 'sign' as const } : found;
  const base = judgeValue(kind, judged, text, name.isOption);
  if (base === 0) return null;
  const reading = toReading(text, found.start, found.end, 'secret-label', base);
  return { ...reading, value: found.value };
}

/**
 * Passwords and keys in text: behind their names (密码：…, `password=…`, JSON, YAML, environments, connection strings), in logins of
 * URLs, and keys of a form of their own. Placeholders, masked values, references of programs and sentences about
 * passwords are none. Level 4: JR/T 0171-2020 has authentication data in C3. The span is the value; nothing of it is shown.
 */
export function createCredentialDetector(): Detector {
  const tokens = new Map(
    TOKEN_SHAPES.map((token) => [token.prefix.slice(token.inner).toLowerCase(), token]),
  );

  function read(place: AnchorPlace): Reading | null {
    const { text, anchor, start } = place;
    if (anchor === LOGIN_ANCHOR) return readLogin(place);
    if (anchor === PEM_ANCHOR) {
      const end = privateKeyEnd(text, start);
      return end < 0 ? null : toReading(text, start, end, 'private-key', TOKEN_BASE);
    }
    const token = tokens.get(anchor);
    if (token) {
      const from = start - token.inner;
      const end = tokenEnd(token, text, from);
      if (end < 0) return null;
      const reading = toReading(text, from, end, 'secret-form', TOKEN_BASE);
      return { ...reading, score: [{ part: 'token', points: 0, term: token.name }] };
    }
    const kind = LABEL_KINDS.get(anchor);
    return kind ? readLabelled(place, kind) : null;
  }

  return {
    id: 'credential',
    version: 1,
    dataClass: 'secret',
    dataLevel: 4,
    wants: [
      {
        kind: 'anchor',
        anchors: [LOGIN_ANCHOR, PEM_ANCHOR, ...tokens.keys(), ...LABEL_KINDS.keys()],
        read,
      },
      {
        kind: 'soft',
        anchors: [],
        read: (scene) =>
          readColumns(scene, ({ start, end }, base) =>
            toReading(scene.text, start, end, 'secret-label', base),
          ),
      },
    ],
    context: { for: [] },
    validate: () => UNANSWERED,
    mask: () => '****',
  };
}
