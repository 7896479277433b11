import { foldUnit } from '../../detection/char-table.ts';
import { isInvisible } from '../read-code.ts';
import { FILE_ENDINGS, HAN_TLDS, KNOWN_TLDS } from './domains.ts';

/** An address as it stands around an `@`. */
export interface Address {
  /** UTF-16 code units, half open. */
  readonly start: number;
  readonly end: number;
  /** Lower case, half width. */
  readonly local: string;
  readonly domain: string;
  /** The last label of the domain is one that mailboxes are known under. */
  readonly isKnownTld: boolean;
  readonly fullWidth: boolean;
  readonly invisible: boolean;
}

/** RFC 5321, 4.5.3.1: 64 octets before the sign, 255 behind; a label has 63. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;
const MAX_LABEL = 63;
/** Invisible characters inside an address are counted in these. */
const REACH_BEFORE = 2 * MAX_LOCAL;
const REACH_BEHIND = 2 * MAX_DOMAIN;

function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
}

/** The signs of RFC 5322's atoms that real mailboxes have; `=`, `/`, `&`, quotes belong to what stands around them. */
function isLocalUnit(unit: number): boolean {
  return isAlphanumeric(unit) || unit === 0x2e || unit === 0x2d || unit === 0x5f || unit === 0x2b;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

function isWide(unit: number): boolean {
  return unit >= 0xff01 && unit <= 0xff5e;
}

interface Part {
  readonly value: string;
  readonly edge: number;
  readonly fullWidth: boolean;
  readonly invisible: boolean;
}

/** The part before the sign at `at`; null when it is none or too long. */
function readLocal(text: string, at: number): Part | null {
  let value = '';
  let edge = at;
  let fullWidth = false;
  let invisible = false;
  let skipped = false;
  const limit = Math.max(0, at - REACH_BEFORE);
  let index = at - 1;
  for (; index >= limit; index--) {
    const raw = text.charCodeAt(index);
    if (isInvisible(raw)) {
      skipped = true;
      continue;
    }
    const unit = foldUnit(raw);
    if (!isLocalUnit(unit)) break;
    if (value.length === MAX_LOCAL) return null;
    value = String.fromCharCode(unit) + value;
    edge = index;
    fullWidth ||= isWide(raw);
    invisible ||= skipped;
    skipped = false;
  }
  if (index < limit && limit > 0) return null;
  // Dots and dashes in front belong to the sentence, or to a masked form.
  let cut = 0;
  while (cut < value.length && '.-+'.includes(value.charAt(cut))) cut++;
  for (let left = cut; left > 0; edge++) if (!isInvisible(text.charCodeAt(edge))) left--;
  while (edge < at && isInvisible(text.charCodeAt(edge))) edge++;
  value = value.slice(cut);
  if (value === '' || value.endsWith('.') || value.includes('..')) return null;
  return { value, edge, fullWidth, invisible };
}

/** The longest run of labels behind the sign. */
function readDomain(text: string, from: number): Part {
  let value = '';
  let edge = from;
  let fullWidth = false;
  let invisible = false;
  let skipped = false;
  const limit = Math.min(text.length, from + REACH_BEHIND);
  for (let index = from; index < limit; index++) {
    const raw = text.charCodeAt(index);
    if (isInvisible(raw)) {
      skipped = true;
      continue;
    }
    const unit = foldUnit(raw);
    const isDot = unit === 0x2e;
    if (!isAlphanumeric(unit) && !isDot && unit !== 0x2d && !isHan(unit)) break;
    if (isDot && (value === '' || value.endsWith('.'))) break;
    value += String.fromCharCode(unit);
    edge = index + 1;
    fullWidth ||= isWide(raw);
    invisible ||= skipped;
    skipped = false;
  }
  return { value, edge, fullWidth, invisible };
}

const ASCII_LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const HAN_LABEL = /^[a-z0-9\u4e00-\u9fff](?:[a-z0-9\u4e00-\u9fff-]{0,30}[a-z0-9\u4e00-\u9fff])?$/;
const ASCII_TLD = /^(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/;

/** Domains of a text repeat. */
const MAX_REMEMBERED = 256;

interface DomainReading {
  readonly domain: string;
  readonly isKnownTld: boolean;
}

export interface DomainReader {
  /** The domain that `labels` begin with, and whether its last label is known; null when they make none. */
  read(labels: string): DomainReading | null;
}

export function createDomainReader(): DomainReader {
  const known = new Set(KNOWN_TLDS.split(' '));
  const endings = new Set(FILE_ENDINGS.split(' '));
  const hanTlds = HAN_TLDS.split(' ');

  const isKnown = (label: string): boolean => known.has(label) || /^[a-z]{2}$/.test(label);

  /** Chinese text goes on right behind an address: all up to the first Chinese character, or a Chinese domain. */
  function labelsOf(run: string): string[] {
    const han = run.search(/[\u4e00-\u9fff]/);
    if (han < 0) return run.split('.');
    const labels = run.split('.');
    const last = labels.findIndex((label, index) => {
      const isTld = index > 0 && hanTlds.some((tld) => label.startsWith(tld));
      return isTld || (index > 0 && isKnown(label));
    });
    const head = labels.slice(0, last);
    if (last > 0 && head.every((label) => HAN_LABEL.test(label))) {
      const tail = labels[last] ?? '';
      const tld = hanTlds.find((name) => tail.startsWith(name)) ?? tail;
      const isHanDomain = head.some((label) => /[\u4e00-\u9fff]/.test(label)) || tld !== tail;
      if (isHanDomain || hanTlds.includes(tld)) return [...head, tld];
    }
    return run.slice(0, han).split('.');
  }

  function split(run: string): DomainReading | null {
    const labels = labelsOf(run);
    while (labels.length > 0 && labels.at(-1) === '') labels.pop();
    const last = labels.at(-1)?.replace(/-+$/, '');
    if (last === undefined) return null;
    labels[labels.length - 1] = last;
    // `…@mail.com.Please`: the next sentence follows without a space.
    const before = labels.at(-2);
    if (labels.length > 2 && before !== undefined && !isKnown(last) && known.has(before))
      labels.pop();
    const tld = labels.at(-1) ?? '';
    const isHanTld = hanTlds.includes(tld);
    if (labels.length < 2 || (!isHanTld && !ASCII_TLD.test(tld)) || endings.has(tld)) return null;
    const isWellFormed = labels.every(
      (label) => label.length <= MAX_LABEL && (ASCII_LABEL.test(label) || HAN_LABEL.test(label)),
    );
    const domain = labels.join('.');
    if (!isWellFormed || domain.length > MAX_DOMAIN) return null;
    return { domain, isKnownTld: isHanTld || isKnown(tld) };
  }

  const remembered = new Map<string, DomainReading | null>();
  return {
    read(run) {
      const old = remembered.get(run);
      if (old !== undefined) return old;
      const reading = split(run);
      if (remembered.size >= MAX_REMEMBERED) remembered.clear();
      remembered.set(run, reading);
      return reading;
    },
  };
}

/** Spares rows of signs the closer look. */
function mayTouch(raw: number): boolean {
  const unit = foldUnit(raw);
  return isLocalUnit(unit) || isHan(unit) || isInvisible(raw);
}

/** Reads the address around the `@` at `at`, any width; null when there is none. Looks at 634 units at most. */
export function readAddress(reader: DomainReader, text: string, at: number): Address | null {
  if (!mayTouch(text.charCodeAt(at - 1)) || !mayTouch(text.charCodeAt(at + 1))) return null;
  const local = readLocal(text, at);
  if (!local) return null;
  const run = readDomain(text, at + 1);
  const found = reader.read(run.value);
  if (!found) return null;
  let end = at + 1;
  for (let left = found.domain.length; left > 0; end++)
    if (!isInvisible(text.charCodeAt(end))) left--;
  return {
    start: local.edge,
    end,
    local: local.value,
    domain: found.domain,
    isKnownTld: found.isKnownTld,
    fullWidth: local.fullWidth || run.fullWidth || isWide(text.charCodeAt(at)),
    invisible: local.invisible || run.invisible,
  };
}
