import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import type { Assignment } from '@kedun/shared/contracts/enrolment';
import type { DigestKey, Ed25519PublicJwk } from '@kedun/shared/contracts/primitives';

/** What the organisation says of this endpoint. */
export interface UplinkIdentity {
  readonly organisation: string;
  readonly assignment: Assignment;
  readonly digestKey: DigestKey;
  readonly policyKeys: readonly Ed25519PublicJwk[];
  readonly osUser?: string;
}

export type PullResult =
  | { readonly ok: true; readonly identity: UplinkIdentity; readonly bundle: string | null }
  | { readonly ok: false; readonly code: string };

export type ReportResult =
  | {
      readonly ok: true;
      /** Durable at the other end. */
      readonly acknowledged: readonly string[];
      /** Will never be taken. */
      readonly refused: readonly string[];
    }
  /** `retryable` false = something in this very batch is not taken; send it in smaller parts. */
  | { readonly ok: false; readonly retryable: boolean; readonly code: string };

/** A way to the organisation: one file each. */
export interface Uplink {
  readonly kind: 'agent' | 'direct';
  pullPolicy(): Promise<PullResult>;
  report(events: readonly EndpointEvent[]): Promise<ReportResult>;
}

/** No way there is: not installed, not configured, not reachable. */
export const UNREACHABLE = 'uplink.unreachable';

export interface UplinkSelector {
  /** Tries the agent first, then the direct way; answers with the first that worked, else the last failure. */
  pullPolicy(): Promise<PullResult>;
  report(events: readonly EndpointEvent[]): Promise<ReportResult>;
  /** The way that worked last. */
  current(): Uplink['kind'] | 'none';
}

const isFinal = (result: PullResult | ReportResult): boolean =>
  result.ok || ('retryable' in result && !result.retryable);

/** `uplinks` in order of preference. */
export function createUplinkSelector(uplinks: readonly Uplink[]): UplinkSelector {
  let current: Uplink['kind'] | 'none' = 'none';

  const attempt = async <R extends PullResult | ReportResult>(
    act: (uplink: Uplink) => Promise<R>,
    none: R,
  ): Promise<R> => {
    let last = none;
    for (const uplink of uplinks) {
      last = await act(uplink);
      if (!isFinal(last)) continue;
      if (last.ok) current = uplink.kind;
      return last;
    }
    current = 'none';
    return last;
  };

  return {
    current: () => current,
    pullPolicy: () =>
      attempt<PullResult>((uplink) => uplink.pullPolicy(), { ok: false, code: UNREACHABLE }),
    report: (events) =>
      attempt<ReportResult>((uplink) => uplink.report(events), {
        ok: false,
        retryable: true,
        code: UNREACHABLE,
      }),
  };
}
