import { gzipSync } from 'node:zlib';
import path from 'node:path';

import { rolldown } from 'rolldown';

export interface BundleSize {
  readonly minifiedBytes: number;
  /** gzip, level 9 */
  readonly gzippedBytes: number;
  /** Bytes in the bundle before minifying, heaviest first; paths from the root of the repository. */
  readonly modules: readonly { readonly file: string; readonly bytes: number }[];
}

/**
 * Bundles the exports of modules as one minified ES module, and nothing that they do not reach. `entry` is source text whose
 * imports are resolved from the folder `root`. Throws when an import does not resolve.
 */
export async function measureBundle(root: string, entry: string): Promise<BundleSize> {
  const id = path.join(root, 'measured-entry.ts');
  const unresolved: string[] = [];
  const bundle = await rolldown({
    input: id,
    platform: 'browser',
    plugins: [
      {
        name: 'measured-entry',
        resolveId: (source) => (source === id ? id : null),
        load: (source) => (source === id ? entry : null),
      },
    ],
    onLog(level, log) {
      if (level === 'warn') unresolved.push(log.message);
    },
  });
  try {
    const { output } = await bundle.generate({ format: 'es', minify: true });
    if (unresolved.length > 0) throw new Error(unresolved.join('\n'));
    const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
    const modules = output.flatMap((chunk) =>
      chunk.type === 'chunk'
        ? Object.entries(chunk.modules).map(([file, { renderedLength }]) => ({
            file: path.relative(root, file),
            bytes: renderedLength,
          }))
        : [],
    );
    return {
      minifiedBytes: Buffer.byteLength(code),
      gzippedBytes: gzipSync(code, { level: 9 }).length,
      modules: modules.toSorted((a, b) => b.bytes - a.bytes),
    };
  } finally {
    await bundle.close();
  }
}
