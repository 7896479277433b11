import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';

import { type ErrorCode, ERRORS } from '@kedun/shared/contracts/errors';
import type { ErrorResponse } from '@kedun/shared/contracts/error-response';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

import type { Clock } from '../clock.ts';
import type { Store } from '../store/store.ts';
import { CodedError } from './coded-error.ts';
import { discardBody } from './discard-body.ts';

export interface ErrorAnswersDeps {
  readonly clock: Clock;
  readonly store: Pick<Store, 'isUnavailable'>;
}

/** Fastify's own refusals, in our codes. */
const FRAMEWORK_CODES: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.unsupported-media-type',
  FST_ERR_CTP_EMPTY_TYPE: 'request.unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'request.malformed',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request.malformed',
  FST_ERR_BAD_URL: 'route.not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'route.not-found',
  FST_ERR_NOT_FOUND: 'route.not-found',
};

type Fields = NonNullable<ErrorResponse['fields']>;

/** Says where and what kind, never what stood there: messages of the library may quote keys and values. */
function toFields(error: FastifyError): Fields {
  return (error.validation ?? []).slice(0, 50).map((issue) => {
    const { expected, format, minimum, maximum, origin } = issue.params;
    const bounds = { expected, format, origin, minimum, maximum };
    const told = Object.entries(bounds)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
      .map(([name, value]) => `${name} ${String(value)}`);
    return { path: issue.instancePath.slice(0, 256), problem: [issue.keyword, ...told].join(', ') };
  });
}

/** What a log may hold of a fault: frames, not the message, which may quote content (JSON.parse does). */
export function describeFault(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return { name: error.name, code, errcode, frames: frames.slice(0, 12) };
}

function classify(error: FastifyError | CodedError, deps: ErrorAnswersDeps): ErrorCode | 'invalid' {
  if (error instanceof CodedError) return error.errorCode;
  if (deps.store.isUnavailable(error)) return 'storage.unavailable';
  if (error.validation) return 'invalid';
  const known = FRAMEWORK_CODES[error.code];
  if (known) return known;
  // Anything else the framework calls the client's fault, e.g. an aborted body.
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    // 403 = the static file server was asked for something outside its folder.
    return [403, 404].includes(error.statusCode) ? 'route.not-found' : 'request.malformed';
  return 'server.internal';
}

export function toErrorBody(
  code: ErrorCode,
  reference: string,
  clock: Clock,
  fields?: Fields,
): ErrorResponse {
  const { zh, en } = ERRORS[code];
  const body: ErrorResponse = { code, message: { zh, en }, reference, serverTime: clock() };
  return fields && fields.length > 0 ? { ...body, fields } : body;
}

/** An answer to bytes that never became a request (broken HTTP, oversize headers). */
function answerBrokenHttp(socket: Socket, clock: Clock): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const reference = randomBytes(8).toString('hex');
  const body = JSON.stringify(toErrorBody('request.malformed', reference, clock));
  socket.end(
    `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${String(Buffer.byteLength(body))}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** For `clientErrorHandler` of the server. */
export function createClientErrorHandler(clock: Clock): (error: Error, socket: Socket) => void {
  return (_error, socket) => answerBrokenHttp(socket, clock);
}

function send(reply: FastifyReply, body: ErrorResponse): FastifyReply {
  return (
    reply
      .code(ERRORS[body.code].status)
      .type('application/json; charset=utf-8')
      // Serialised here: the body is ours, and a route without a matching response schema still answers.
      .serializer((payload: unknown) => JSON.stringify(payload))
      .send(body)
  );
}

/** Answers any error in the one form; what is our fault is logged under the reference, and not told. */
export function answerError(
  error: FastifyError | CodedError,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: ErrorAnswersDeps,
): FastifyReply {
  const kind = classify(error, deps);
  const code =
    kind === 'invalid' ? (request.routeOptions.config.invalidCode ?? 'request.invalid') : kind;
  reply.errorCode = code;
  const reference = request.id;
  if (ERRORS[code].status >= 500)
    request.log.error({ module: 'http', fault: describeFault(error), reference }, 'failed');
  if (!(error instanceof CodedError))
    return send(reply, toErrorBody(code, reference, deps.clock, toFields(error)));
  const { retryAfterMs, fields } = error.details;
  if (retryAfterMs !== undefined)
    void reply.header('retry-after', String(Math.ceil(retryAfterMs / 1000)));
  return send(reply, toErrorBody(code, reference, deps.clock, fields));
}

/** Every answer that is not a success has the one form, wherever it arose. */
export const errorAnswersPlugin = fastifyPlugin(
  async (app: FastifyInstance, deps: ErrorAnswersDeps) => {
    app.decorateReply('errorCode', null);
    app.setErrorHandler(async (error: FastifyError | CodedError, request, reply) => {
      if (classify(error, deps) === 'request.too-large') await discardBody(request.raw);
      return answerError(error, request, reply, deps);
    });
  },
  { name: 'kedun-error-answers' },
);

declare module 'fastify' {
  interface FastifyReply {
    /** Set when the answer is a coded error: for the log, the metrics and the audit record. */
    errorCode: ErrorCode | null;
  }
}
