import { z } from 'zod';

import { alertSummarySchema } from './api/alerts.ts';
import { endpointSummarySchema } from './api/fleet.ts';

/** Server to endpoint over the live socket. Never data that must be trusted: the endpoint pulls and verifies. */
export const endpointLiveMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('check-now'), what: z.enum(['policy']) }),
  z.strictObject({ kind: z.literal('revoked') }),
]);
export type EndpointLiveMessage = z.infer<typeof endpointLiveMessageSchema>;

/** Endpoint to server over the live socket. */
export const heartbeatSchema = z.strictObject({
  kind: z.literal('heartbeat'),
  version: z.string().max(64),
  policyVersion: z.int().min(0),
  outboxDepth: z.int().min(0),
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;

/** Server to console over the live socket. */
export const consoleLiveMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('alert.changed'), alert: alertSummarySchema }),
  z.strictObject({ kind: z.literal('endpoint.changed'), endpoint: endpointSummarySchema }),
]);
export type ConsoleLiveMessage = z.infer<typeof consoleLiveMessageSchema>;
