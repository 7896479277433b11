import { LANGUAGES, type Language } from '@kedun/shared/contracts/vocabulary';

const STORAGE_KEY = 'kedun.language';

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/** Chinese first: English only where it was chosen. */
export function storedLanguage(storage: Pick<Storage, 'getItem'>): Language {
  const stored = storage.getItem(STORAGE_KEY);
  return isLanguage(stored) ? stored : 'zh';
}

export function storeLanguage(storage: Pick<Storage, 'setItem'>, language: Language): void {
  storage.setItem(STORAGE_KEY, language);
}

/** BCP 47 tags for `lang` and for Intl. */
export const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en-GB' } as const satisfies Record<
  Language,
  string
>;
