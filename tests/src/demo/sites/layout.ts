import type { Language } from '@kedun/shared/contracts/vocabulary';

import { type Html, html } from './html.ts';
import { type Site, SITE_NAMES, type SiteName, type Words } from './site.ts';

const BANNER: Words = {
  zh: '演示站点：全部为合成数据，没有任何真实客户。',
  en: 'Demo site: all data is synthetic, nobody here is a real customer.',
};
const THEME: Words = { zh: '切换明暗', en: 'Light or dark' };
const SITE_LABELS: Readonly<Record<SiteName, Words>> = {
  crm: { zh: '客户管理', en: 'CRM' },
  mail: { zh: '邮箱', en: 'Mail' },
  disk: { zh: '网盘', en: 'Disk' },
  chat: { zh: 'AI 助手', en: 'AI chat' },
};

export interface Shell {
  readonly site: Site;
  readonly language: Language;
  readonly path: string;
  /** Port of the demo sites, for the links between them. */
  readonly port: number;
}

/** Host name of a demo site. Browsers resolve every name below `localhost` to the loopback by themselves. */
export function siteHost(name: SiteName): string {
  return `${name}.localhost`;
}

function siteLinks({ site, language, port }: Shell): Html[] {
  return SITE_NAMES.map((name) => {
    const address = `http://${siteHost(name)}:${port}/?lang=${language}`;
    const current = name === site.name ? html`aria-current="true"` : html``;
    return html`<a href="${address}" ${current}>${SITE_LABELS[name][language]}</a>`;
  });
}

/** The whole document round a site's content: banner, links between the sites, language and theme switches. */
export function layout(shell: Shell, content: Html): string {
  const { site, language, path } = shell;
  const other = language === 'zh' ? 'en' : 'zh';
  return `<!doctype html>${
    html`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}" data-site="${site.name}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${site.title[language]}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/base.css" />
        <link rel="stylesheet" href="/assets/${site.name}.css" />
        <script src="/assets/shell.js"></script>
        <script src="/assets/${site.name}.js" defer></script>
      </head>
      <body>
        <div class="demo-bar">
          <p class="demo-banner">${BANNER[language]}</p>
          <nav class="demo-sites">${siteLinks(shell)}</nav>
          <a class="demo-switch" hreflang="${other}" href="${path}?lang=${other}"
            >${other === 'en' ? 'English' : '中文'}</a
          >
          <button class="demo-switch" id="theme" type="button" title="${THEME[language]}">
            <span aria-hidden="true">◐</span><span class="visually-hidden">${THEME[language]}</span>
          </button>
        </div>
        ${content}
      </body>
    </html>`.markup
  }`;
}
