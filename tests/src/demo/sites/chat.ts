import { html } from './html.ts';
import type { Site, Words } from './site.ts';

const TEXT = {
  brand: { zh: '小智 AI', en: 'Bright AI' },
  hello: { zh: '有什么可以帮您？', en: 'What can I do for you?' },
  hint: {
    zh: '演示用的助手：它只会回一句话，您发来的内容会到达它的服务器。',
    en: 'A stand-in assistant: it answers with one sentence, and what you send reaches its server.',
  },
  ask: { zh: '输入内容，按 Enter 发送', en: 'Type here, Enter sends' },
  send: { zh: '发送', en: 'Send' },
  transport: { zh: '发送方式', en: 'Sent by' },
  failed: { zh: '没有发出去。', en: 'It was not sent.' },
  plus: { zh: '开通会员', en: 'Become a member' },
  card: { zh: '银行卡号', en: 'Card number' },
  pay: { zh: '支付 19 元', en: 'Pay CNY 19' },
  paid: { zh: '支付成功', en: 'Paid' },
} satisfies Record<string, Words>;

/** A public AI assistant, and a till beside it. */
export const chatSite: Site = {
  name: 'chat',
  title: { zh: '小智 AI 助手', en: 'Bright AI assistant' },
  page(path, language) {
    if (path !== '/') return null;
    const text = (key: keyof typeof TEXT): string => TEXT[key][language];
    return html`<div class="chat" data-failed="${text('failed')}">
      <header class="chat-head">
        <span class="chat-logo" aria-hidden="true"></span><strong>${text('brand')}</strong>
      </header>
      <main>
        <section class="talk">
          <div id="messages" aria-live="polite">
            <div class="greeting">
              <h1>${text('hello')}</h1>
              <p>${text('hint')}</p>
            </div>
          </div>
          <form id="ask">
            <textarea
              id="prompt"
              rows="3"
              aria-label="${text('ask')}"
              placeholder="${text('ask')}"
            ></textarea>
            <div class="ask-actions">
              <label
                >${text('transport')}
                <select id="transport">
                  <option value="fetch">fetch</option>
                  <option value="xhr">XHR</option>
                </select>
              </label>
              <button class="button primary" id="send" type="submit">${text('send')}</button>
            </div>
          </form>
        </section>
        <aside>
          <form id="pay" data-paid="${text('paid')}">
            <h2>${text('plus')}</h2>
            <label>${text('card')}<input id="card" inputmode="numeric" autocomplete="off" /></label>
            <button class="button" id="pay-now" type="submit">${text('pay')}</button>
            <output id="pay-state" role="status"></output>
          </form>
        </aside>
      </main>
    </div>`;
  },
  register(app, hostPattern) {
    const reply = {
      zh: '收到。这是演示助手，不会分析您的内容。',
      en: 'Received. This is a stand-in: it does not read what you wrote.',
    };
    app.post('/api/messages', { constraints: { host: hostPattern } }, (request) => ({
      reply: /lang=en/u.test(request.headers.cookie ?? '') ? reply.en : reply.zh,
    }));
    app.post('/api/pay', { constraints: { host: hostPattern } }, () => ({ paid: true }));
  },
};
