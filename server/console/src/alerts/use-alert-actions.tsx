import type { AlertState, AlertSummary } from '@kedun/shared/contracts/api/alerts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

import { isSessionMissing, toFault } from '../api/fault.ts';
import { useServices } from '../services.ts';
import { useFaultText } from '../shell/error-view.tsx';
import { applyAlert, changeAlertState, refreshDetail } from './alert-queries.ts';
import { useToast } from '../shell/toast.tsx';

const UNDO_SECONDS = 6;

interface Move {
  readonly alert: AlertSummary;
  readonly state: AlertState;
  /** An undo offers no undo of itself. */
  readonly undo?: boolean;
}

/**
 * Moves alerts between states: seen at once, put back when the server refuses. `move` does nothing
 * where the alert already is in that state.
 */
export function useAlertActions(): { move: (alert: AlertSummary, state: AlertState) => void } {
  const { t } = useTranslation();
  const { api } = useServices();
  const toast = useToast();
  const text = useFaultText();
  const queryClient = useQueryClient();

  const mutation = useMutation({
    mutationFn: ({ alert, state }: Move) => changeAlertState(api, alert.id, state),
    onMutate: ({ alert, state }) => applyAlert(queryClient, { ...alert, state }),
    onSuccess: (changed, { alert, undo }) => {
      applyAlert(queryClient, changed);
      const said = t(`alerts/changed/${changed.state}`);
      toast.open({
        key: 'alert-state',
        type: 'success',
        duration: undo ? 2 : UNDO_SECONDS,
        content: undo ? (
          said
        ) : (
          <span>
            {said}
            <Button
              type="link"
              size="small"
              onClick={() => mutation.mutate({ alert: changed, state: alert.state, undo: true })}
            >
              {t('action/undo')}
            </Button>
          </span>
        ),
      });
    },
    onError: (error, { alert }) => {
      applyAlert(queryClient, alert);
      if (isSessionMissing(error)) return;
      const fault = toFault(error);
      const quote = [fault.code, fault.reference].filter((part) => part !== null).join(' · ');
      toast.open({
        key: 'alert-state',
        type: 'error',
        duration: 8,
        content: `${t('fault/stateFailed')} · ${text(fault)} (${quote})`,
      });
    },
    onSettled: (_changed, _error, { alert }) => refreshDetail(queryClient, alert.id),
  });

  return {
    move: (alert, state) => {
      if (alert.state !== state) mutation.mutate({ alert, state });
    },
  };
}
