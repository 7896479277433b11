type PageFunction = (...args: never[]) => unknown;

/**
 * Source of a page script made of functions of ours: they are typed and linted like everything else, and
 * need no build. The functions may use each other and the page's globals, nothing else; the last one runs.
 */
export function clientScript(...functions: [PageFunction, ...PageFunction[]]): string {
  const main = functions.at(-1)?.name ?? '';
  const sources = functions.map((part) => part.toString());
  return `(() => {\n${sources.join('\n')}\n${main}();\n})();\n`;
}
