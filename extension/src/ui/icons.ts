import type { Severity } from '@kedun/shared/contracts/vocabulary';

/** Path data on a 16 × 16 grid, drawn with the text's colour. Shape tells severity, never colour alone. */
export const ICON_PATHS = {
  close: 'M4.2 4.2l7.6 7.6M11.8 4.2l-7.6 7.6',
  shield: 'M8 1.6l5.2 1.9v4.1c0 3.2-2.1 5.6-5.2 6.8-3.1-1.2-5.2-3.6-5.2-6.8V3.5z',
  check: 'M5.4 8.1l1.9 1.9 3.5-3.8',
  low: 'M8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6z',
  medium: 'M8 2.6l5.8 10.4H2.2z',
  high: 'M8 1.8l6.2 6.2L8 14.2 1.8 8z',
  critical: 'M5.3 1.8h5.4l3.5 3.5v5.4l-3.5 3.5H5.3l-3.5-3.5V5.3z',
} as const satisfies Record<Severity, string> & Record<string, string>;

const SVG = 'http://www.w3.org/2000/svg';

/** A decorative line icon (hidden from screen readers). */
export function drawIcon(
  document: Document,
  paths: readonly (keyof typeof ICON_PATHS)[],
  options: { filled?: boolean; size?: number } = {},
): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  const size = String(options.size ?? 16);
  for (const [name, value] of Object.entries({
    viewBox: '0 0 16 16',
    width: size,
    height: size,
    'aria-hidden': 'true',
    fill: options.filled === true ? 'currentColor' : 'none',
    stroke: 'currentColor',
    'stroke-width': '1.5',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  }))
    svg.setAttribute(name, value);
  for (const name of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', ICON_PATHS[name]);
    svg.append(path);
  }
  return svg;
}
