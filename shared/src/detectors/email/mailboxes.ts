import { PLACEHOLDER_DOMAIN } from './domains.ts';

/** Whom a mailbox belongs to. */
export type MailboxKind = 'person' | 'role' | 'placeholder';

/** Names of functions (RFC 2142 and use), English and pinyin; a plural s, signs between words and digits behind do not count. */
const ROLES =
  'info noreply donotreply reply mailer mailerdaemon daemon support service admin administrator sale hr job career recruit recruitment ' +
  'webmaster postmaster hostmaster abuse security privacy contact contactus office root help helpdesk servicedesk it itsupport cs ' +
  'customerservice customercare feedback billing invoice accounts accounting finance legal marketing media press pr news newsletter ' +
  'notification notify alert alarm monitor monitoring system sysadmin ops devops dev developers team staff all everyone subscribe unsubscribe ' +
  'bounce enquiry enquiries inquiry order shop store booking reservation partner investor ir public git svn ftp www mail emailservice smtp ' +
  'api bot robot build ci cron backup compliance audit dpo hello hi kefu fuwu zhaopin jubao tousu caiwu bangong xinxi shichang yewu xiaoshou ' +
  'lianxi hezuo xitong yunwei guanli zongjingli bgs hrcn renli';

/** Of those the ones that no person has in a name: `support-cn`, `crm.service`. */
const ROLE_PARTS =
  'info noreply support service sales admin helpdesk notification alert billing marketing recruitment careers customerservice webmaster ' +
  'postmaster contact kefu zhaopin';

/** Names out of forms, manuals and tests. */
const PLACEHOLDERS =
  'user username name yourname youremail email mail example sample test tester testing demo foo bar baz foobar someone somebody anyone nobody ' +
  'me you my abc abcd aaa xxx xxxx xx x a b johndoe janedoe firstlast firstnamelastname account address';

/** Service numbers of operators, banks and authorities: 10086@139.com is nobody's mailbox. */
const SERVICE_NUMBER = /^(?:1[012]\d{3}|9[56]\d{3,4}|[48]00\d{7})$/;

const PARTS = /[._+-]/;

/** `no-reply` as `noreply`; `c.s` are the initials of a person. */
function joined(name: string): string {
  const bare = name.replaceAll(/[._-]/g, '');
  return bare.length > 3 ? bare : name;
}

function has(names: ReadonlySet<string>, name: string): boolean {
  return names.has(name) || (name.endsWith('s') && names.has(name.slice(0, -1)));
}

export function createMailboxJudge(): (local: string, domain: string) => MailboxKind {
  const roles = new Set(ROLES.split(' '));
  const roleParts = new Set(ROLE_PARTS.split(' '));
  const placeholders = new Set(PLACEHOLDERS.split(' '));

  function isRole(local: string): boolean {
    if (SERVICE_NUMBER.test(local) || has(roles, joined(local.replace(/\d{1,4}$/, ''))))
      return true;
    const parts = local.split(PARTS).filter((part) => part !== '');
    if (parts.length < 2) return false;
    return (
      has(roleParts, parts[0] ?? '') ||
      has(roleParts, parts.at(-1) ?? '') ||
      has(roleParts, parts.slice(0, 2).join(''))
    );
  }

  return (local, domain) => {
    if (isRole(local)) return 'role';
    const isMadeUp =
      placeholders.has(joined(local.replace(/\d{1,3}$/, ''))) || /^(.)\1{2,}$/.test(local);
    const isReserved =
      PLACEHOLDER_DOMAIN.test(domain) || /(?:^|\.)(?:example|test|invalid|localhost)$/.test(domain);
    return isMadeUp && isReserved ? 'placeholder' : 'person';
  };
}
