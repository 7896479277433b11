import { useTranslation } from 'react-i18next';

/** Words for the names that endpoints send; null for one this console does not know, as of a newer endpoint. */
export function useKnownWords(
  kind: 'check' | 'score' | 'enforcement',
): (name: string) => string | null {
  const { t, i18n } = useTranslation();
  return (name) =>
    i18n.exists(`explain/${kind}/${name}`)
      ? t(`explain/${kind}/${name}` as 'explain/check/luhn')
      : null;
}
