/**
 * The fixed words of the product: channels, finding types, verdict actions, severities.
 * Free of zod on purpose: content scripts import it.
 */

/** Where customer data could leave. Ids are a contract: stored violations carry them. */
export const CHANNELS = [
  'clipboard.copy',
  'clipboard.paste',
  'upload.file',
  'upload.form',
  'network.request',
  'mail.send',
  'download',
  'print',
  'drag',
  'screen',
  'removable.attach',
  'removable.write',
  'mobile-device.attach',
  'optical.burn',
  'share.write',
  'file.at-rest',
  'posture',
  'account',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a detector recognises. Ids are a contract: policies and stored findings name them. */
export const FINDING_TYPES = [
  'cn-mobile',
  'cn-landline',
  'cn-resident-id',
  'bank-card',
  'email',
  'imei',
  'imsi',
  'iccid',
  'uscc',
  'cn-passport',
  'cn-travel-permit',
  'cn-plate',
  'iot-number',
  'customer-number',
  'secrecy-mark',
  'person-name',
  'postal-address',
  'keyword',
  'custom-pattern',
  'credential',
] as const;
export type FindingType = (typeof FINDING_TYPES)[number];

/** How an identifier was disguised, or merely written so that only a decoder reads it. Told in the explanation. */
export const EVASIONS = [
  'full-width',
  'separated',
  'unicode-digits',
  'enclosed-digits',
  'zero-width',
  'chinese-numerals',
  'cells',
  'markup',
  'entities',
  'url-encoding',
  'escapes',
  'quoted-printable',
  'base64',
  'utf-7',
  'hex',
  'scientific',
  'look-alike-letters',
  'spelled-address',
  'number-words',
  'concatenation',
  'filler',
  'reversed',
  'thousands',
] as const;
export type Evasion = (typeof EVASIONS)[number];

/** Written so without a thought: by an input method, for the eye, by mail programs and browsers. */
const HARMLESS_EVASIONS: ReadonlySet<Evasion> = new Set([
  'full-width',
  'separated',
  'url-encoding',
  'quoted-printable',
  'base64',
  'thousands',
  'scientific',
]);

/** True when somebody tried to get past: it raises the severity. */
export function isDeliberate(evasion: Evasion): boolean {
  return !HARMLESS_EVASIONS.has(evasion);
}

/**
 * Verdict actions from the mildest to the strictest; the index is the strictness.
 * `mask` applies to screens only.
 */
export const VERDICT_ACTIONS = [
  'allow',
  'audit',
  'mask',
  'warn',
  'redact',
  'approve',
  'block',
] as const;
export type VerdictAction = (typeof VERDICT_ACTIONS)[number];

/** Severities from the lowest to the highest. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Why content, or a part of it, was not read. Never a silent pass: policy can act on each. */
export const UNSCANNED_REASONS = [
  'unsupported-type',
  'encrypted',
  'too-large',
  'too-deep',
  'broken',
  'timed-out',
  'unreadable',
] as const;
export type UnscannedReason = (typeof UNSCANNED_REASONS)[number];

/** Levels of GB/T 43697-2024 annex H as the packs use them: 1 public … 4 most sensitive. */
export const DATA_LEVELS = [1, 2, 3, 4] as const;
export type DataLevel = (typeof DATA_LEVELS)[number];

export const DATA_CLASSES = [
  'contact',
  'identity',
  'financial',
  'device',
  'organisation',
  'location',
  'secret',
  'custom',
] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** What became of the act. */
export const ENFORCEMENT_OUTCOMES = [
  'prevented',
  'released',
  'redacted',
  'quarantined',
  'failed',
] as const;
export type EnforcementOutcome = (typeof ENFORCEMENT_OUTCOMES)[number];

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Sizes every boundary shares. */
export const LIMITS = {
  /** Findings carried in one violation; the rest is counted in `findingCount`. */
  findingsPerViolation: 100,
  /** Events in one ingest request. */
  eventsPerRequest: 500,
  /** Bytes of one ingest request or one native message. */
  messageBytes: 1_000_000,
  /** UTF-16 code units one text inspection reads; what is beyond is `unscanned: too-large`. */
  textLength: 16_000_000,
  /** Bytes of one file the extension or the agent reads; beyond it is `unscanned: too-large`. */
  fileBytes: 64_000_000,
} as const;
