import type { Clock } from '../../clock.ts';
import type { IdSource } from '../../store/id-source.ts';
import type { LoginAttempts } from './login-attempts.ts';
import type { PasswordHasher } from './password-hash.ts';
import type { IdentitiesRepository } from './repository.ts';
import type { Session, Sessions } from './sessions.ts';

export type LoginResult =
  | { readonly ok: true; readonly token: string; readonly session: Omit<Session, 'id'> }
  | { readonly ok: false; readonly code: 'session.bad-credentials' }
  | { readonly ok: false; readonly code: 'session.locked'; readonly retryAfterMs: number };

export interface IdentitiesService {
  login(account: string, password: string, address: string): Promise<LoginResult>;
  /** True when this call made the first account. */
  createFirstAccount(account: string, password: string): Promise<boolean>;
}

export interface IdentitiesDeps {
  readonly repository: Pick<IdentitiesRepository, 'findAccount' | 'hasAccounts' | 'insertAccount'>;
  readonly hasher: PasswordHasher;
  readonly attempts: LoginAttempts;
  readonly sessions: Pick<Sessions, 'open'>;
  readonly clock: Clock;
  readonly newId: IdSource;
}

export function createIdentitiesService(deps: IdentitiesDeps): IdentitiesService {
  const { repository, hasher } = deps;
  let decoy: Promise<string> | null = null;
  return {
    async login(typed, password, address) {
      const name = typed.trim().toLowerCase();
      const attempt = await deps.attempts.begin(name, address);
      if (!attempt.ok)
        return { ok: false, code: 'session.locked', retryAfterMs: attempt.retryAfterMs };
      const account = await repository.findAccount(name);
      // An unknown name costs the same work as a known one, or the time would tell which names exist.
      decoy ??= hasher.hash('no account has this password');
      const fits = await hasher.verify(password, account?.password_hash ?? (await decoy));
      if (!account || !fits || account.state !== 'active')
        return { ok: false, code: 'session.bad-credentials' };
      await attempt.succeed();
      const token = await deps.sessions.open(account);
      return {
        ok: true,
        token,
        session: { account: account.name, displayName: account.display_name },
      };
    },
    async createFirstAccount(name, password) {
      if (await repository.hasAccounts()) return false;
      await repository.insertAccount({
        id: deps.newId(),
        name,
        display_name: name,
        password_hash: await hasher.hash(password),
        state: 'active',
        created_at: deps.clock(),
      });
      return true;
    },
  };
}
