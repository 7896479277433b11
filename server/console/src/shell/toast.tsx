import { message } from 'antd';
import type { MessageInstance } from 'antd/es/message/interface';
import { createContext, type ReactNode, useContext } from 'react';

const ToastContext = createContext<MessageInstance | null>(null);

/** Short messages at the bottom. (antd's `App` would bring dialogs and notifications along that nothing here uses.) */
export function ToastProvider(props: { children: ReactNode }) {
  const [toast, holder] = message.useMessage({
    maxCount: 1,
    // At the top they would cover the filters and the state of an alert.
    top: 'calc(100dvh - var(--kd-toast-rise))',
  });
  return (
    <ToastContext value={toast}>
      {holder}
      {props.children}
    </ToastContext>
  );
}

export function useToast(): MessageInstance {
  const toast = useContext(ToastContext);
  if (!toast) throw new Error('ToastProvider is missing above this view');
  return toast;
}
