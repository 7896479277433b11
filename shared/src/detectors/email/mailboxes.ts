import { PLACEHOLDER_DOMAINS } from './domains.ts';

/** Whom a mailbox belongs to. */
export type MailboxKind = 'person' | 'role' | 'placeholder';

/** Names of functions (RFC 2142 and use), English and pinyin; digits behind them do not count. */
const ROLES =
  'info noreply no-reply donotreply do-not-reply reply mailer mailer-daemon daemon support service services admin administrator sales sale hr jobs job ' +
  'career careers recruit recruitment webmaster postmaster hostmaster abuse security privacy contact contactus office root help helpdesk servicedesk it ' +
  'itsupport cs customerservice customercare customer-service feedback billing invoice invoices accounts accounting finance legal marketing ' +
  'media press pr news newsletter notification notifications notify alert alerts alarm monitor monitoring system sysadmin ops devops dev devs developers ' +
  'team staff all everyone subscribe unsubscribe bounce bounces enquiry enquiries inquiry order orders shop store booking reservation partner partners ' +
  'investor ir public git svn ftp www mail email-service smtp api bot robot build ci cron backup compliance audit dpo hello hi ' +
  'kefu fuwu zhaopin jubao tousu caiwu bangong xinxi shichang yewu xiaoshou lianxi hezuo xitong yunwei guanli zongjingli bgs hr-cn renli';

/** Of those the ones that no person has in a name: `support-cn`, `crm.service`. */
const ROLE_PARTS =
  'info noreply support service services sales admin helpdesk notification notifications alert alerts billing marketing recruitment careers customerservice ' +
  'webmaster postmaster contact kefu zhaopin';

/** Names out of forms, manuals and tests. */
const PLACEHOLDERS =
  'user username name yourname your-name your_name youremail your-email your.name email mail example sample test tester testing demo foo bar baz foobar ' +
  'someone somebody anyone nobody me you my abc abcd aaa xxx xxxx xx x a b john.doe johndoe jane.doe janedoe first.last firstname.lastname account address';

/** Service numbers of operators, banks and authorities: 10086@139.com is nobody's mailbox. */
const SERVICE_NUMBER = /^(?:1[012]\d{3}|9[56]\d{3,4}|[48]00\d{7})$/;

const PARTS = /[._+-]/;

export function createMailboxJudge(): (local: string, domain: string) => MailboxKind {
  const roles = new Set(ROLES.split(' '));
  const roleParts = new Set(ROLE_PARTS.split(' '));
  const placeholders = new Set(PLACEHOLDERS.split(' '));
  const placeholderDomains = new Set(PLACEHOLDER_DOMAINS.split(' '));

  function isRole(local: string): boolean {
    if (SERVICE_NUMBER.test(local)) return true;
    const named = local.replace(/\d{1,4}$/, '');
    if (roles.has(named) || roles.has(named.replaceAll(/[._-]/g, '-'))) return true;
    const parts = local.split(PARTS).filter((part) => part !== '');
    if (parts.length < 2) return false;
    return (
      roleParts.has(parts[0] ?? '') ||
      roleParts.has(parts.at(-1) ?? '') ||
      roleParts.has(parts.slice(0, 2).join(''))
    );
  }

  return (local, domain) => {
    if (isRole(local)) return 'role';
    const isMadeUp = placeholders.has(local.replace(/\d{1,3}$/, '')) || /^(.)\1{2,}$/.test(local);
    const isReserved =
      placeholderDomains.has(domain) || /(?:^|\.)(?:example|test|invalid|localhost)$/.test(domain);
    return isMadeUp && isReserved ? 'placeholder' : 'person';
  };
}
