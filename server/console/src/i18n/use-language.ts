import type { Language } from '@kedun/shared/contracts/vocabulary';
import { useTranslation } from 'react-i18next';

import { isLanguage } from './language-choice.ts';

/** The language of the screen, for texts that come in both and for Intl. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return isLanguage(i18n.language) ? i18n.language : 'zh';
}
