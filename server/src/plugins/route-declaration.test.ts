import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { startTestServer } from '../testing/test-server.ts';
import {
  errorResponses,
  findRouteFaults,
  noBody,
  noQuery,
  ROUTE_EXCEPTIONS,
  routeDeclarationPlugin,
} from './route-declaration.ts';

const whole = {
  method: 'POST',
  url: '/api/v1/things/:id',
  schema: {
    summary: 'Does a thing.',
    tags: ['things'],
    params: z.strictObject({ id: z.string() }),
    querystring: noQuery,
    body: noBody,
    response: { 200: z.null(), ...errorResponses },
  },
  config: { auth: 'session', audit: 'policy.publish', rateLimit: { max: 1 } },
} as const;

describe('the guard', () => {
  it('lets a whole declaration pass', () => {
    expect(findRouteFaults(whole)).toEqual([]);
  });

  it.each([
    ['summary', { schema: { ...whole.schema, summary: '' } }, 'no summary'],
    ['tags', { schema: { ...whole.schema, tags: undefined } }, 'no tags'],
    ['params', { schema: { ...whole.schema, params: undefined } }, 'no params schema'],
    ['query', { schema: { ...whole.schema, querystring: undefined } }, 'no querystring schema'],
    ['body', { schema: { ...whole.schema, body: undefined } }, 'no body schema'],
    ['success', { schema: { ...whole.schema, response: errorResponses } }, 'no response schema'],
    [
      'errors',
      { schema: { ...whole.schema, response: { 200: z.null() } } },
      'no response schema for 4xx',
    ],
    ['auth', { config: { ...whole.config, auth: undefined } }, 'no auth'],
    ['rate limit', { config: { ...whole.config, rateLimit: undefined } }, 'no rate limit'],
    ['rate limit off', { config: { ...whole.config, rateLimit: false } }, 'no rate limit'],
    [
      'audit',
      { config: { ...whole.config, audit: undefined } },
      'no audit action (null where none is meant)',
    ],
    [
      'record of a change',
      { config: { ...whole.config, audit: null } },
      'changes something without a record',
    ],
  ] as const)('notices a missing %s', (_name, change, fault) => {
    expect(findRouteFaults({ ...whole, ...change })).toContain(fault);
  });

  it('excepts only what the list names', () => {
    const bare = { method: 'GET', url: '/docs/static/*' } as const;
    expect(findRouteFaults(bare, ROUTE_EXCEPTIONS)).toEqual([]);
    expect(findRouteFaults({ ...bare, url: '/doc' }, ROUTE_EXCEPTIONS)).not.toEqual([]);
  });

  it('keeps a server with an undeclared route from starting', async () => {
    const app = fastify();
    await app.register(routeDeclarationPlugin);
    expect(() => app.get('/undeclared', async () => null)).toThrow(/undeclared: .*no auth/);
    await app.close();
  });
});

describe('the routes of the server', () => {
  it('answer 401 without credentials unless they are on this list', async () => {
    const server = await startTestServer();
    const open: string[] = [];
    const routes = Object.entries(
      (await server.app.inject('/openapi.json')).json<{
        paths: Record<string, Record<string, unknown>>;
      }>().paths,
    ).flatMap(([url, methods]) => Object.keys(methods).map((method) => ({ url, method })));
    expect(routes.length).toBeGreaterThan(18);
    for (const { url, method } of routes) {
      const answer = await server.app.inject({
        method: method.toUpperCase() as 'GET',
        url: url.replace('{id}', '0190a3b4-0000-7000-8000-000000000000'),
      });
      if (answer.statusCode !== 401) open.push(`${method} ${url}`);
    }
    expect(open.sort()).toEqual([
      'get /extension/info.json',
      'get /extension/kedun.crx',
      'get /extension/updates.xml',
      'get /healthz',
      'get /metrics',
      'get /readyz',
      // These two hold their credentials in the body: an empty one is refused for its form.
      'post /api/v1/enrolments',
      'post /api/v1/session',
    ]);
    await server.stop();
  });
});
