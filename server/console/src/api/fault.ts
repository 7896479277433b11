import type { ErrorResponse } from '@kedun/shared/contracts/error-response';
import { type ErrorCode, ERRORS, isErrorCode } from '@kedun/shared/contracts/errors';
import type { Language } from '@kedun/shared/contracts/vocabulary';

/** What can go wrong without the server having said so. */
export const LOCAL_FAULTS = {
  'console.offline': 'offline',
  'console.timed-out': 'timedOut',
  'console.bad-answer': 'badAnswer',
  'console.crashed': 'crashed',
} as const;
export type LocalFaultCode = keyof typeof LOCAL_FAULTS;

/** A failed request. `code` decides what happens next; texts are looked up by it. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: ErrorCode | LocalFaultCode;
  /** To quote: the server's where it gave one. */
  readonly reference: string | null;
  readonly fields: NonNullable<ErrorResponse['fields']>;

  constructor(
    code: ErrorCode | LocalFaultCode,
    details: { reference?: string; fields?: ErrorResponse['fields'] } = {},
  ) {
    super(code);
    this.code = code;
    this.reference = details.reference ?? null;
    this.fields = details.fields ?? [];
  }
}

/** Everything that is thrown at a view becomes a fault with a code; a bug is `console.crashed`. */
export function toFault(error: unknown): Fault {
  return error instanceof Fault ? error : new Fault('console.crashed');
}

export function isSessionMissing(error: unknown): boolean {
  return error instanceof Fault && error.code === 'session.missing';
}

/** Asking again can help: the network, or what the table of errors calls retryable. Rate limits are not hammered. */
export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof Fault)) return false;
  if (error.code === 'console.offline' || error.code === 'console.timed-out') return true;
  return isErrorCode(error.code) && ERRORS[error.code].status >= 500;
}

/** What was asked for is not there, or not ours to see: asking again brings nothing. */
export function isMissing(error: unknown): boolean {
  return error instanceof Fault && error.code === 'resource.not-found';
}

/** Cause and way out. `local` gives the texts of faults the server knows nothing of. */
export function faultText(
  fault: Fault,
  language: Language,
  local: (key: (typeof LOCAL_FAULTS)[LocalFaultCode]) => string,
): string {
  return isErrorCode(fault.code) ? ERRORS[fault.code][language] : local(LOCAL_FAULTS[fault.code]);
}
