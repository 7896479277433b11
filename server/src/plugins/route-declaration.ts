import { errorResponseSchema } from '@kedun/shared/contracts/error-response';
import type { ErrorCode } from '@kedun/shared/contracts/errors';
import type { FastifyInstance, RouteOptions } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { z } from 'zod';

/** Who may call a route. `enrolment` = proof by a key that is in the body itself. */
export type RouteAuth = 'public' | 'session' | 'endpoint' | 'enrolment';

/** Acts that leave a record. Names are stored: they are only ever added. */
export const AUDIT_ACTIONS = [
  'session.open',
  'session.close',
  'enrolment-token.create',
  'endpoint.enrol',
  'endpoint.revoke',
  'policy.publish',
  'alert.change-state',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

declare module 'fastify' {
  interface FastifyContextConfig {
    auth?: RouteAuth;
    /** `null` = leaves no record, on purpose. */
    audit?: AuditAction | null;
    /** Code for a body that fails its schema; `request.invalid` unless told. */
    invalidCode?: ErrorCode;
  }
}

export const noQuery = z.strictObject({});
export const noBody = z.strictObject({}).nullish();
export const noContent = z.null().describe('No content');
/** Spread into every route's `response`. */
export const errorResponses = { '4xx': errorResponseSchema, '5xx': errorResponseSchema } as const;

export interface RouteException {
  /** Route pattern, or a prefix of patterns when it ends in `*`. */
  readonly url: string;
  readonly why: string;
}

/** The only routes that need not declare everything: a vendor's. */
export const ROUTE_EXCEPTIONS: readonly RouteException[] = [
  { url: '/docs*', why: 'swagger-ui declares its own static pages; public, read only' },
];

type DeclaredRoute = Pick<RouteOptions, 'method' | 'url' | 'schema' | 'config'>;

function isExcepted(url: string, exceptions: readonly RouteException[]): boolean {
  return exceptions.some((exception) =>
    exception.url.endsWith('*')
      ? url.startsWith(exception.url.slice(0, -1))
      : url === exception.url,
  );
}

function schemaFaults(route: DeclaredRoute, methods: readonly string[]): string[] {
  const schema: Record<string, unknown> = { ...route.schema };
  const faults: string[] = [];
  if (!schema['hide'] && !schema['summary']) faults.push('no summary');
  if (!schema['hide'] && !schema['tags']) faults.push('no tags');
  if (!schema['querystring']) faults.push('no querystring schema');
  if (route.url.includes(':') && !schema['params']) faults.push('no params schema');
  const takesBody = methods.some((method) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method));
  if (takesBody && !schema['body']) faults.push('no body schema');
  const answers = Object.keys((schema['response'] as object | undefined) ?? {});
  if (!answers.some((status) => /^[123]/.test(status))) faults.push('no response schema');
  for (const status of ['4xx', '5xx'])
    if (!answers.includes(status)) faults.push(`no response schema for ${status}`);
  return faults;
}

/** What is missing in a route's declaration; empty when it is whole. */
export function findRouteFaults(
  route: DeclaredRoute,
  exceptions: readonly RouteException[] = ROUTE_EXCEPTIONS,
): string[] {
  if (isExcepted(route.url, exceptions)) return [];
  const methods = [route.method].flat();
  const { auth, audit, rateLimit } = route.config ?? {};
  const faults = schemaFaults(route, methods);
  if (!auth) faults.push('no auth');
  if (rateLimit === undefined || rateLimit === false) faults.push('no rate limit');
  if (audit === undefined) faults.push('no audit action (null where none is meant)');
  const changes = methods.some((method) => !['GET', 'HEAD', 'OPTIONS'].includes(method));
  if (changes && auth === 'session' && !audit) faults.push('changes something without a record');
  return faults;
}

/** Refuses to start with a route that does not declare itself: the guard needs no test run to bite. */
export const routeDeclarationPlugin = fastifyPlugin(
  async (app: FastifyInstance) => {
    app.addHook('onRoute', (route) => {
      const faults = findRouteFaults(route);
      if (faults.length > 0)
        throw new Error(`route ${String(route.method)} ${route.url}: ${faults.join(', ')}`);
    });
  },
  { name: 'kedun-route-declaration' },
);
