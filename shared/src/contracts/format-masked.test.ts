import fc from 'fast-check';
import { expect, it } from 'vitest';

import { formatMasked } from './format-masked.ts';

it.each([
  ['138****5678', '138 •••• 5678'],
  ['138 •••• 5678', '138 •••• 5678'],
  ['138••••5678', '138 •••• 5678'],
  ['110105********002X', '110105 •••• 002X'],
  ['622202*********0128', '622202 •••• 0128'],
  ['6222 •••• •••• 0128', '6222 •••• •••• 0128'],
  ['z***@example.com', 'z•••@example.com'],
  ['王*', '王•'],
  ['京A***12', '京A•••12'],
  ['010****6666', '010 •••• 6666'],
  ['****6666', '•••• 6666'],
  ['9135**********0Y43', '9135 •••• 0Y43'],
  ['E1*****78', 'E1 •••• 78'],
  ['KH******7890', 'KH •••• 7890'],
  ['张**', '张••'],
  ['北京市***', '北京市•••'],
  ['1***@163.com', '1•••@163.com'],
  ['机密★10年', '机密★10年'],
  ['阿里·巴巴', '阿里·巴巴'],
  ['138····5678', '138 •••• 5678'],
  ['••••', '••••'],
  ['', ''],
])('writes %s as %s', (masked, shown) => {
  expect(formatMasked(masked)).toBe(shown);
});

const bare = (text: string): string => text.replaceAll(/[\s*•·]/g, '');

it('shows the same readable characters and no others, and does nothing twice', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('0', '1', '9', 'X', '•', '*', '@', '.', '王', ' ', '-', 'a', '·'),
      }),
      (masked) => {
        const shown = formatMasked(masked);
        expect(bare(shown)).toBe(bare(masked));
        expect(formatMasked(shown)).toBe(shown);
      },
    ),
  );
});
