import type { Enforcement } from '@kedun/shared/contracts/violation';
import { type Inspection, isReportable, toViolation } from '@kedun/shared/inspection/inspect';

import type { NoticeContent } from '../messages/background-message.ts';
import type { Reporter } from '../pipeline/reporter.ts';
import { toNoticeContent } from './notice-content.ts';
import type { Passes } from './passes.ts';

/** What the employee can do from a notice. */
export interface NoticeChoices {
  /** Does the same with the identifiers masked. */
  readonly mask?: () => void;
  /** `warn`: go on, with a reason. */
  readonly goOn?: (reason: string) => void;
  /** The reason counts for the next try (the act itself cannot be resumed). */
  readonly goOnLater?: boolean;
  /** Left without going on. */
  readonly leave?: () => void;
}

export interface Notices {
  /** `interrupts` = the employee was just acting: focus may go in. */
  show(content: NoticeContent, choices: NoticeChoices, interrupts: boolean): void;
}

export interface EnforcerDeps {
  readonly reporter: Reporter;
  readonly notices: Notices;
  readonly passes: Passes;
  readonly digestKeyId: () => string;
  /** Free text of the employee without identifiers. */
  readonly redact: (text: string) => string;
}

export interface SettleOptions {
  /** Content can go on with its identifiers masked, right now. */
  readonly redactable: boolean;
  /** Offered in the notice of a block. */
  readonly mask?: () => void;
  /** Performs the held act after a `warn` was answered; absent = the next try passes. */
  readonly resume?: () => void;
  readonly interrupts: boolean;
  /** Redacted file names, for the notice. */
  readonly files?: readonly string[];
}

export interface Settlement {
  /** What the sensor has to do with the act now. */
  readonly step: 'release' | 'redact' | 'hold';
  /** Resolves once the violation is durable; at once when there is none to report. */
  readonly recorded: Promise<void>;
}

export interface Enforcer {
  settle(inspection: Inspection, options: SettleOptions): Settlement;
}

/** Before the first policy every act carries the failure `no-policy`; without a finding that is no event. */
function isWorthReporting({ verdict, findings, unscanned }: Inspection): boolean {
  const isClean = findings.length === 0 && unscanned.length === 0;
  return isReportable(verdict) && !(verdict.failure === 'no-policy' && isClean);
}

/** What was not read may hold identifiers that masking would miss: then there is no masked way on. */
function withoutMaskIfUnread(inspection: Inspection, options: SettleOptions): SettleOptions {
  if (inspection.unscanned.length === 0) return options;
  const { mask: _, ...rest } = options;
  return { ...rest, redactable: false };
}

/** Turns a verdict into what happens: release, redact or hold; report; notice. One place for all channels. */
export function createEnforcer(deps: EnforcerDeps): Enforcer {
  const report = (inspection: Inspection, enforcement: Enforcement): Promise<void> =>
    deps.reporter.report(toViolation(inspection, enforcement, deps.digestKeyId()));

  const warn = (inspection: Inspection, options: SettleOptions): Settlement => {
    const justification = deps.passes.find(inspection);
    if (justification !== undefined) {
      const detail = { outcome: 'released', detail: 'justified', justification } as const;
      return { step: 'release', recorded: report(inspection, detail) };
    }
    const { resume } = options;
    const goOn = (reason: string) => {
      const redacted = deps.redact(reason).slice(0, 500);
      if (!resume) {
        deps.passes.grant(inspection, redacted);
        void report(inspection, { outcome: 'prevented', detail: 'justified-for-next-try' });
        return;
      }
      const detail = { outcome: 'released', detail: 'justified', justification: redacted } as const;
      void report(inspection, detail).then(resume);
    };
    const leave = () => void report(inspection, { outcome: 'prevented', detail: 'left-by-user' });
    const content = toNoticeContent(inspection, options.files);
    const mask = options.mask ? { mask: options.mask } : {};
    const choices = { ...mask, goOn, leave, goOnLater: resume === undefined };
    deps.notices.show(content, choices, options.interrupts);
    return { step: 'hold', recorded: Promise.resolve() };
  };

  return {
    settle(inspection, asked) {
      const { verdict } = inspection;
      const options = withoutMaskIfUnread(inspection, asked);
      switch (verdict.action) {
        case 'allow':
        case 'audit':
        case 'mask':
          return {
            step: 'release',
            recorded: isWorthReporting(inspection)
              ? report(inspection, { outcome: 'released' })
              : Promise.resolve(),
          };
        case 'warn':
          return warn(inspection, options);
        case 'redact':
          if (options.redactable) {
            const recorded = report(inspection, { outcome: 'redacted' });
            deps.notices.show(toNoticeContent(inspection, options.files), {}, false);
            return { step: 'redact', recorded };
          }
          break;
        case 'approve':
        case 'block':
          break;
      }
      const recorded = report(inspection, { outcome: 'prevented', detail: 'event-cancelled' });
      const choices = options.mask ? { mask: options.mask } : {};
      const content = toNoticeContent(inspection, options.files);
      deps.notices.show(content, choices, options.interrupts);
      return { step: 'hold', recorded };
    },
  };
}
