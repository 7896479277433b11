import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

import { tokensCss } from './src/theme/css-variables.ts';

/** Puts the colour tokens into the page itself: they are there at the first paint, before any script. */
function tokensInPage(): Plugin {
  return {
    name: 'kedun-tokens',
    transformIndexHtml: () => [{ tag: 'style', children: tokensCss(), injectTo: 'head-prepend' }],
  };
}

const COMPRESSED = /\.(js|css|svg|html)$/;

/**
 * Lays a `.gz` beside every text file, for a server that sends files as they are. From the files as written: Vite
 * still fills in placeholders after other plugins have seen the bundle.
 */
function compressedTwins(): Plugin {
  return {
    name: 'kedun-gzip',
    apply: 'build',
    async writeBundle({ dir = 'dist' }, bundle) {
      const names = Object.keys(bundle).filter((name) => COMPRESSED.test(name));
      await Promise.all(
        names.map(async (name) => {
          const file = path.join(dir, name);
          await writeFile(`${file}.gz`, gzipSync(await readFile(file), { level: 9 }));
        }),
      );
    },
  };
}

/** What changes seldom apart from what changes often: an update of ours leaves these in the browser's cache. */
const SHARED_CHUNKS = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  { name: 'data', test: /node_modules[\\/](zod|@tanstack|i18next|react-i18next)[\\/]/ },
];

export default defineConfig({
  plugins: [react(), tokensInPage(), compressedTwins()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { output: { codeSplitting: { groups: SHARED_CHUNKS } } },
  },
  server: {
    port: 8711,
    proxy: { '/api': { target: 'http://127.0.0.1:8710', ws: true } },
  },
});
