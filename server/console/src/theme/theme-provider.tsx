import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useMemo, useSyncExternalStore } from 'react';

import { useLanguage } from '../i18n/use-language.ts';
import { useServices } from '../services.ts';
import { ToastProvider } from '../shell/toast.tsx';
import { antdTheme } from './antd-theme.ts';

/** Theme and language for every antd component below. */
export function ThemeProvider(props: { children: ReactNode }) {
  const { themeStore, reducedMotion } = useServices();
  const { theme } = useSyncExternalStore(themeStore.subscribe, themeStore.snapshot);
  const language = useLanguage();
  const config = useMemo(() => antdTheme(theme, reducedMotion), [theme, reducedMotion]);
  return (
    <ConfigProvider
      theme={config}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <ToastProvider>{props.children}</ToastProvider>
    </ConfigProvider>
  );
}
