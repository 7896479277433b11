import type { Evasion } from '../../contracts/vocabulary.ts';
import { foldUnit } from '../../detection/char-table.ts';
import type { AnchorPlace, Detector, Reading, Validation } from '../../detection/detector.ts';
import { expandWords } from '../../detection/word-list.ts';
import { isInvisible } from '../read-code.ts';
import { createMailboxJudge, type MailboxKind } from './mailboxes.ts';
import { type Address, createDomainReader, readAddress } from './read-address.ts';

const UNANSWERED: Validation = { checks: [], base: 0, specificity: 0 };

const BASE: Readonly<Record<MailboxKind, number>> = {
  person: 0.85,
  /** Nobody's; no label changes that. */
  role: 0.4,
  placeholder: 0.45,
};
/** The last label is no top-level domain in common use: `weights@layer.shape`. */
const UNKNOWN_TLD_BASE = 0.5;
/** `deploy@host.corp.example:/srv`, `user@db.corp.example:1521`: a login at a machine. */
const LOGIN_BASE = 0.45;
const MESSAGE_ID_BASE = 0.35;
const SPECIFICITY = 0.9;

const SCHEME_REACH = 80;
const HEADER_REACH = 48;

function foldedAt(text: string, index: number): number {
  return index >= 0 && index < text.length ? foldUnit(text.charCodeAt(index)) : 0;
}

/** Text around an address that makes it a part of something else: a masked form, a URL with a login. */
function isPartOfOther(text: string, { start, end }: Address): boolean {
  let before = start - 1;
  while (before >= 0 && isInvisible(text.charCodeAt(before))) before--;
  const unit = foldedAt(text, before);
  // `zh***an@…` is masked, `a@b@c.example` is no address.
  if (unit === 0x2a || unit === 0x40 || unit === 0x2022 || unit === 0x25cf) return true;
  if (foldedAt(text, end) === 0x40) return false;
  return (unit === 0x2f || unit === 0x3a) && isLoginOfUrl(text, start);
}

/** `https://user:secret@host`: from the scheme on nothing but the login. */
function isLoginOfUrl(text: string, start: number): boolean {
  const from = Math.max(0, start - SCHEME_REACH);
  const before = text.slice(from, start);
  const scheme = before.lastIndexOf('://');
  return scheme >= 0 && !/[\s/?#]/.test(before.slice(scheme + 3));
}

/** Behind the address comes what follows a host: a port, a path of its file system. */
function isLogin(text: string, end: number): boolean {
  if (text.charAt(end) !== ':') return false;
  const behind = text.slice(end + 1, end + 8);
  return /^(?:\/|~|\d{2,5}(?![\d])(?:\/|\b))/.test(behind);
}

/** In the header of a mail: the names of messages look like addresses. */
function isMessageId(text: string, { start, local }: Address): boolean {
  // `20240115135801.138001@mx…`: a time and a counter.
  if (/^[0-9]{12,}\.[0-9]+$/.test(local)) return true;
  const unit = foldedAt(text, start - 1);
  if (unit !== 0x3c && unit !== 0x3a) return false;
  const before = text.slice(Math.max(0, start - HEADER_REACH), start);
  if (/(?:message-id|in-reply-to|references|content-id|resent-id)\s*:[^\n]*$|cid:$/i.test(before))
    return true;
  return before.endsWith('<') && /^(?=.*\d{6})(?=.*[.-]).{24,}$/.test(local);
}

function evasionsOf({ fullWidth, invisible }: Address): Evasion[] {
  const evasions: Evasion[] = [];
  if (fullWidth) evasions.push('full-width');
  if (invisible) evasions.push('zero-width');
  return evasions;
}

/**
 * E-mail addresses: the practical subset of RFC 5322 with a host name that ends in letters. A person's mailbox is a
 * finding, that of a function (RFC 2142: info, support, 客服) is not. Level 2: contact data that is no secret by itself.
 */
export function createEmailDetector(): Detector {
  const judge = createMailboxJudge();
  const domains = createDomainReader();

  function read({ text, start }: AnchorPlace): Reading | null {
    const address = readAddress(domains, text, start);
    if (!address || isPartOfOther(text, address)) return null;
    const { local, domain, isKnownTld } = address;
    const kind = judge(local, domain);
    let base = isKnownTld ? BASE[kind] : Math.min(BASE[kind], UNKNOWN_TLD_BASE);
    let context: 'words' | 'none' = kind === 'role' ? 'none' : 'words';
    if (isLogin(text, address.end)) base = Math.min(base, LOGIN_BASE);
    if (isMessageId(text, address)) {
      base = Math.min(base, MESSAGE_ID_BASE);
      context = 'none';
    }
    return {
      start: address.start,
      end: address.end,
      value: `${local}@${domain}`,
      validation: {
        checks: [
          { name: 'syntax', outcome: true },
          { name: 'top-level-domain', outcome: isKnownTld ? true : undefined },
          { name: 'person', outcome: kind === 'person' ? true : undefined },
        ],
        base,
        specificity: SPECIFICITY,
      },
      context,
      evasions: evasionsOf(address),
    };
  }

  return {
    id: 'email',
    version: 1,
    dataClass: 'contact',
    dataLevel: 2,
    wants: [{ kind: 'anchor', anchors: ['@'], read }],
    context: {
      for: expandWords(
        '邮箱,邮箱地址,邮件地址,联系邮箱,企业邮箱,电邮,邮件,收件箱,e-mail,e mail,email address,mail address,' +
          'mailbox,mail,dzyx,dzyj,yxdz',
      ),
      weaklyFor: expandWords('联系,联系方式,客户,用户,抄送,contact,customer,cc,to'),
    },
    validate: () => UNANSWERED,
    mask(value) {
      const at = value.lastIndexOf('@');
      return `${at > 1 ? value.slice(0, 1) : ''}***${value.slice(at)}`.slice(0, 128);
    },
  };
}
