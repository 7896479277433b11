import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import { ingestRequestSchema, ingestResponseSchema } from '@kedun/shared/contracts/api/ingest';
import { LIMITS } from '@kedun/shared/contracts/vocabulary';
import type { FastifyInstance } from 'fastify';

import type { Config } from '../../config.ts';
import { CodedError } from '../../plugins/coded-error.ts';
import { errorResponses, noQuery } from '../../plugins/route-declaration.ts';
import { perMinute } from '../../plugins/security.ts';
import type { IngestService } from './service.ts';

export interface IngestRoutesDeps {
  readonly ingest: IngestService;
  readonly config: Pick<Config, 'endpointRequestsPerMinute'>;
}

/** Where outboxes empty themselves. */
export function registerIngest(app: FastifyInstance, deps: IngestRoutesDeps): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/v1/endpoint/events',
    {
      bodyLimit: LIMITS.messageBytes,
      schema: {
        summary:
          'Takes in events. Each is judged by itself, stored once by its id, and acknowledged after commit.',
        tags: ['ingest'],
        querystring: noQuery,
        body: ingestRequestSchema,
        response: { 200: ingestResponseSchema, ...errorResponses },
      },
      config: {
        auth: 'endpoint',
        // The events are the record themselves.
        audit: null,
        rateLimit: perMinute(deps.config.endpointRequestsPerMinute),
      },
    },
    async (request) => {
      if (!request.endpoint) throw new CodedError('endpoint.proof-missing');
      return await deps.ingest.ingest(request.endpoint, request.body.events);
    },
  );
}
