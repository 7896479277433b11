import fastifyWebsocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';

import type { Config } from '../config.ts';
import { LIVE_SUBPROTOCOL } from '../modules/fleet/authentication.ts';
import { sessionCookie, type SessionCookieDeps } from '../modules/identities/session-cookie.ts';
import { CodedError } from '../plugins/coded-error.ts';
import { errorResponses, noContent, noQuery } from '../plugins/route-declaration.ts';
import { perMinute } from '../plugins/security.ts';
import type { ConsoleFeed } from './console-feed.ts';
import type { EndpointFeed } from './endpoint-feed.ts';
import { CLOSE } from './socket-keeper.ts';

/** Nothing that is sent to the server is larger than a heartbeat. */
const FRAME_MAX_BYTES = 16_384;

/** Registered before any route, so that the plugin sees the routes that are sockets. */
export async function registerWebSockets(app: FastifyInstance): Promise<void> {
  await app.register(fastifyWebsocket, {
    options: {
      maxPayload: FRAME_MAX_BYTES,
      handleProtocols: (protocols) => (protocols.has(LIVE_SUBPROTOCOL) ? LIVE_SUBPROTOCOL : false),
    },
    // The keeper of each socket counts and logs; an `error` must only not go unheard.
    errorHandler: (_error, socket) => socket.terminate(),
    preClose: (done) => {
      // The feeds close their sockets with a code of their own; whoever does not answer is cut off.
      for (const client of app.websocketServer.clients) client.close(CLOSE.goingAway);
      app.websocketServer.close();
      done();
    },
  });
  // Otherwise the plugin would accept the upgrade first, and then log the address and hang up.
  app.addHook('onRequest', async (request) => {
    if (request.ws && !request.routeOptions.config.socket) throw new CodedError('route.not-found');
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set on routes that take an upgrade. */
    socket?: true;
  }
}

export interface LiveRoutesDeps extends SessionCookieDeps {
  readonly consoleFeed: Pick<ConsoleFeed, 'attach'>;
  readonly endpointFeed: Pick<EndpointFeed, 'attach'>;
  readonly config: Pick<Config, 'endpointRequestsPerMinute'>;
}

function handler(): never {
  throw new CodedError('route.not-found');
}

/** The two live sockets. Asked for without an upgrade they are not there. */
export function registerLive(app: FastifyInstance, deps: LiveRoutesDeps): void {
  const schema = {
    tags: ['live'],
    querystring: noQuery,
    response: { 101: noContent, ...errorResponses },
  };
  app.route({
    method: 'GET',
    url: '/api/v1/live',
    schema: {
      ...schema,
      summary: 'WebSocket: tells the console what changed. See `contracts/live-message`.',
    },
    config: { auth: 'session', audit: null, socket: true, rateLimit: perMinute(120) },
    handler,
    wsHandler: (socket: WebSocket, request) => {
      const token = request.cookies[sessionCookie(deps).name];
      if (!request.session || !token) socket.close(CLOSE.sessionEnded);
      else deps.consoleFeed.attach(socket, request.session, token);
    },
  });
  app.route({
    method: 'GET',
    url: '/api/v1/endpoint/live',
    schema: {
      ...schema,
      summary:
        'WebSocket: tells an endpoint when to look, hears its heartbeats. Browsers give the proof as second subprotocol.',
    },
    config: {
      auth: 'endpoint',
      audit: null,
      socket: true,
      rateLimit: perMinute(deps.config.endpointRequestsPerMinute),
    },
    handler,
    wsHandler: (socket: WebSocket, request) => {
      if (!request.endpoint) socket.close(CLOSE.revoked);
      else deps.endpointFeed.attach(socket, request.endpoint);
    },
  });
}
