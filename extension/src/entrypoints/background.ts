import { defineBackground } from 'wxt/utils/define-background';
import { z } from 'zod';

import { installBackground } from '../background/install.ts';
import { createBackgroundPlatform } from '../platform/background.ts';

export default defineBackground(() => {
  // Extension pages forbid `new Function`; without this zod tries it once and the browser reports a violation.
  z.config({ jitless: true });
  installBackground(createBackgroundPlatform());
});
