import { randomBytes } from 'node:crypto';

import type { PolicyBundle } from '@kedun/shared/contracts/policy';

import type { Config } from './config.ts';
import type { IdentitiesService } from './modules/identities/service.ts';
import type { PoliciesService } from './modules/policies/service.ts';
import { StartRefusal } from './start-refusal.ts';

export interface FirstStartDeps {
  readonly config: Pick<Config, 'bootstrap' | 'organisation'>;
  readonly identities: Pick<IdentitiesService, 'createFirstAccount'>;
  readonly policies: Pick<PoliciesService, 'current' | 'publish' | 'isSignedByUs'>;
  readonly starterBundle: () => PolicyBundle;
}

export interface FirstStart {
  /** Made up because none was given; to be shown once, to the person who started the server. */
  readonly generatedPassword: string | null;
}

/** An account to log in with and a policy to begin with, where there is none. */
export async function prepareFirstStart(deps: FirstStartDeps): Promise<FirstStart> {
  const policy = await deps.policies.current();
  if (policy && !deps.policies.isSignedByUs(policy))
    throw new StartRefusal(
      'The policy in the database was signed with another key than the one in keys/policy-signing.pem: endpoints ' +
        'would refuse the next one. Put the whole data folder back from one backup; nothing was changed.',
    );
  const { account, password } = deps.config.bootstrap;
  const chosen = password ?? randomBytes(15).toString('base64url');
  const isNew = await deps.identities.createFirstAccount(account, chosen);
  if (!policy) await deps.policies.publish(deps.starterBundle(), 'system');
  return { generatedPassword: isNew && password === null ? chosen : null };
}
