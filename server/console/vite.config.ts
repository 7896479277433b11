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

async function gzip(source: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([source]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Lays a `.gz` beside every text file, for a server that sends files as they are. */
function compressedTwins(): Plugin {
  return {
    name: 'kedun-gzip',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      for (const [fileName, file] of Object.entries(bundle)) {
        if (!COMPRESSED.test(fileName)) continue;
        const source = file.type === 'chunk' ? file.code : file.source;
        this.emitFile({
          type: 'asset',
          fileName: `${fileName}.gz`,
          source: await gzip(typeof source === 'string' ? source : new Uint8Array(source)),
        });
      }
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
