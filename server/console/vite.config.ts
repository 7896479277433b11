import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

import { tokensCss } from './src/theme/css-variables.ts';

const TOKENS = 'virtual:tokens.css';

/** Writes the colour tokens as a style sheet at build time: they are there at the first paint, before any script. */
function tokensStyleSheet(): Plugin {
  return {
    name: 'kedun-tokens',
    resolveId: (id) => (id === TOKENS ? `\0${TOKENS}` : undefined),
    load: (id) => (id === `\0${TOKENS}` ? tokensCss() : undefined),
  };
}

export default defineConfig({
  plugins: [react(), tokensStyleSheet()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', sourcemap: false },
  server: {
    port: 8711,
    proxy: { '/api': { target: 'http://127.0.0.1:8710', ws: true } },
  },
});
