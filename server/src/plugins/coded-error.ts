import { type ErrorCode, ERRORS } from '@kedun/shared/contracts/errors';
import type { ErrorResponse } from '@kedun/shared/contracts/error-response';

export interface CodedErrorDetails {
  readonly fields?: ErrorResponse['fields'];
  /** Sent as `Retry-After`. */
  readonly retryAfterMs?: number;
}

/** The one way for a route to say no. Carries a code of the table and nothing that came from outside. */
export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly errorCode: ErrorCode;
  readonly details: CodedErrorDetails;

  constructor(errorCode: ErrorCode, details: CodedErrorDetails = {}) {
    super(ERRORS[errorCode].en);
    this.errorCode = errorCode;
    this.details = details;
  }
}
