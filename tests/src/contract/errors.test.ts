import { expect, it } from 'vitest';

import { ERRORS, isErrorCode } from '@kedun/shared/contracts/errors';

it.each(Object.entries(ERRORS))(
  '%s has a status, and says it in Chinese and English',
  (code, entry) => {
    expect(entry.status).toBeGreaterThanOrEqual(400);
    expect(entry.zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(entry.en).toMatch(/^[A-Z].*\.$/);
    expect(entry.en).not.toMatch(/\p{Script=Han}/u);
    expect(code).toMatch(/^[a-z]+\.[a-z-]+$/);
  },
);

it.each(['toString', '__proto__', 'constructor', '', 'no.such'])('%j is no error code', (name) => {
  expect(isErrorCode(name)).toBe(false);
});
