import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { createContentPlatform } from '../platform/content.ts';
import { installSensors } from '../sensors/install.ts';
import { findPresence } from '../sensors/presence.ts';

/**
 * Isolated world, document_start, every frame: see `content_scripts` in wxt.config.ts. Not one of WXT's own content
 * scripts, because their context posts messages that every page can read. Loaded twice (manifest, and once
 * more after an install), it works once.
 */
export default defineUnlistedScript(() => {
  if (findPresence(window)) return;
  installSensors(window, createContentPlatform());
});
