import { z } from 'zod';

import { assignmentSchema } from '@kedun/shared/contracts/enrolment';
import { policyBundleSchema } from '@kedun/shared/contracts/policy';
import {
  digestKeySchema,
  ed25519PublicJwkSchema,
  epochMsSchema,
  slugSchema,
} from '@kedun/shared/contracts/primitives';

/**
 * What the extension knows of its organisation: kept in `storage.local` as last known good, written by the
 * background after verification, read by every content script. Content scripts import the type only.
 */
export const endpointStateSchema = z.strictObject({
  format: z.literal(1),
  organisation: slugSchema,
  assignment: assignmentSchema,
  digestKey: digestKeySchema,
  policyKeys: z.array(ed25519PublicJwkSchema).min(1).max(8),
  osUser: z.string().max(256).optional(),
  /** Null until a first bundle was accepted. */
  bundle: policyBundleSchema.nullable(),
  /** When a server or agent last answered. */
  confirmedAt: epochMsSchema,
});
export type EndpointState = z.infer<typeof endpointStateSchema>;
