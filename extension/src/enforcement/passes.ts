import type { Inspection } from '@kedun/shared/inspection/inspect';

/** How long a given reason lets the same content go the same way again. */
const PASS_MS = 300_000;

export interface Passes {
  grant(inspection: Inspection, justification: string): void;
  /** The justification under which this very content may go, if there is one. */
  find(inspection: Inspection): string | undefined;
}

const keyOf = ({ act }: Inspection): string =>
  JSON.stringify([act.channel, act.source, act.destination]);

/** Same channel, same places, no finding that was not justified. */
export function createPasses(now: () => number): Passes {
  const granted: { key: string; digests: Set<string>; justification: string; until: number }[] = [];
  return {
    grant(inspection, justification) {
      granted.push({
        key: keyOf(inspection),
        digests: new Set(inspection.findings.map((finding) => finding.digest)),
        justification,
        until: now() + PASS_MS,
      });
      if (granted.length > 20) granted.shift();
    },
    find(inspection) {
      const key = keyOf(inspection);
      return granted.find(
        (pass) =>
          pass.key === key &&
          pass.until > now() &&
          inspection.findings.every((finding) => pass.digests.has(finding.digest)),
      )?.justification;
    },
  };
}
