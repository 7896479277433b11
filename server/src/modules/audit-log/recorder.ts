import type { FastifyInstance, FastifyRequest } from 'fastify';
import fastifyPlugin from 'fastify-plugin';

import { describeFault } from '../../plugins/error-answers.ts';
import type { AuditLog } from './repository.ts';

export interface AuditRecorderDeps {
  readonly auditLog: AuditLog;
}

function actorOf(request: FastifyRequest): string | null {
  if (request.session) return request.session.account;
  return request.endpoint ? `endpoint:${request.endpoint.id}` : null;
}

/**
 * Opens a record before, and closes it after, every act whose route names an audit action. When it cannot
 * be opened the act does not happen.
 */
export const auditRecorderPlugin = fastifyPlugin(
  async (app: FastifyInstance, { auditLog }: AuditRecorderDeps) => {
    app.decorateRequest('auditRecordId', null);
    app.decorateRequest('auditActor', null);
    app.decorateRequest('auditSubject', null);
    app.addHook('preHandler', async (request) => {
      const { audit: action } = request.routeOptions.config;
      if (!action) return;
      const { id } = (request.params ?? {}) as { id?: string };
      request.auditSubject = id ?? null;
      request.auditActor = actorOf(request);
      request.auditRecordId = await auditLog.open({
        action,
        actor: request.auditActor,
        subject: request.auditSubject,
      });
    });
    app.addHook('onSend', async (request, reply) => {
      const { audit: action } = request.routeOptions.config;
      if (!action || request.auditRecordId === null) return;
      const recordId = request.auditRecordId;
      request.auditRecordId = null;
      const outcome = reply.errorCode ?? 'done';
      try {
        await auditLog.close({
          action,
          recordId,
          actor: request.auditActor,
          subject: request.auditSubject,
          outcome,
        });
      } catch (error) {
        // The act is done and its answer stands; the record stays open, which tells the same.
        request.log.error(
          { module: 'audit-log', recordId, fault: describeFault(error) },
          'audit record not closed',
        );
      }
    });
  },
  { name: 'kedun-audit-recorder' },
);

declare module 'fastify' {
  interface FastifyRequest {
    auditRecordId: string | null;
    /** A handler that learns who acts, or on what, says so here. */
    auditActor: string | null;
    auditSubject: string | null;
  }
}
