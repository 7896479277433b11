import type { FastifyBaseLogger } from 'fastify';

import { describeFault } from '../plugins/error-answers.ts';

/** Runs work nobody waits for. A fault is logged and never becomes an unhandled rejection. */
export type Background = (task: string, work: () => Promise<void>) => void;

export function createBackground(log: Pick<FastifyBaseLogger, 'error'>): Background {
  return (task, work) => {
    work().catch((error: unknown) => {
      log.error({ module: 'live', task, fault: describeFault(error) }, 'background task failed');
    });
  };
}
