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

export default defineConfig({
  plugins: [react(), tokensInPage()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', sourcemap: false },
  server: {
    port: 8711,
    proxy: { '/api': { target: 'http://127.0.0.1:8710', ws: true } },
  },
});
