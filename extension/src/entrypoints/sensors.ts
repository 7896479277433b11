import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { createContentPlatform } from '../platform/content.ts';
import { installSensors } from '../sensors/install.ts';

/** In the isolated world's own globals, where no page can look. */
const GUARD = Symbol.for('kedun.sensors');
type Guarded = { [GUARD]?: () => boolean };

/**
 * Isolated world, document_start, every frame: see `content_scripts` in wxt.config.ts. Not one of WXT's own content
 * scripts, because their context posts messages that every page can read. Loaded twice (manifest, and once
 * more after an install), it works once.
 */
export default defineUnlistedScript(() => {
  const realm = globalThis as Guarded;
  if (realm[GUARD]?.()) return;
  const platform = createContentPlatform();
  realm[GUARD] = platform.isInCharge;
  installSensors(window, platform);
});
