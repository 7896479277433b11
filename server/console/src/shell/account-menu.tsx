import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { LANGUAGES, type Language } from '@kedun/shared/contracts/vocabulary';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Popover, Segmented } from 'antd';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

import { toFault } from '../api/fault.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useServices } from '../services.ts';
import { logOut, sessionQuery } from '../session/session-query.ts';
import { THEME_CHOICES, type ThemeChoice } from '../theme/theme-choice.ts';
import { useFaultText } from './error-view.tsx';
import { useToast } from './toast.tsx';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

export function ThemeSwitch() {
  const { t } = useTranslation();
  const { themeStore } = useServices();
  const { choice } = useSyncExternalStore(themeStore.subscribe, themeStore.snapshot);
  return (
    <Segmented<ThemeChoice>
      block
      size="small"
      aria-label={t('account/theme')}
      value={choice}
      onChange={themeStore.choose}
      options={THEME_CHOICES.map((value) => ({ value, label: t(`theme/${value}`) }))}
    />
  );
}

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <Segmented<Language>
      block
      size="small"
      aria-label={t('account/language')}
      value={useLanguage()}
      onChange={(language) => void i18n.changeLanguage(language)}
      options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
    />
  );
}

function AccountPanel() {
  const { t } = useTranslation();
  const { api } = useServices();
  const toast = useToast();
  const text = useFaultText();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const session = useQuery(sessionQuery(api)).data;
  const leaving = useMutation({
    mutationFn: () => logOut(api),
    onSuccess: async () => {
      await navigate({ to: '/login' });
      queryClient.clear();
    },
    onError: (error) => toast.error(text(toFault(error))),
  });
  return (
    <div className="kd-account">
      <div>
        <strong>{session?.displayName}</strong>
        <div className="kd-faint">
          <span className="kd-mono">{session?.account}</span> · {session?.organisation}
        </div>
      </div>
      <div className="kd-account-choice">
        <span>{t('account/theme')}</span>
        <ThemeSwitch />
      </div>
      <div className="kd-account-choice">
        <span>{t('account/language')}</span>
        <LanguageSwitch />
      </div>
      <Button
        block
        icon={<LogoutOutlined aria-hidden />}
        loading={leaving.isPending}
        onClick={() => leaving.mutate()}
      >
        {t('account/logOut')}
      </Button>
      {session && (
        <div className="kd-faint kd-figures">
          {t('account/version', { version: session.serverVersion })}
        </div>
      )}
    </div>
  );
}

/** Opens who is logged in, appearance, language and the way out. */
export function AccountPopover(props: { children: ReactNode; placement: 'rightBottom' | 'top' }) {
  return (
    <Popover content={<AccountPanel />} trigger="click" placement={props.placement} arrow={false}>
      {props.children}
    </Popover>
  );
}

export function AccountButton(props: { narrow: boolean }) {
  const { t } = useTranslation();
  const { api } = useServices();
  const name = useQuery(sessionQuery(api)).data?.displayName ?? '';
  return (
    <AccountPopover placement="rightBottom">
      <button
        type="button"
        className="kd-rail-item"
        aria-haspopup="dialog"
        aria-label={t('account/title')}
        title={props.narrow ? name : undefined}
      >
        <UserOutlined aria-hidden />
        <span className="kd-word kd-cut-off">{name}</span>
      </button>
    </AccountPopover>
  );
}
