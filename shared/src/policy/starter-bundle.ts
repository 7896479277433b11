import { z } from 'zod';

import {
  clausePackSchema,
  placeListSchema,
  type PolicyBundle,
  policyBundleSchema,
  ruleSchema,
} from '../contracts/policy.ts';
import telecomPledge from './packs/telecom-pledge.json' with { type: 'json' };

/** A pack file: clauses, the rules that watch them, and the place lists those rules name. */
const packFileSchema = z.strictObject({
  pack: clausePackSchema,
  placeLists: z.array(placeListSchema),
  rules: z.array(ruleSchema),
});

export interface StarterBundleOptions {
  readonly organisation: string;
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  /** Host patterns added to the pack's own lists. */
  readonly hosts: {
    readonly businessSystems: readonly string[];
    readonly corporateSites: readonly string[];
    readonly webmail?: readonly string[];
  };
  readonly watchedMountPointPrefixes?: readonly string[];
}

/** The bundle an organisation begins with: the telecom pledge, its own hosts filled in. Throws ZodError on a host that is none. */
export function createStarterBundle(options: StarterBundleOptions): PolicyBundle {
  const { pack, placeLists, rules } = packFileSchema.parse(telecomPledge);
  const added: Record<string, readonly string[]> = {
    'business-systems': options.hosts.businessSystems,
    'corporate-sites': options.hosts.corporateSites,
    webmail: options.hosts.webmail ?? [],
  };
  return policyBundleSchema.parse({
    format: 1,
    organisation: options.organisation,
    version: options.version,
    issuedAt: options.issuedAt,
    packs: [pack],
    placeLists: placeLists.map((list) => ({
      ...list,
      hosts: [...new Set([...list.hosts, ...(added[list.id] ?? [])])],
    })),
    rules,
    agent: {
      watchedVolumes: {
        removable: true,
        mountPointPrefixes: [...(options.watchedMountPointPrefixes ?? [])],
      },
      outboxMaxEvents: 100_000,
    },
  } satisfies z.input<typeof policyBundleSchema>);
}
