import { expect, it } from 'vitest';

import { backAddress } from './back-address.ts';

it.each([
  ['/alerts/019a?state=closed', '/alerts/019a?state=closed'],
  ['/endpoints', '/endpoints'],
  ['https://evil.example/', '/alerts'],
  ['//evil.example', '/alerts'],
  ['/\\evil.example', '/alerts'],
  ['/\t/evil.example', '/alerts'],
  ['/a\n/evil.example', '/alerts'],
  ['javascript:alert(1)', '/alerts'],
  ['/login?back=/alerts', '/alerts'],
  [undefined, '/alerts'],
  [7, '/alerts'],
])('goes back from %j to %s', (value, address) => {
  expect(backAddress(value)).toBe(address);
});
