import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { CodedError } from '../../plugins/coded-error.ts';
import { errorResponses, noQuery } from '../../plugins/route-declaration.ts';
import { perMinute, REQUESTS_PER_MINUTE } from '../../plugins/security.ts';
import type { Store } from '../../store/store.ts';
import type { Metrics } from './metrics.ts';

export interface OperationsDeps {
  readonly metrics: Pick<Metrics, 'registry' | 'httpDurationSeconds'>;
  readonly store: Pick<Store, 'db'>;
}

const healthSchema = z.strictObject({ status: z.literal('ok') });
const config = {
  auth: 'public',
  audit: null,
  rateLimit: perMinute(REQUESTS_PER_MINUTE),
} as const;

/** Alive, ready, measured. */
export function registerOperations(app: FastifyInstance, deps: OperationsDeps): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    deps.metrics.httpDurationSeconds.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const tags = ['operations'];
  const schema = {
    tags,
    querystring: noQuery,
    response: { 200: healthSchema, ...errorResponses },
  };
  const alive = { ...schema, summary: 'The process answers.' };
  routes.get('/healthz', { schema: alive, config }, async () => ({ status: 'ok' as const }));
  const ready = { ...schema, summary: 'The store answers.' };
  routes.get('/readyz', { schema: ready, config }, async () => {
    try {
      await deps.store.db.selectFrom('policies').select('version').limit(1).execute();
    } catch {
      throw new CodedError('storage.unavailable');
    }
    return { status: 'ok' as const };
  });
  routes.get(
    '/metrics',
    {
      schema: {
        summary: 'What the server counts and measures, for Prometheus.',
        tags,
        produces: ['text/plain'],
        querystring: noQuery,
        response: { 200: z.string().describe('Prometheus text'), ...errorResponses },
      },
      config,
    },
    async (_request, reply) =>
      reply
        .type(deps.metrics.registry.contentType)
        .serializer(String)
        .send(await deps.metrics.registry.metrics()),
  );
}
