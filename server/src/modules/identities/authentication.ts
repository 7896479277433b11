import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

import { CodedError } from '../../plugins/coded-error.ts';
import { sessionCookie, type SessionCookieDeps } from './session-cookie.ts';
import type { Session, Sessions } from './sessions.ts';

export interface AuthenticationDeps extends SessionCookieDeps {
  readonly sessions: Pick<Sessions, 'resolve'>;
}

/** Lets only the logged in through to routes with `auth: 'session'`, before a byte of the body is read. */
export const sessionAuthenticationPlugin = fastifyPlugin(
  async (app: FastifyInstance, deps: AuthenticationDeps) => {
    app.decorateRequest('session', null);
    app.addHook('preParsing', async (request, _reply, payload) => {
      if (request.routeOptions.config.auth !== 'session') return payload;
      const token = request.cookies[sessionCookie(deps).name];
      const session = token ? await deps.sessions.resolve(token, true) : null;
      if (!session) throw new CodedError('session.missing');
      request.session = session;
      return payload;
    });
  },
  { name: 'kedun-session-authentication' },
);

declare module 'fastify' {
  interface FastifyRequest {
    session: Session | null;
  }
}
