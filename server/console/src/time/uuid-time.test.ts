import { expect, it } from 'vitest';

import { uuidTime } from './uuid-time.ts';

it('reads the example of RFC 9562, appendix A.6', () => {
  expect(uuidTime('017F22E2-79B0-7CC3-98C4-DC0C0C07398F')).toBe(
    Date.parse('2022-02-22T19:22:22.000Z'),
  );
});
