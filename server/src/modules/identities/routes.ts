import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import { loginRequestSchema, sessionResponseSchema } from '@kedun/shared/contracts/api/identities';
import type { SessionResponse } from '@kedun/shared/contracts/api/identities';
import type { FastifyInstance } from 'fastify';

import type { Config } from '../../config.ts';
import { CodedError } from '../../plugins/coded-error.ts';
import { errorResponses, noBody, noContent, noQuery } from '../../plugins/route-declaration.ts';
import { perMinute, REQUESTS_PER_MINUTE } from '../../plugins/security.ts';
import { SERVER_VERSION } from '../../version.ts';
import type { Metrics } from '../operations/metrics.ts';
import type { IdentitiesService } from './service.ts';
import { sessionCookie, type SessionCookieDeps } from './session-cookie.ts';
import { type Session, SESSION_MAX_MS, type Sessions } from './sessions.ts';

export interface IdentitiesRoutesDeps extends SessionCookieDeps {
  readonly identities: Pick<IdentitiesService, 'login'>;
  readonly sessions: Pick<Sessions, 'end'>;
  readonly config: Pick<Config, 'organisationName'>;
  readonly metrics: Pick<Metrics, 'loginFailures'>;
}

/** Log in, who am I, log out. */
export function registerIdentities(app: FastifyInstance, deps: IdentitiesRoutesDeps): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const toResponse = (session: Omit<Session, 'id'>): SessionResponse => ({
    account: session.account,
    displayName: session.displayName,
    organisation: deps.config.organisationName,
    serverVersion: SERVER_VERSION,
  });

  routes.post(
    '/api/v1/session',
    {
      bodyLimit: 16_384,
      schema: {
        summary: 'Logs in and sets the session cookie.',
        tags: ['identities'],
        querystring: noQuery,
        body: loginRequestSchema,
        response: { 200: sessionResponseSchema, ...errorResponses },
      },
      config: { auth: 'public', audit: 'session.open', rateLimit: perMinute(60) },
    },
    async (request, reply) => {
      const cookie = sessionCookie(deps);
      const { account, password } = request.body;
      const result = await deps.identities.login(account, password, request.ip);
      if (!result.ok) {
        deps.metrics.loginFailures.inc({ code: result.code });
        throw new CodedError(
          result.code,
          'retryAfterMs' in result ? { retryAfterMs: result.retryAfterMs } : {},
        );
      }
      request.auditActor = result.session.account;
      // A browser that logs in again leaves no session behind that nobody holds.
      const former = request.cookies[cookie.name];
      if (former) await deps.sessions.end(former);
      void reply.setCookie(cookie.name, result.token, {
        ...cookie.options,
        maxAge: SESSION_MAX_MS / 1000,
      });
      return toResponse(result.session);
    },
  );

  routes.get(
    '/api/v1/session',
    {
      schema: {
        summary: 'Who is logged in.',
        tags: ['identities'],
        querystring: noQuery,
        response: { 200: sessionResponseSchema, ...errorResponses },
      },
      config: { auth: 'session', audit: null, rateLimit: perMinute(REQUESTS_PER_MINUTE) },
    },
    async (request) => {
      if (!request.session) throw new CodedError('session.missing');
      return toResponse(request.session);
    },
  );

  routes.delete(
    '/api/v1/session',
    {
      schema: {
        summary: 'Logs out; live sockets of the session are closed.',
        tags: ['identities'],
        querystring: noQuery,
        body: noBody,
        response: { 204: noContent, ...errorResponses },
      },
      config: { auth: 'session', audit: 'session.close', rateLimit: perMinute(60) },
    },
    async (request, reply) => {
      const cookie = sessionCookie(deps);
      const token = request.cookies[cookie.name];
      if (token) await deps.sessions.end(token);
      return reply.clearCookie(cookie.name, cookie.options).code(204).send(null);
    },
  );
}
