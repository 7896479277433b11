import type { FastifyInstance } from 'fastify';

import type { Language } from '@kedun/shared/contracts/vocabulary';

import type { Customer } from '../customers.ts';
import type { Html } from './html.ts';

export type Words = Readonly<Record<Language, string>>;

export const SITE_NAMES = ['crm', 'mail', 'disk', 'chat'] as const;
export type SiteName = (typeof SITE_NAMES)[number];

export interface SiteContext {
  readonly customers: readonly Customer[];
}

/** One demo site: a page, what it says, and the routes its page calls. */
export interface Site {
  readonly name: SiteName;
  readonly title: Words;
  /** The page below `path`; null when there is none. */
  page(path: string, language: Language, context: SiteContext): Html | null;
  /** Registers the site's own endpoints, under its host only. */
  register(app: FastifyInstance, hostPattern: RegExp, context: SiteContext): void;
}
