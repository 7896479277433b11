import { FONT_MONO, FONT_TEXT, MOTION_MS, PALETTES, type Palette, SIZES } from './tokens.ts';

const dashed = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function colourVariables(palette: Palette): string {
  return Object.entries(palette)
    .map(([role, colour]) => `--kd-${dashed(role)}:${colour};`)
    .join('');
}

/**
 * The tokens as CSS variables: `--kd-severity-high`, `--kd-row` … Light unless the system or the
 * person's choice (`data-theme` on the root element) says dark.
 */
export function tokensCss(): string {
  const sizes = Object.entries(SIZES)
    .map(([name, pixels]) => `--kd-${dashed(name)}:${pixels}px;`)
    .join('');
  const darkRules = `color-scheme:dark;${colourVariables(PALETTES.dark)}`;
  return [
    `:root{color-scheme:light;${colourVariables(PALETTES.light)}${sizes}`,
    `--kd-motion:${MOTION_MS}ms;--kd-font-text:${FONT_TEXT};--kd-font-mono:${FONT_MONO};}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${darkRules}}}`,
    `:root[data-theme=dark]{${darkRules}}`,
  ].join('\n');
}
