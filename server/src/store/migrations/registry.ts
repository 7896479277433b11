import type { Migration } from 'kysely/migration';

import { thinPath } from './0001-thin-path.ts';
import { alertFilters } from './0002-alert-filters.ts';

/** In order of name. A released migration is never changed; the next one is added. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-thin-path': thinPath,
  '0002-alert-filters': alertFilters,
};
