import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

/**
 * One line a request: pattern of the route, status, time. Never the URL, its query, a header or an
 * address: those can hold customer or personal data.
 */
export const requestLogPlugin = fastifyPlugin(
  async (app: FastifyInstance) => {
    app.addHook('onResponse', async (request, reply) => {
      const fields = {
        module: 'http',
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        code: reply.errorCode ?? undefined,
        durationMs: Math.round(reply.elapsedTime * 10) / 10,
      };
      if (reply.statusCode >= 500) request.log.error(fields, 'answered');
      else if (reply.statusCode >= 400) request.log.warn(fields, 'answered');
      else request.log.debug(fields, 'answered');
    });
  },
  { name: 'kedun-request-log' },
);
