import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import {
  endpointHistoryResponseSchema,
  endpointListResponseSchema,
  endpointSummarySchema,
  enrolmentTokenRequestSchema,
  enrolmentTokenResponseSchema,
} from '@kedun/shared/contracts/api/fleet';
import { enrolmentRequestSchema, enrolmentResponseSchema } from '@kedun/shared/contracts/enrolment';
import { uuidv7Schema } from '@kedun/shared/contracts/primitives';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import type { Config } from '../../config.ts';
import { CodedError } from '../../plugins/coded-error.ts';
import { errorResponses, noBody, noQuery } from '../../plugins/route-declaration.ts';
import { perMinute, REQUESTS_PER_MINUTE } from '../../plugins/security.ts';
import type { EnrolmentService } from './enrolment.ts';
import type { ProofCheck } from './proof-check.ts';
import type { FleetService } from './service.ts';

export interface FleetRoutesDeps {
  readonly fleet: Pick<FleetService, 'list' | 'history' | 'revoke'>;
  readonly enrolment: EnrolmentService;
  readonly proofCheck: Pick<ProofCheck, 'countStranger'>;
  readonly config: Pick<Config, 'endpointRequestsPerMinute'>;
}

const tags = ['fleet'];
const params = z.strictObject({ id: uuidv7Schema });
const rateLimit = perMinute(REQUESTS_PER_MINUTE);

/** Enrolment for endpoints; list, history, revocation and tokens for the console. */
export function registerFleet(app: FastifyInstance, deps: FleetRoutesDeps): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.post(
    '/api/v1/enrolments',
    {
      bodyLimit: 16_384,
      schema: {
        tags,
        querystring: noQuery,
        body: enrolmentRequestSchema,
        response: { 201: enrolmentResponseSchema, ...errorResponses },
      },
      config: {
        auth: 'enrolment',
        audit: 'endpoint.enrol',
        // Anybody may ask, and every asking leaves a record: a tenth is still a whole office in a minute.
        rateLimit: perMinute(Math.ceil(deps.config.endpointRequestsPerMinute / 10)),
      },
    },
    async (request, reply) => {
      const result = await deps.enrolment.enrol(request.body);
      if (!result.ok) {
        await deps.proofCheck.countStranger('enrol', result.code, request.ip);
        throw new CodedError(result.code);
      }
      request.auditSubject = result.response.endpointId;
      return reply.code(201).send(result.response);
    },
  );

  routes.post(
    '/api/v1/enrolment-tokens',
    {
      bodyLimit: 65_536,
      schema: {
        tags,
        querystring: noQuery,
        body: enrolmentTokenRequestSchema,
        response: { 201: enrolmentTokenResponseSchema, ...errorResponses },
      },
      config: { auth: 'session', audit: 'enrolment-token.create', rateLimit },
    },
    async (request, reply) =>
      reply
        .code(201)
        .send(await deps.enrolment.createToken(request.body, request.session?.account ?? '')),
  );

  routes.get(
    '/api/v1/endpoints',
    {
      schema: {
        tags,
        querystring: noQuery,
        response: { 200: endpointListResponseSchema, ...errorResponses },
      },
      config: { auth: 'session', audit: null, rateLimit },
    },
    () => deps.fleet.list(),
  );

  routes.get(
    '/api/v1/endpoints/:id/events',
    {
      schema: {
        tags,
        params,
        querystring: noQuery,
        response: { 200: endpointHistoryResponseSchema, ...errorResponses },
      },
      config: { auth: 'session', audit: null, rateLimit },
    },
    async (request) => {
      const history = await deps.fleet.history(request.params.id);
      if (!history) throw new CodedError('resource.not-found');
      return history;
    },
  );

  routes.post(
    '/api/v1/endpoints/:id/revoke',
    {
      schema: {
        tags,
        params,
        querystring: noQuery,
        body: noBody,
        response: { 200: endpointSummarySchema, ...errorResponses },
      },
      config: { auth: 'session', audit: 'endpoint.revoke', rateLimit },
    },
    async (request) => {
      const endpoint = await deps.fleet.revoke(request.params.id);
      if (!endpoint) throw new CodedError('resource.not-found');
      return endpoint;
    },
  );
}
