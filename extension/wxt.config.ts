import { defineConfig } from 'wxt';

import { bundleBudget } from './build/bundle-budget.ts';

const EVERYWHERE = {
  matches: ['<all_urls>'],
  run_at: 'document_start',
  all_frames: true,
  match_origin_as_fallback: true,
} as const;

export default defineConfig({
  srcDir: 'src',
  publicDir: 'public',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  vite: () => ({ plugins: [bundleBudget()], build: { minify: true } }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'nativeMessaging', 'scripting', 'tabs'],
    host_permissions: ['<all_urls>'],
    // Declared here, not as WXT content scripts: see entrypoints/sensors.ts.
    content_scripts: [
      { ...EVERYWHERE, js: ['sensors.js'] },
      { ...EVERYWHERE, js: ['page-hooks.js'], world: 'MAIN' },
    ],
    storage: { managed_schema: 'managed-schema.json' },
    icons: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/${size}.png`])),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'kedun@kedun.example',
              strict_min_version: '140.0',
              data_collection_permissions: {
                required: ['personallyIdentifyingInfo', 'websiteActivity'],
              },
            },
          },
        }
      : // Ed25519 in WebCrypto, for the extension's own key.
        { minimum_chrome_version: '137' }),
  }),
});
