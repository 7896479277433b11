import type { Act } from '@kedun/shared/contracts/act';
import { VERDICT_ACTIONS, type VerdictAction } from '@kedun/shared/contracts/vocabulary';
import type { Inspection } from '@kedun/shared/inspection/inspect';

import type { Enforcer, Settlement } from '../../enforcement/enforcer.ts';
import type { JudgedFile } from './judge-files.ts';

export interface HeldSetDeps {
  readonly enforcer: Enforcer;
  readonly judge: (file: File, initiator: Act['initiator']) => Promise<JudgedFile>;
  /** The same file with its identifiers masked; null when its content was not text. */
  readonly maskFile: (judged: JudgedFile) => File | null;
}

const strictness = (action: VerdictAction): number => VERDICT_ACTIONS.indexOf(action);
const rank = (inspection: Inspection): number => strictness(inspection.verdict.action);

/**
 * Judges a set of held files and releases it whole or not at all: a page that gets half of a selection is
 * misled, and the employee would have to guess which half. Every file is its own act; the notice names those
 * that hold the set back. Resolves after violations are durable.
 */
export function createHeldSet(deps: HeldSetDeps) {
  return async (
    files: readonly File[],
    initiator: Act['initiator'],
    release: (files: readonly File[]) => void,
  ): Promise<void> => {
    const judged: JudgedFile[] = [];
    for (const file of files) judged.push(await deps.judge(file, initiator));
    const holding = judged.filter(({ inspection }) => rank(inspection) >= strictness('warn'));
    const names = holding.map(({ safeName }) => safeName);
    const maskable = holding.every((entry) => deps.maskFile(entry) !== null);
    const masked = () =>
      judged.map((entry) => (holding.includes(entry) ? deps.maskFile(entry) : null) ?? entry.file);

    // The strictest speaks last, so that its notice is the one on top.
    const ordered = judged.toSorted((a, b) => rank(a.inspection) - rank(b.inspection));
    let waiting = holding.length;
    const settlements: Settlement[] = ordered.map(({ inspection }) =>
      deps.enforcer.settle(inspection, {
        redactable: maskable,
        interrupts: true,
        files: names,
        ...(maskable ? { mask: () => release(masked()) } : {}),
        resume: () => {
          waiting -= 1;
          if (waiting === 0) release(files);
        },
      }),
    );
    await Promise.all(settlements.map(({ recorded }) => recorded));
    if (settlements.some(({ step }) => step === 'hold')) return;
    release(settlements.some(({ step }) => step === 'redact') ? masked() : files);
  };
}
