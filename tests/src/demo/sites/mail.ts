import { html } from './html.ts';
import type { Site, Words } from './site.ts';

const TEXT = {
  brand: { zh: '云邮', en: 'Cloudmail' },
  compose: { zh: '写信', en: 'Compose' },
  inbox: { zh: '收件箱', en: 'Inbox' },
  sent: { zh: '已发送', en: 'Sent' },
  to: { zh: '收件人', en: 'To' },
  subject: { zh: '主题', en: 'Subject' },
  body: { zh: '正文', en: 'Message' },
  attach: { zh: '添加附件', en: 'Attach a file' },
  send: { zh: '发送', en: 'Send' },
  empty: { zh: '还没有发出邮件。', en: 'Nothing was sent yet.' },
  ok: { zh: '已发送', en: 'Sent' },
  failed: { zh: '没有发出去。', en: 'It was not sent.' },
} satisfies Record<string, Words>;

/** A private mailbox, as everybody has one: foreign to the company. */
export const mailSite: Site = {
  name: 'mail',
  title: { zh: '云邮 · 写信', en: 'Cloudmail · Compose' },
  page(path, language) {
    if (path !== '/') return null;
    const text = (key: keyof typeof TEXT): string => TEXT[key][language];
    return html`<div class="mail">
      <header class="mail-head">
        <strong>${text('brand')}</strong><span>me@mail.localhost</span>
      </header>
      <main>
        <form id="compose" data-ok="${text('ok')}" data-failed="${text('failed')}">
          <h1>${text('compose')}</h1>
          <label
            >${text('to')}<input id="to" name="to" type="email" value="friend@mail.example"
          /></label>
          <label>${text('subject')}<input id="subject" name="subject" /></label>
          <label>${text('body')}<textarea id="body" name="body" rows="10"></textarea></label>
          <div class="mail-actions">
            <button class="button primary" id="send" type="submit">${text('send')}</button>
            <label class="button attach"
              >${text('attach')}<input id="attachment" type="file" multiple
            /></label>
            <span id="attached"></span>
            <output id="state" role="status"></output>
          </div>
        </form>
        <aside>
          <h2>${text('sent')}</h2>
          <ul id="sent" data-empty="${text('empty')}">
            <li class="empty">${text('empty')}</li>
          </ul>
        </aside>
      </main>
    </div>`;
  },
  register(app, hostPattern) {
    app.post('/api/messages', { constraints: { host: hostPattern } }, (_request, reply) =>
      reply.code(201).send({ sent: true }),
    );
    app.post('/api/attachments', { constraints: { host: hostPattern } }, (_request, reply) =>
      reply.code(201).send({ stored: true }),
    );
  },
};
