import type { ClauseRef } from '@kedun/shared/contracts/policy';
import type { LocalizedText } from '@kedun/shared/contracts/primitives';
import type { Violation } from '@kedun/shared/contracts/violation';
import type { Channel, VerdictAction } from '@kedun/shared/contracts/vocabulary';

/** `protected` policy in force and uplink there · `offline` last known good, no uplink · `unconfigured` closed. */
export type ProtectionState = 'protected' | 'offline' | 'unconfigured';

/** A clause that is watched on a page, and how. */
export interface WatchedClause {
  readonly clause: ClauseRef;
  readonly title: LocalizedText;
  readonly rules: readonly {
    readonly title: LocalizedText;
    readonly channels: readonly Channel[];
    readonly action: VerdictAction;
    readonly simulated: boolean;
  }[];
}

/** What the popup shows; made by the background. */
export interface StatusReport {
  readonly state: ProtectionState;
  readonly uplink: 'agent' | 'direct' | 'none';
  readonly organisation: string | null;
  readonly policyVersion: number | null;
  readonly confirmedAt: number | null;
  readonly waitingEvents: number;
  readonly extensionVersion: string;
  readonly watched: readonly WatchedClause[];
  /** Newest first. */
  readonly violations: readonly Violation[];
}
