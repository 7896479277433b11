import type { ConsoleLiveMessage } from '@kedun/shared/contracts/live-message';
import type { QueryClient } from '@tanstack/react-query';

import { applyAlert, refreshDetail } from '../alerts/alert-queries.ts';
import { applyEndpoint } from '../fleet/endpoint-queries.ts';

/** Brings a live message into what is on screen. */
export function createMessageApplier(
  queryClient: QueryClient,
): (message: ConsoleLiveMessage) => void {
  return (message) => {
    switch (message.kind) {
      case 'alert.changed':
        applyAlert(queryClient, message.alert);
        void refreshDetail(queryClient, message.alert.id);
        break;
      case 'endpoint.changed':
        applyEndpoint(queryClient, message.endpoint);
        break;
    }
  };
}
