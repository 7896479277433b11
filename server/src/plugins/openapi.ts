import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform } from '@fastify/type-provider-zod';
import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { z } from 'zod';

import { SERVER_VERSION } from '../version.ts';
import { errorResponses, noQuery } from './route-declaration.ts';
import { perMinute, REQUESTS_PER_MINUTE } from './security.ts';

/** OpenAPI 3.1 from the zod schemas, as a file and as a page. */
export const openApiPlugin = fastifyPlugin(
  async (app: FastifyInstance) => {
    await app.register(fastifySwagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Kedun (客盾)',
          description: 'Customer-data leak prevention: fleet, policy, ingest, alerts.',
          version: SERVER_VERSION,
        },
        components: {
          securitySchemes: {
            session: { type: 'apiKey', in: 'cookie', name: 'kedun_session' },
            endpoint: {
              type: 'http',
              scheme: 'bearer',
              bearerFormat: 'kedun-proof+jws (EdDSA): see contracts/enrolment',
            },
          },
        },
      },
      transform: jsonSchemaTransform,
    });
    await app.register(fastifySwaggerUi, { routePrefix: '/docs', staticCSP: false });
    app.get(
      '/openapi.json',
      {
        schema: {
          hide: true,
          querystring: noQuery,
          response: { 200: z.record(z.string(), z.unknown()), ...errorResponses },
        },
        config: { auth: 'public', audit: null, rateLimit: perMinute(REQUESTS_PER_MINUTE) },
      },
      async () => app.swagger(),
    );
  },
  { name: 'kedun-openapi' },
);
