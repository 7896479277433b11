import { z } from 'zod';

/** POST /api/v1/session; sets the session cookie. */
export const loginRequestSchema = z.strictObject({
  account: z.string().min(1).max(128),
  password: z.string().min(1).max(1024),
});

/** GET /api/v1/session and the answer to a login. DELETE ends it (204). */
export const sessionResponseSchema = z.strictObject({
  account: z.string(),
  displayName: z.string(),
  organisation: z.string(),
  serverVersion: z.string(),
});
export type SessionResponse = z.infer<typeof sessionResponseSchema>;
