import { z } from 'zod';

import { endpointEventSchema } from './endpoint-event.ts';
import { assignmentSchema } from './enrolment.ts';
import { digestKeySchema, ed25519PublicJwkSchema, slugSchema, uuidv7Schema } from './primitives.ts';

const requestId = z.int().min(0);

/** Extension to agent over native messaging (and from the native host to the daemon's socket). */
export const nativeRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hello'),
    requestId,
    extensionVersion: z.string().max(64),
    browser: z.string().max(64),
    /** Made once per browser profile: two profiles are two sensors. */
    profileId: uuidv7Schema,
  }),
  z.strictObject({ kind: z.literal('policy.get'), requestId }),
  z.strictObject({
    kind: z.literal('events.report'),
    requestId,
    events: z.array(endpointEventSchema).min(1).max(50),
  }),
]);
export type NativeRequest = z.infer<typeof nativeRequestSchema>;

/** Agent to extension. Below 1 MiB a message: the browser's limit for this direction. */
export const nativeResponseSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('welcome'),
    requestId,
    organisation: slugSchema,
    agentVersion: z.string().max(64),
    osUser: z.string().max(256),
    assignment: assignmentSchema,
    digestKey: digestKeySchema,
    /** The extension verifies the bundle itself with these. */
    policyKeys: z.array(ed25519PublicJwkSchema).min(1).max(8),
  }),
  z.strictObject({
    kind: z.literal('policy'),
    requestId,
    /** Compact JWS, null until the agent holds one. */
    bundle: z.string().max(900_000).nullable(),
  }),
  /** Sent after the events are durable in the agent's outbox. */
  z.strictObject({
    kind: z.literal('events.acknowledged'),
    requestId,
    ids: z.array(uuidv7Schema).max(50),
  }),
  z.strictObject({
    kind: z.literal('error'),
    requestId: requestId.nullable(),
    code: z.string().max(64),
  }),
  /** Unasked: a newer policy is there, ask for it. */
  z.strictObject({ kind: z.literal('policy.changed') }),
]);
export type NativeResponse = z.infer<typeof nativeResponseSchema>;

/** Name under which browsers know the agent's native messaging host. */
export const NATIVE_HOST_NAME = 'com.kedun.agent';
