import type { i18n } from 'i18next';

import { isLanguage, LANGUAGE_TAGS, storeLanguage } from './language-choice.ts';

/** Keeps the document's language and the stored choice in step with i18next. */
export function followLanguage(deps: {
  i18n: i18n;
  storage: Pick<Storage, 'setItem'>;
  page: { documentElement: { lang: string } };
}): void {
  const follow = (): void => {
    const language = deps.i18n.language;
    if (!isLanguage(language)) return;
    deps.page.documentElement.lang = LANGUAGE_TAGS[language];
  };
  follow();
  deps.i18n.on('languageChanged', (language) => {
    follow();
    if (isLanguage(language)) storeLanguage(deps.storage, language);
  });
}
