import type { PopupPlatform } from '../platform/popup.ts';
import { buildPopup, h } from './popup-view.ts';
import { POPUP_STYLE } from './popup-style.ts';
import { POPUP_WORDS } from './popup-words.ts';
import { pickLanguage } from './words.ts';

/** Shows state, what is watched on this page and why, and the employee's own records. */
export async function showPopup(platform: PopupPlatform): Promise<void> {
  const language = pickLanguage(platform.language());
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  const style = document.createElement('style');
  style.textContent = POPUP_STYLE;
  document.head.append(style);
  const host = await platform.currentHost();

  const render = async (): Promise<void> => {
    const report = await platform.status(host);
    if (!report) {
      document.body.replaceChildren(h('section', '', POPUP_WORDS[language].unavailable));
      return;
    }
    const sync = (button: HTMLElement) => {
      button.textContent = POPUP_WORDS[language].syncing;
      button.setAttribute('disabled', '');
      void platform.syncNow().then(render);
    };
    document.body.replaceChildren(buildPopup({ report, host, language }, sync));
  };
  await render();
}
