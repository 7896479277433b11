import { ingestResponseSchema } from '@kedun/shared/contracts/api/ingest';
import { endpointPolicyResponseSchema } from '@kedun/shared/contracts/api/policies';
import {
  type EnrolmentRequest,
  enrolmentResponseSchema,
  enrolmentTokenSchema,
} from '@kedun/shared/contracts/enrolment';
import { ERRORS, isErrorCode } from '@kedun/shared/contracts/errors';

import {
  type DirectIdentity,
  generateEndpointKey,
  type IdentityStore,
  pinnedKeys,
} from './identity-store.ts';
import type { ServerCall, ServerCaller } from './server-call.ts';
import { UNREACHABLE, type Uplink } from './uplink.ts';

export interface ManagedConfig {
  readonly serverUrl: string;
  readonly enrolmentToken: string;
}

export interface DirectUplinkDeps {
  /** Null when the organisation has configured no server for extensions. */
  readonly managedConfig: () => Promise<ManagedConfig | null>;
  readonly identities: IdentityStore;
  readonly call: ServerCaller;
  readonly describe: () => Promise<Pick<EnrolmentRequest, 'hostName' | 'platform' | 'version'>>;
  readonly now: () => number;
}

/** A token that was refused is not tried again for this long. */
const REFUSED_TOKEN_PAUSE_MS = 300_000;

/** The server itself, over HTTPS, with a key of the extension's own; for machines without an agent. */
export function createDirectUplink(deps: DirectUplinkDeps): Uplink & {
  identity(): Promise<DirectIdentity | string>;
} {
  let enrolling: Promise<DirectIdentity | string> | null = null;
  let refusedToken: { token: string; at: number; code: string } | null = null;

  const enrol = async (config: ManagedConfig): Promise<DirectIdentity | string> => {
    const { serverUrl, enrolmentToken: token } = config;
    if (!enrolmentTokenSchema.safeParse(token).success) return 'enrolment.token-invalid';
    if (refusedToken?.token === token && deps.now() - refusedToken.at < REFUSED_TOKEN_PAUSE_MS)
      return refusedToken.code;
    const { key, publicKey } = await generateEndpointKey();
    const body: EnrolmentRequest = {
      token,
      kind: 'extension',
      publicKey,
      ...(await deps.describe()),
    };
    const answer = await deps.call(
      { serverUrl, endpointId: 'enrol', key },
      { method: 'POST', path: '/api/v1/enrolments', body },
    );
    if (!answer.ok) {
      if (answer.code.startsWith('enrolment.'))
        refusedToken = { token, at: deps.now(), code: answer.code };
      return answer.code;
    }
    const enrolment = enrolmentResponseSchema.safeParse(answer.body).data;
    if (!enrolment) return 'uplink.nonsense';
    const policyKeys = await pinnedKeys(enrolment.policyKeys, token);
    if (policyKeys.length === 0) return 'uplink.foreign-policy-key';
    const identity = { serverUrl, token, key, enrolment: { ...enrolment, policyKeys } };
    await deps.identities.save(identity);
    return identity;
  };

  const findIdentity = async (): Promise<DirectIdentity | string> => {
    const config = await deps.managedConfig();
    if (!config) return UNREACHABLE;
    const held = await deps.identities.load();
    const fits = held?.serverUrl === config.serverUrl && held.token === config.enrolmentToken;
    return held && fits ? held : enrol(config);
  };

  const identity = (): Promise<DirectIdentity | string> => {
    enrolling ??= findIdentity().finally(() => {
      enrolling = null;
    });
    return enrolling;
  };

  const callAs = (who: DirectIdentity, call: ServerCall) =>
    deps.call(
      { serverUrl: who.serverUrl, endpointId: who.enrolment.endpointId, key: who.key },
      call,
    );

  return {
    kind: 'direct',
    identity,
    async pullPolicy() {
      const who = await identity();
      if (typeof who === 'string') return { ok: false, code: who };
      const answer = await callAs(who, { method: 'GET', path: '/api/v1/endpoint/policy' });
      if (!answer.ok) return { ok: false, code: answer.code };
      const policy = endpointPolicyResponseSchema.safeParse(answer.body).data;
      if (!policy) return { ok: false, code: 'uplink.nonsense' };
      const { organisation, digestKey, policyKeys } = who.enrolment;
      return {
        ok: true,
        identity: { organisation, digestKey, policyKeys, assignment: policy.assignment },
        bundle: policy.bundle,
      };
    },
    async report(events) {
      const who = await identity();
      if (typeof who === 'string') return { ok: false, retryable: true, code: who };
      const answer = await callAs(who, {
        method: 'POST',
        path: '/api/v1/endpoint/events',
        body: { events },
      });
      if (!answer.ok) {
        const ofTheBatch = answer.code === 'request.too-large' || answer.code === 'request.invalid';
        return { ok: false, retryable: !ofTheBatch, code: answer.code };
      }
      const parsed = ingestResponseSchema.safeParse(answer.body).data;
      if (!parsed) return { ok: false, retryable: true, code: 'uplink.nonsense' };
      const idsAt = (indexes: readonly number[]) =>
        indexes.flatMap((index) => events[index]?.id ?? []);
      const final = parsed.refused.filter(
        ({ code }) => isErrorCode(code) && !ERRORS[code].retryable,
      );
      return {
        ok: true,
        acknowledged: idsAt(parsed.acknowledged),
        refused: idsAt(final.map(({ index }) => index)),
      };
    },
  };
}
