import { createHash } from 'node:crypto';

import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import {
  endpointPolicyResponseSchema,
  policyPublishRequestSchema,
  policyResponseSchema,
} from '@kedun/shared/contracts/api/policies';
import type { Assignment } from '@kedun/shared/contracts/enrolment';
import type { FastifyInstance } from 'fastify';

import type { Config } from '../../config.ts';
import { CodedError } from '../../plugins/coded-error.ts';
import { errorResponses, noContent, noQuery } from '../../plugins/route-declaration.ts';
import { perMinute, REQUESTS_PER_MINUTE } from '../../plugins/security.ts';
import type { PoliciesService } from './service.ts';

/** A bundle as JWS may have 8 MB; as JSON inside a request it is a quarter smaller. */
const BUNDLE_BODY_LIMIT = 8_000_000;

export interface PoliciesRoutesDeps {
  readonly policies: PoliciesService;
  readonly config: Pick<Config, 'endpointRequestsPerMinute'>;
}

function etagOf(version: number, assignment: Assignment): string {
  const hash = createHash('sha256').update(JSON.stringify(assignment)).digest('base64url');
  return `"${String(version)}-${hash.slice(0, 16)}"`;
}

/** The policy in force, for endpoints and console, and publishing the next. */
export function registerPolicies(app: FastifyInstance, deps: PoliciesRoutesDeps): void {
  const { policies } = deps;
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const tags = ['policies'];

  routes.get(
    '/api/v1/endpoint/policy',
    {
      schema: {
        summary: 'The signed policy in force and what the endpoint is assigned to; 304 by `ETag`.',
        tags,
        querystring: noQuery,
        response: { 200: endpointPolicyResponseSchema, 304: noContent, ...errorResponses },
      },
      config: {
        auth: 'endpoint',
        audit: null,
        rateLimit: perMinute(deps.config.endpointRequestsPerMinute),
      },
    },
    async (request, reply) => {
      const policy = await policies.current();
      if (!policy) throw new CodedError('policy.none');
      if (!request.endpoint) throw new CodedError('endpoint.proof-missing');
      const { assignment } = request.endpoint;
      const etag = etagOf(policy.version, assignment);
      void reply.header('etag', etag).header('cache-control', 'private, no-cache');
      if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
      return reply.code(200).send({ bundle: policy.jws, assignment });
    },
  );

  routes.get(
    '/api/v1/policy',
    {
      schema: {
        summary: 'The policy in force, and the keys that sign.',
        tags,
        querystring: noQuery,
        response: { 200: policyResponseSchema, ...errorResponses },
      },
      config: { auth: 'session', audit: null, rateLimit: perMinute(REQUESTS_PER_MINUTE) },
    },
    async () => {
      const policy = await policies.current();
      if (!policy) throw new CodedError('policy.none');
      return { bundle: policy.bundle, keys: [...policies.keys] };
    },
  );

  routes.post(
    '/api/v1/policy',
    {
      bodyLimit: BUNDLE_BODY_LIMIT,
      schema: {
        summary: 'Signs and publishes a newer policy; connected endpoints are told to fetch it.',
        tags,
        querystring: noQuery,
        body: policyPublishRequestSchema,
        response: { 201: policyResponseSchema, ...errorResponses },
      },
      config: {
        auth: 'session',
        audit: 'policy.publish',
        rateLimit: perMinute(60),
        invalidCode: 'policy.invalid',
      },
    },
    async (request, reply) => {
      const { bundle } = request.body;
      request.auditSubject = `version:${String(bundle.version)}`;
      const result = await policies.publish(bundle, request.session?.account ?? '');
      if (!result.ok)
        throw new CodedError(result.code, {
          fields: [{ path: result.field, problem: 'conflict' }],
        });
      return reply.code(201).send({ bundle: result.policy.bundle, keys: [...policies.keys] });
    },
  );
}
