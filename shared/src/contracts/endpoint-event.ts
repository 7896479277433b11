import { z } from 'zod';

import { epochMsSchema, uuidv7Schema } from './primitives.ts';
import { violationSchema } from './violation.ts';

const base = { id: uuidv7Schema, occurredAt: epochMsSchema };

/** A device came or went, allowed or not. Serial numbers are company facts, not customer data. */
export const deviceEventSchema = z.strictObject({
  kind: z.enum(['device.attached', 'device.detached']),
  ...base,
  device: z.strictObject({
    bus: z.enum(['usb']),
    vendorId: z.string().regex(/^[0-9a-f]{4}$/),
    productId: z.string().regex(/^[0-9a-f]{4}$/),
    serial: z.string().max(128).optional(),
    product: z.string().max(128).optional(),
    /** class/subclass/protocol of each interface, decimal, e.g. `8/6/80`. */
    interfaces: z.array(z.string().max(16)).max(64),
  }),
});
export type DeviceEvent = z.infer<typeof deviceEventSchema>;

/** A bundle was refused. The endpoint goes on with the last known good one. */
export const policyRefusedEventSchema = z.strictObject({
  kind: z.literal('policy.refused'),
  ...base,
  reason: z.enum(['bad-signature', 'unknown-key', 'rollback', 'malformed', 'wrong-organisation']),
  offeredVersion: z.int().min(0).optional(),
  heldVersion: z.int().min(0),
});
export type PolicyRefusedEvent = z.infer<typeof policyRefusedEventSchema>;

/** Promise 2: what the bounded outbox had to drop is itself told, with the count. */
export const outboxOverflowEventSchema = z.strictObject({
  kind: z.literal('outbox.overflow'),
  ...base,
  droppedCount: z.int().min(1),
});

/** The page talked nonsense on the bridge; counted and dropped. */
export const bridgeMisuseEventSchema = z.strictObject({
  kind: z.literal('bridge.misuse'),
  ...base,
  host: z.string().max(253),
  count: z.int().min(1),
});

/** An agent or extension worker started: gaps in the record become visible. */
export const startedEventSchema = z.strictObject({
  kind: z.literal('program.started'),
  ...base,
  program: z.enum(['agent', 'extension']),
  version: z.string().max(64),
  platform: z.string().max(128),
  policyVersion: z.int().min(0),
});

/** Everything an endpoint reports. Stored once by `id`, acknowledged after commit. */
export const endpointEventSchema = z.discriminatedUnion('kind', [
  violationSchema,
  deviceEventSchema,
  policyRefusedEventSchema,
  outboxOverflowEventSchema,
  bridgeMisuseEventSchema,
  startedEventSchema,
]);
export type EndpointEvent = z.infer<typeof endpointEventSchema>;
