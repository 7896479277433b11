import { useTranslation } from 'react-i18next';

/** Names of checks and score parts in words; a name the console does not know yet is shown as it is. */
export function useExplanationWords(kind: 'check' | 'score'): (name: string) => string {
  const { t, i18n } = useTranslation();
  return (name) =>
    i18n.exists(`explain/${kind}/${name}`)
      ? t(`explain/${kind}/${name}` as 'explain/check/luhn')
      : name;
}
