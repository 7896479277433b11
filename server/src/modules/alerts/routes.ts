import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import {
  alertDetailSchema,
  alertListQuerySchema,
  alertListResponseSchema,
  alertStateRequestSchema,
  alertSummarySchema,
} from '@kedun/shared/contracts/api/alerts';
import { uuidv7Schema } from '@kedun/shared/contracts/primitives';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { CodedError } from '../../plugins/coded-error.ts';
import { errorResponses, noQuery } from '../../plugins/route-declaration.ts';
import { perMinute, REQUESTS_PER_MINUTE } from '../../plugins/security.ts';
import type { AlertsService } from './service.ts';

export interface AlertsRoutesDeps {
  readonly alerts: Pick<AlertsService, 'list' | 'detail' | 'changeState'>;
}

const tags = ['alerts'];
const params = z.strictObject({ id: uuidv7Schema });
const rateLimit = perMinute(REQUESTS_PER_MINUTE);

/** What a reviewer works with. */
export function registerAlerts(app: FastifyInstance, { alerts }: AlertsRoutesDeps): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.get(
    '/api/v1/alerts',
    {
      schema: {
        summary: 'One page of alerts, newest first; `before` is the cursor.',
        tags,
        querystring: alertListQuerySchema,
        response: { 200: alertListResponseSchema, ...errorResponses },
      },
      config: { auth: 'session', audit: null, rateLimit },
    },
    (request) => {
      const { before, limit, ...filter } = request.query;
      return alerts.list(filter, { before, limit });
    },
  );

  routes.get(
    '/api/v1/alerts/:id',
    {
      schema: {
        summary: 'An alert with its violations, their explanation, and who changed its state.',
        tags,
        params,
        querystring: noQuery,
        response: { 200: alertDetailSchema, ...errorResponses },
      },
      config: { auth: 'session', audit: null, rateLimit },
    },
    async (request) => {
      const detail = await alerts.detail(request.params.id);
      if (!detail) throw new CodedError('resource.not-found');
      return detail;
    },
  );

  routes.post(
    '/api/v1/alerts/:id/state',
    {
      bodyLimit: 4_096,
      schema: {
        summary: 'Changes the state of an alert; the change is kept in its history.',
        tags,
        params,
        querystring: noQuery,
        body: alertStateRequestSchema,
        response: { 200: alertSummarySchema, ...errorResponses },
      },
      config: { auth: 'session', audit: 'alert.change-state', rateLimit },
    },
    async (request) => {
      const alert = await alerts.changeState(
        request.params.id,
        request.body.state,
        request.session?.account ?? '',
      );
      if (!alert) throw new CodedError('resource.not-found');
      return alert;
    },
  );
}
