import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { installPageHooks } from '../page-hooks/install.ts';

/** MAIN world, document_start, every frame: see `content_scripts` in wxt.config.ts. */
export default defineUnlistedScript(() => installPageHooks(window));
