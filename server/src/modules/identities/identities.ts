import type { Clock } from '../../clock.ts';
import type { ServerKeys } from '../../keys/key-folder.ts';
import type { LiveBus } from '../../live/bus.ts';
import type { IdSource } from '../../store/id-source.ts';
import type { Store } from '../../store/store.ts';
import { createLoginAttempts } from './login-attempts.ts';
import { createPasswordHasher } from './password-hash.ts';
import { createIdentitiesRepository, type IdentitiesRepository } from './repository.ts';
import { createIdentitiesService, type IdentitiesService } from './service.ts';
import { createSessions, type Sessions } from './sessions.ts';

export interface IdentitiesParts {
  readonly repository: IdentitiesRepository;
  readonly sessions: Sessions;
  readonly service: IdentitiesService;
}

export interface IdentitiesPartsDeps {
  readonly store: Pick<Store, 'db' | 'transaction'>;
  readonly keys: Pick<ServerKeys, 'pepper'>;
  readonly bus: Pick<LiveBus, 'publish'>;
  readonly clock: Clock;
  readonly newId: IdSource;
}

/** Puts the parts of the module together; the first start needs them before there is an app. */
export function createIdentities(deps: IdentitiesPartsDeps): IdentitiesParts {
  const repository = createIdentitiesRepository(deps.store.db);
  const sessions = createSessions({ ...deps, repository });
  const { pepper } = deps.keys;
  const attempts = createLoginAttempts({ ...deps, repository, pepper });
  const hasher = createPasswordHasher(pepper);
  const service = createIdentitiesService({ ...deps, repository, hasher, attempts, sessions });
  return { repository, sessions, service };
}
