import type { Act, Actor, Place } from '@kedun/shared/contracts/act';
import type { Unscanned } from '@kedun/shared/contracts/finding';
import type { DigestKey } from '@kedun/shared/contracts/primitives';
import type { Channel } from '@kedun/shared/contracts/vocabulary';
import type { Engine } from '@kedun/shared/detection/detection';
import { type Inspection, inspectText } from '@kedun/shared/inspection/inspect';
import { createDigester, type Digester } from '@kedun/shared/redaction/digest';

import type { EndpointState } from '../messages/endpoint-state.ts';

export interface InspectionRequest {
  readonly channel: Channel;
  readonly source: Place;
  readonly destination: Place;
  readonly content: Act['content'];
  readonly initiator: Act['initiator'];
  readonly text: string;
  readonly unscanned?: readonly Unscanned[];
}

export interface Inspector {
  readonly inspect: (request: InspectionRequest) => Inspection;
  /** Id of the key the last inspections' digests were made with. */
  readonly digestKeyId: () => string;
}

export interface InspectorDeps {
  readonly engine: Engine;
  /** Null until the endpoint is configured: closed until then. */
  readonly state: () => Pick<
    EndpointState,
    'bundle' | 'assignment' | 'digestKey' | 'osUser'
  > | null;
  readonly now: () => number;
  /** UUIDv7 */
  readonly newId: () => string;
  /** Stands in until the organisation's key is there; random, so that its digests say nothing. */
  readonly interimKey: DigestKey;
}

/** Makes acts and judges them in the content script, synchronously, by the policy in force. */
export function createInspector(deps: InspectorDeps): Inspector {
  let digester: Digester = createDigester(deps.interimKey);

  const currentDigester = () => {
    const key = deps.state()?.digestKey ?? deps.interimKey;
    if (digester.keyId !== key.id) digester = createDigester(key);
    return digester;
  };

  const actor = (): Actor => {
    const state = deps.state();
    if (!state) return { employment: 'unknown', groups: [] };
    const { unit, groups, employment, employeeId } = state.assignment;
    return {
      employment,
      groups,
      ...(unit === undefined ? {} : { unit }),
      ...(employeeId === undefined ? {} : { employeeId }),
      ...(state.osUser === undefined ? {} : { osUser: state.osUser }),
    };
  };

  return {
    digestKeyId: () => currentDigester().keyId,
    inspect(request) {
      const { text, unscanned, ...facts } = request;
      const act: Act = { id: deps.newId(), at: deps.now(), actor: actor(), ...facts };
      const bundle = deps.state()?.bundle ?? null;
      const context = { engine: deps.engine, digester: currentDigester(), bundle };
      return inspectText(act, text, context, unscanned);
    },
  };
}
