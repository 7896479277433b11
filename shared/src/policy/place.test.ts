import { expect, it } from 'vitest';

import { hostMatches } from './place.ts';

it.each([
  ['crm.corp.example', 'crm.corp.example', true],
  ['crm.corp.example', 'x.crm.corp.example', false],
  ['*.corp.example', 'mail.corp.example', true],
  ['*.corp.example', 'a.b.corp.example', true],
  ['*.corp.example', 'corp.example', false],
  ['*.corp.example', 'evilcorp.example', false],
  ['*.corp.example', '.corp.example', false],
])('%s on %s is %s', (pattern, host, expected) => {
  expect(hostMatches(pattern, host)).toBe(expected);
});
