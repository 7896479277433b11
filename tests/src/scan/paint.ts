const CODES = {
  strong: [1, 22],
  faint: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

export type Colour = keyof typeof CODES;
export type Paint = (colour: Colour, text: string) => string;

/** Colours a text for a terminal (ECMA-48, SGR), or leaves it as it is. */
export function createPaint(isColoured: boolean): Paint {
  return (colour, text) => {
    const [on, off] = CODES[colour];
    return isColoured ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  };
}

/** https://no-color.org: any value but the empty one switches colours off; FORCE_COLOR on, where nobody looks at a terminal. */
export function wantsColour(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
