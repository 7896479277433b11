import { expect, it } from 'vitest';

import { bytesText } from './bytes-text.ts';

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KB'],
  [1_468_006, '1.4 MB'],
  [1_048_575, '1.0 MB'],
  [64_000_000, '61 MB'],
  [5_000_000_000_000, '4657 GB'],
])('writes %i bytes as %s', (sizeBytes, text) => {
  expect(bytesText(sizeBytes)).toBe(text);
});
