import { z } from 'zod';

import { assignmentSchema } from '@kedun/shared/contracts/enrolment';
import {
  digestKeySchema,
  ed25519PublicJwkSchema,
  slugSchema,
  uuidv7Schema,
} from '@kedun/shared/contracts/primitives';

import {
  ensurePrivateDirectory,
  readTextIfPresent,
  writeAtomically,
} from '../durable-files/atomic-file.ts';
import type { StatePaths } from '../state-paths.ts';

const privateJwkSchema = ed25519PublicJwkSchema.extend({ d: z.string().length(43) });

/** What enrolment gave this endpoint. Holds the private key: file mode 0600. */
export const identitySchema = z.strictObject({
  format: z.literal(1),
  endpointId: uuidv7Schema,
  serverUrl: z.url({ protocol: /^https?$/ }),
  organisation: slugSchema,
  privateKey: privateJwkSchema,
  /** Only the key the enrolment token vouched for; see enrol.ts. */
  policyKeys: z.array(ed25519PublicJwkSchema.extend({ kid: z.string().max(64) })).min(1),
  digestKey: digestKeySchema,
  assignment: assignmentSchema,
});
export type Identity = z.infer<typeof identitySchema>;

export type IdentityRead =
  | { readonly state: 'enrolled'; readonly identity: Identity }
  | { readonly state: 'not-enrolled' }
  /** The file is there and makes no sense: never overwritten silently. */
  | { readonly state: 'damaged' };

function parseIdentity(text: string): IdentityRead {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { state: 'damaged' };
  }
  const parsed = identitySchema.safeParse(json);
  return parsed.success ? { state: 'enrolled', identity: parsed.data } : { state: 'damaged' };
}

/** Reads the identity. Throws only on I/O errors. */
export async function readIdentity(paths: StatePaths): Promise<IdentityRead> {
  const text = await readTextIfPresent(paths.identity);
  return text === null ? { state: 'not-enrolled' } : parseIdentity(text);
}

export async function saveIdentity(paths: StatePaths, identity: Identity): Promise<void> {
  await ensurePrivateDirectory(paths.directory);
  await writeAtomically(paths.identity, `${JSON.stringify(identity, null, 2)}\n`, 0o600);
}
