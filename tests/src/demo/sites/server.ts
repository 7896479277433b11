import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';

import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';

import type { Language } from '@kedun/shared/contracts/vocabulary';

import { type Customer, createCustomers } from '../customers.ts';
import { chatSite } from './chat.ts';
import { chatScript } from './client/chat.ts';
import { crmScript } from './client/crm.ts';
import { diskScript } from './client/disk.ts';
import { mailScript } from './client/mail.ts';
import { shellScript } from './client/shell.ts';
import { crmSite } from './crm.ts';
import { diskSite } from './disk.ts';
import { html } from './html.ts';
import { layout, siteHost } from './layout.ts';
import { mailSite } from './mail.ts';
import { createRecorder, type ReceivedRequest } from './recorder.ts';
import type { Site, SiteName } from './site.ts';

const SITES: readonly Site[] = [crmSite, mailSite, diskSite, chatSite];
const STYLES = ['base', 'crm', 'mail', 'disk', 'chat'] as const;
const SCRIPTS: Readonly<Record<string, string>> = {
  shell: shellScript,
  crm: crmScript,
  mail: mailScript,
  disk: diskScript,
  chat: chatScript,
};
/** A strict policy, as real sites have: what the extension puts into the page must live with it. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'";
const BODY_LIMIT_BYTES = 128_000_000;

export interface DemoSites {
  readonly port: number;
  readonly customers: readonly Customer[];
  /** Address of a page, e.g. `url('crm', '/customers/KH…')`. */
  url(site: SiteName, path?: string): string;
  /** Everything that reached the sites since the last `clear`. */
  received(): ReceivedRequest[];
  clear(): void;
  close(): Promise<void>;
}

export interface DemoSitesOptions {
  /** 0 = any free port. */
  readonly port: number;
  readonly customers?: readonly Customer[];
}

function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as Readonly<Record<string, unknown>>)['lang'];
  if (asked === 'zh' || asked === 'en') return asked;
  const remembered = /(?:^|;\s*)lang=(zh|en)(?:;|$)/u.exec(request.headers.cookie ?? '')?.[1];
  return remembered === 'en' ? 'en' : 'zh';
}

const hostPattern = (name: SiteName): RegExp => new RegExp(`^${siteHost(name)}(:\\d+)?$`, 'u');

function registerAssets(app: FastifyInstance): void {
  for (const style of STYLES) {
    const css = readFileSync(new URL(`./style/${style}.css`, import.meta.url), 'utf8');
    app.get(`/assets/${style}.css`, (_request, reply) => reply.type('text/css').send(css));
  }
  for (const [name, script] of Object.entries(SCRIPTS)) {
    app.get(`/assets/${name}.js`, (_request, reply) => reply.type('text/javascript').send(script));
  }
}

function registerSite(
  app: FastifyInstance,
  site: Site,
  customers: readonly Customer[],
  port: () => number,
): void {
  const pattern = hostPattern(site.name);
  site.register(app, pattern, { customers });
  app.get('/*', { constraints: { host: pattern } }, (request, reply) => {
    const language = languageOf(request);
    const path = request.url.split('?')[0] ?? '/';
    const page = site.page(path, language, { customers });
    const missing = { zh: '没有这个页面。', en: 'There is no such page.' };
    return reply
      .code(page ? 200 : 404)
      .headers({
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'set-cookie': `lang=${language}; Path=/; SameSite=Lax`,
      })
      .type('text/html; charset=utf-8')
      .send(
        layout(
          { site, language, path, port: port() },
          page ?? html`<main class="plain"><p>${missing[language]}</p></main>`,
        ),
      );
  });
}

/**
 * One server for the four demo sites, told apart by host name. It works without Kedun: what is pasted,
 * uploaded or sent arrives and is recorded in memory, readable through `received()` and, for the play
 * script, at `/__received` under `127.0.0.1`.
 */
export async function startDemoSites(options: DemoSitesOptions): Promise<DemoSites> {
  const customers = options.customers ?? createCustomers(24);
  const recorder = createRecorder();
  const app = fastify({ bodyLimit: BODY_LIMIT_BYTES, forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (request.headers.host?.startsWith('127.0.0.1')) return payload;
    const { host = '', ...headers } = request.headers;
    return payload.pipe(
      recorder.record({
        at: Date.now(),
        host: host.split(':')[0] ?? '',
        method: request.method,
        path: request.url,
        headers: JSON.stringify(headers),
      }),
    );
  });
  let port = options.port;
  registerAssets(app);
  for (const site of SITES) registerSite(app, site, customers, () => port);
  app.get('/__received', { constraints: { host: /^127\.0\.0\.1(:\d+)?$/u } }, () =>
    recorder.received().map(({ bodyBytes, ...entry }) => ({
      ...entry,
      bodySizeBytes: bodyBytes.byteLength,
    })),
  );
  await app.listen({ host: '127.0.0.1', port });
  port = (app.server.address() as AddressInfo).port;
  return {
    port,
    customers,
    url: (site, path = '/') => `http://${siteHost(site)}:${port}${path}`,
    received: () => recorder.received(),
    clear: () => recorder.clear(),
    close: () => app.close(),
  };
}
