import { STATUS_CODES } from 'node:http';

import fastifySwagger, { type SwaggerTransformObject } from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform } from '@fastify/type-provider-zod';
import { errorResponseSchema } from '@kedun/shared/contracts/error-response';
import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { z } from 'zod';

import { SERVER_VERSION } from '../version.ts';
import { errorResponses, noQuery, type RouteAuth } from './route-declaration.ts';
import { perMinute, REQUESTS_PER_MINUTE } from './security.ts';

/** Security requirement of the document by who may call; the empty list = anybody. */
const SECURITY: Record<RouteAuth, Record<string, string[]>[]> = {
  public: [],
  session: [{ session: [] }],
  endpoint: [{ endpoint: [] }],
  enrolment: [{ endpoint: [] }],
};

const components = {
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'kedun_session',
      description:
        'Set by logging in. Named `__Host-kedun_session` where the server is reached by HTTPS.',
    },
    endpoint: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'kedun-proof+jws',
      description:
        'A JWS (EdDSA) by the key of the endpoint over method, path, body and time of this very request; accepted once. ' +
        'Claims: `endpointProofClaimsSchema` in `contracts/enrolment`.',
    },
  },
} as const;

interface Answer {
  description?: string;
  content?: Record<string, unknown>;
}

/** Gives answers their names, and all errors the one form. */
function describeAnswers(answers: Record<string, Answer>): void {
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
  for (const [status, answer] of Object.entries(answers)) {
    if (/^[45]/.test(status)) answers[status] = { description: 'A coded error', content };
    else if (answer.description === 'Default Response')
      answer.description = STATUS_CODES[status] ?? status;
  }
}

const finishDocument: SwaggerTransformObject = (document) => {
  if (!('openapiObject' in document)) return document.swaggerObject;
  const { openapiObject } = document;
  for (const operations of Object.values(openapiObject.paths ?? {}))
    for (const operation of Object.values(operations ?? {}))
      if (typeof operation === 'object' && 'responses' in operation)
        describeAnswers(operation.responses as Record<string, Answer>);
  const schemas = { Error: z.toJSONSchema(errorResponseSchema) as object };
  openapiObject.components = { ...openapiObject.components, schemas };
  return openapiObject;
};

function hasProperties(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'properties' in schema;
}

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
        components,
      },
      transform: (input) => {
        const { schema, url } = jsonSchemaTransform(input);
        const { auth } = input.route.config ?? {};
        const described = { ...schema, ...(auth && { security: SECURITY[auth] }) };
        // A query that may hold anything has no parameters to name; swagger would make some up.
        if (!hasProperties(described.querystring)) delete described.querystring;
        return { url, schema: described };
      },
      transformObject: finishDocument,
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
