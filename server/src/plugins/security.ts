import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

import { CodedError } from './coded-error.ts';

export interface SecurityOptions {
  /** As browsers reach the server. Read late: with port 0 it is known after listening. */
  readonly publicUrl: () => string;
}

/** Requests a minute and address where a route says nothing else, also for addresses that lead nowhere. */
export const REQUESTS_PER_MINUTE = 1_200;

/** For a route's `config.rateLimit`. */
export function perMinute(max: number): { max: number; timeWindow: number } {
  return { max, timeWindow: 60_000 };
}

/**
 * True when the browser says that the request comes from one of our own pages, or there is no browser.
 * The origin counts as ours when its host is the one the request was sent to, or the public one.
 */
export function isOwnOrigin(
  headers: Pick<FastifyRequest['headers'], 'origin' | 'host' | 'sec-fetch-site'>,
  publicUrl: string,
): boolean {
  const { origin, host } = headers;
  if (origin === undefined) {
    const site = headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || site === 'none';
  }
  if (origin === publicUrl) return true;
  const { protocol } = new URL(publicUrl);
  return host !== undefined && origin === `${protocol}//${host}`;
}

function needsOwnOrigin(request: FastifyRequest): boolean {
  const { auth } = request.routeOptions.config;
  // Endpoints carry no cookie: a foreign page cannot make the browser sign for it.
  if (auth === 'endpoint' || auth === 'enrolment') return false;
  return request.ws || !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
}

/** Headers, rate limits, cookies, and the Origin check on everything that changes something. */
export const securityPlugin = fastifyPlugin(
  async (app: FastifyInstance, options: SecurityOptions) => {
    const isSecure = (): boolean => options.publicUrl().startsWith('https:');
    await app.register(fastifyCookie);
    await app.register(fastifyHelmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'script-src': ["'self'"],
          // antd and swagger-ui write <style> elements at run time.
          'style-src': ["'self'", "'unsafe-inline'"],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'", 'data:'],
          'connect-src': ["'self'"],
          'object-src': ["'none'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
        },
      },
      strictTransportSecurity: isSecure() ? { maxAge: 31_536_000 } : false,
      // Meant for cross-origin isolation; without HTTPS browsers only complain about them.
      crossOriginOpenerPolicy: isSecure() ? { policy: 'same-origin' } : false,
      originAgentCluster: isSecure(),
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
    });
    await app.register(fastifyRateLimit, {
      global: true,
      ...perMinute(REQUESTS_PER_MINUTE),
      hook: 'onRequest',
      errorResponseBuilder: (_request, context) =>
        new CodedError('request.rate-limited', { retryAfterMs: context.ttl }),
    });
    app.addHook('onRequest', async (request) => {
      if (needsOwnOrigin(request) && !isOwnOrigin(request.headers, options.publicUrl()))
        throw new CodedError('request.foreign-origin');
    });
  },
  { name: 'kedun-security' },
);
