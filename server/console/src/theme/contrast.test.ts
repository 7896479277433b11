import { describe, expect, it } from 'vitest';

import { tokensCss } from './css-variables.ts';
import { PALETTES, type Palette } from './tokens.ts';

/** Relative luminance and contrast ratio of WCAG 2.2, for `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05);
}

const grounds: (keyof Palette)[] = ['ground', 'surface', 'raised', 'sunken', 'hover', 'selected'];
const roles = Object.keys(PALETTES.light) as (keyof Palette)[];
const marks = roles.filter((role) => /^(severity|verdict)[A-Z][a-z]+$/.test(role));

const pairs: [keyof Palette, keyof Palette][] = [
  ...grounds.flatMap((ground) =>
    (['text', 'textMuted'] as const).map((text): [keyof Palette, keyof Palette] => [text, ground]),
  ),
  ...(['ground', 'surface', 'hover'] as const).map((ground): [keyof Palette, keyof Palette] => [
    'textFaint',
    ground,
  ]),
  ...(['surface', 'ground', 'accentGround'] as const).map(
    (ground): [keyof Palette, keyof Palette] => ['accent', ground],
  ),
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
  ...marks.flatMap((mark): [keyof Palette, keyof Palette][] => [
    [mark, 'surface'],
    [mark, 'selected'],
    [mark, `${mark}Ground` as keyof Palette],
  ]),
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  it.each(pairs)('keeps AA contrast for %s on %s', (text, ground) => {
    const palette = PALETTES[theme];
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
});

it('has four severities and seven verdicts to check', () => {
  expect(marks).toHaveLength(11);
});

it('writes every role of both themes as a CSS variable', () => {
  const css = tokensCss();
  expect(css).toContain(`--kd-severity-critical-ground:${PALETTES.light.severityCriticalGround};`);
  expect(css).toContain(`--kd-severity-critical-ground:${PALETTES.dark.severityCriticalGround};`);
});
