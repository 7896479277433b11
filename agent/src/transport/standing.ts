import type { ServerAnswer } from './server-client.ts';

/** How the server sees this endpoint, as far as its answers tell. Enforcement does not depend on it. */
export interface Standing {
  state(): 'active' | 'revoked' | 'unknown';
  lastContactAt(): number | null;
  lastError(): string | null;
  heard(answer: ServerAnswer): void;
  revoked(): void;
}

export function createStanding(now: () => number): Standing {
  let state: ReturnType<Standing['state']> = 'active';
  let lastContactAt: number | null = null;
  let lastError: string | null = null;
  return {
    state: () => state,
    lastContactAt: () => lastContactAt,
    lastError: () => lastError,
    heard(answer) {
      lastError = answer.ok ? null : answer.code;
      if (answer.ok || !answer.code.startsWith('network.')) lastContactAt = now();
      if (answer.ok) state = 'active';
      else if (answer.code === 'endpoint.revoked') state = 'revoked';
      else if (answer.code === 'endpoint.unknown') state = 'unknown';
    },
    revoked() {
      state = 'revoked';
    },
  };
}
