import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Button, Input, type InputRef } from 'antd';
import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { toFault } from '../api/fault.ts';
import { useServices } from '../services.ts';
import { LanguageSwitch, ThemeSwitch } from '../shell/account-menu.tsx';
import { FaultReference, useFaultText } from '../shell/error-view.tsx';
import { Shield } from '../theme/marks.tsx';
import { backAddress } from './back-address.ts';
import { logIn, SESSION_KEY } from './session-query.ts';

const route = getRouteApi('/login');

function useLogin(onFailed: () => void) {
  const { api } = useServices();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { back } = route.useSearch();
  return useMutation({
    mutationFn: (credentials: { account: string; password: string }) => logIn(api, credentials),
    onSuccess: (session) => {
      // Nothing of somebody who was here before.
      queryClient.clear();
      queryClient.setQueryData(SESSION_KEY, session);
      router.history.push(backAddress(back));
    },
    onError: onFailed,
  });
}

function Field(props: {
  id: string;
  label: string;
  problem: string | null;
  input: React.ReactNode;
}) {
  return (
    <div className="kd-field">
      <label htmlFor={props.id}>{props.label}</label>
      {props.input}
      {props.problem && (
        <p id={`${props.id}-problem`} className="kd-field-problem">
          {props.problem}
        </p>
      )}
    </div>
  );
}

function LoginForm() {
  const { t } = useTranslation();
  const text = useFaultText();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const passwordInput = useRef<InputRef>(null);
  const login = useLogin(() => passwordInput.current?.focus({ cursor: 'all' }));
  const needAccount = tried && account.trim() === '' ? t('login/needAccount') : null;
  const needPassword = tried && password === '' ? t('login/needPassword') : null;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setTried(true);
    if (account.trim() !== '' && password !== '')
      login.mutate({ account: account.trim(), password });
  };
  const fault = login.error ? toFault(login.error) : null;
  return (
    <form className="kd-login-form" onSubmit={submit} noValidate>
      <Field
        id="account"
        label={t('login/account')}
        problem={needAccount}
        input={
          <Input
            id="account"
            size="large"
            autoFocus
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={128}
            value={account}
            status={needAccount ? 'error' : ''}
            aria-describedby={needAccount ? 'account-problem' : undefined}
            onChange={(event) => setAccount(event.target.value)}
          />
        }
      />
      <Field
        id="password"
        label={t('login/password')}
        problem={needPassword}
        input={
          <Input.Password
            id="password"
            ref={passwordInput}
            size="large"
            autoComplete="current-password"
            maxLength={1024}
            value={password}
            status={needPassword ? 'error' : ''}
            aria-describedby={needPassword ? 'password-problem' : undefined}
            onChange={(event) => setPassword(event.target.value)}
          />
        }
      />
      {fault && (
        <div className="kd-login-fault" role="alert">
          <p>{text(fault)}</p>
          <FaultReference fault={fault} />
        </div>
      )}
      <Button type="primary" size="large" block htmlType="submit" loading={login.isPending}>
        {t('login/submit')}
      </Button>
    </form>
  );
}

export function LoginPage() {
  const { t } = useTranslation();
  const { expired } = route.useSearch();
  useEffect(() => {
    document.title = t('product/title');
  }, [t]);
  return (
    <main className="kd-login">
      <div className="kd-login-card">
        <header>
          <Shield size={40} />
          <div>
            <h1>{t('product/name')}</h1>
            <p className="kd-muted">{t('product/purpose')}</p>
          </div>
        </header>
        {expired && <p className="kd-login-note">{t('login/expired')}</p>}
        <LoginForm />
      </div>
      <footer className="kd-login-foot">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </main>
  );
}
