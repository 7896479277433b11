import type { DetectionData } from '../contracts/detection-data.ts';
import type { PolicyBundle } from '../contracts/policy.ts';
import { createDecoders } from '../decode/registry.ts';
import type { UnitReader } from '../detection/unit-reader.ts';
import type { Engine } from '../detection/detection.ts';
import { createEngine } from '../detection/engine.ts';
import { createDetectors } from '../detectors/registry.ts';

export interface TextEngineOptions {
  /** The policy in force, asked before each scan: its tables and rules configure the detectors. */
  readonly policy?: () => Pick<PolicyBundle, 'version' | 'detection'> | null;
  /** A copy faster than unit by unit, where the host has one. */
  readonly readUnits?: UnitReader;
}

/** The product's engine: every detector, configured by the policy in force. Rebuilt when the policy's version changes. */
export function createTextEngine({ policy, readUnits }: TextEngineOptions = {}): Engine {
  let version: number | undefined;
  let engine: Engine | null = null;
  const build = (data?: DetectionData): Engine =>
    createEngine({
      detectors: createDetectors(data),
      decoders: createDecoders(),
      ...(readUnits ? { readUnits } : {}),
    });
  return {
    scan(text) {
      const bundle = policy?.() ?? null;
      if (!engine || bundle?.version !== version) {
        version = bundle?.version;
        engine = build(bundle?.detection);
      }
      return engine.scan(text);
    },
  };
}
