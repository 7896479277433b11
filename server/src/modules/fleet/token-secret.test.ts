import { expect, it } from 'vitest';

import { newTokenSecret } from './token-secret.ts';

it('is 43 base64url characters, new each time, and no option of a command line', () => {
  // One in 64 would begin with a dash by chance.
  const secrets = Array.from({ length: 2000 }, newTokenSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_-]{42}$/);
  expect(new Set(secrets).size).toBe(secrets.length);
});
