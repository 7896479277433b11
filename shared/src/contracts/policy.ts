import { z } from 'zod';

import { detectionDataSchema } from './detection-data.ts';
import { epochMsSchema, localizedTextSchema, slugSchema } from './primitives.ts';
import {
  CHANNELS,
  FINDING_TYPES,
  SEVERITIES,
  UNSCANNED_REASONS,
  VERDICT_ACTIONS,
} from './vocabulary.ts';

/** A clause of a pack: what the rule book says, in our own words. */
export const clauseSchema = z.strictObject({
  id: z
    .string()
    .max(16)
    .regex(/^[A-Z]+[0-9]+$/),
  title: localizedTextSchema,
  severity: z.enum(SEVERITIES),
  penaltyTier: z.enum(['P1', 'P2', 'P3', 'P4']),
  /** Which control watches the clause. */
  control: z.enum(['extension', 'agent', 'extension+agent', 'server', 'people', 'none']),
  coverage: z.enum(['watched', 'recorded-by-people', 'not-yet']),
});
export type Clause = z.infer<typeof clauseSchema>;

export const clausePackSchema = z.strictObject({
  id: slugSchema,
  version: z.int().min(1),
  title: localizedTextSchema,
  clauses: z.array(clauseSchema).min(1).max(200),
});
export type ClausePack = z.infer<typeof clausePackSchema>;

export const clauseRefSchema = z.strictObject({ pack: slugSchema, clause: z.string().max(16) });
export type ClauseRef = z.infer<typeof clauseRefSchema>;

/**
 * `crm.corp.example` = that host, `*.corp.example` = every host below it (not itself), an optional
 * `:port` is not part of a pattern: hosts are compared without ports.
 */
export const hostPatternSchema = z
  .string()
  .max(253)
  .regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/);

export const placeListSchema = z.strictObject({
  id: slugSchema,
  title: localizedTextSchema,
  hosts: z.array(hostPatternSchema).max(10_000),
});
export type PlaceList = z.infer<typeof placeListSchema>;

/** True for places on one of `in` (when given) and on none of `notIn`. Volumes are on no host list. */
export const placeConditionSchema = z.strictObject({
  in: z.array(slugSchema).max(64).optional(),
  notIn: z.array(slugSchema).max(64).optional(),
  removable: z.boolean().optional(),
});
export type PlaceCondition = z.infer<typeof placeConditionSchema>;

export const findingConditionSchema = z.strictObject({
  /** Absent = every type. */
  types: z.array(z.enum(FINDING_TYPES)).min(1).optional(),
  minConfidence: z.number().min(0).max(1),
  /** Distinct values (by normalised value and type) at or above the confidence. */
  minDistinct: z.int().min(1),
});
export type FindingCondition = z.infer<typeof findingConditionSchema>;

/** All given conditions must hold. A rule without `findings` and `unscanned` matches every act in its scope. */
export const ruleConditionsSchema = z.strictObject({
  findings: findingConditionSchema.optional(),
  unscanned: z.array(z.enum(UNSCANNED_REASONS)).min(1).optional(),
  source: placeConditionSchema.optional(),
  destination: placeConditionSchema.optional(),
});

export const ruleScopeSchema = z.strictObject({
  /** Empty arrays = everybody. */
  units: z.array(z.string().max(128)).max(1000),
  groups: z.array(z.string().max(64)).max(1000),
  employment: z.array(z.enum(['staff', 'outsourced', 'unknown'])).max(3),
});

/** Somebody answers for every exception, and every exception ends. */
export const ruleExceptionSchema = z.strictObject({
  id: slugSchema,
  owner: z.string().min(1).max(128),
  reason: z.string().min(1).max(500),
  endsAt: epochMsSchema,
  scope: ruleScopeSchema,
  destination: placeConditionSchema.optional(),
});

export const ruleSchema = z.strictObject({
  id: slugSchema,
  clause: clauseRefSchema,
  title: localizedTextSchema,
  scope: ruleScopeSchema,
  channels: z.array(z.enum(CHANNELS)).min(1),
  conditions: ruleConditionsSchema,
  action: z.enum(VERDICT_ACTIONS),
  severity: z.enum(SEVERITIES),
  evidence: z.enum(['none', 'sealed']),
  /** What is wrong, told to the employee. */
  message: localizedTextSchema,
  /** What to do instead. */
  alternative: localizedTextSchema,
  exceptions: z.array(ruleExceptionSchema).max(1000),
  /** `simulate` = matches are recorded as `audit`, nothing is enforced. */
  mode: z.enum(['simulate', 'enforce']),
  /** What happens to an act on these channels when it cannot be judged (engine fault, timeout). */
  onFailure: z.enum(['open', 'closed']),
});
export type Rule = z.infer<typeof ruleSchema>;

/** What an organisation decides; travels as the payload of a JWS (see policy/bundle-signature). */
export const policyBundleSchema = z
  .strictObject({
    format: z.literal(1),
    organisation: slugSchema,
    /** Only ever grows; an endpoint refuses a lower one. */
    version: z.int().min(1),
    issuedAt: epochMsSchema,
    packs: z.array(clausePackSchema).min(1).max(64),
    placeLists: z.array(placeListSchema).max(200),
    rules: z.array(ruleSchema).max(1000),
    /** Tables and rules of the organisation for the detectors; bundles of an older version have none. */
    detection: detectionDataSchema.default({}),
    agent: z.strictObject({
      /** Which mounted volumes the agent watches; a volume is watched when any entry fits. */
      watchedVolumes: z.strictObject({
        removable: z.boolean(),
        mountPointPrefixes: z.array(z.string().min(2).max(512).startsWith('/')).max(64),
      }),
      outboxMaxEvents: z.int().min(100).max(10_000_000),
    }),
  })
  .superRefine((bundle, context) => {
    const clauses = new Set(bundle.packs.flatMap((p) => p.clauses.map((c) => `${p.id}/${c.id}`)));
    const lists = new Set(bundle.placeLists.map((l) => l.id));
    const seen = new Set<string>();
    bundle.rules.forEach((rule, index) => {
      const fail = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['rules', index, field], message });
      if (seen.has(rule.id)) fail('id', `duplicate rule id ${rule.id}`);
      seen.add(rule.id);
      if (!clauses.has(`${rule.clause.pack}/${rule.clause.clause}`))
        fail('clause', `no such clause ${rule.clause.pack}/${rule.clause.clause}`);
      const places = [rule.conditions.source, rule.conditions.destination];
      for (const exception of rule.exceptions) places.push(exception.destination);
      for (const id of places.flatMap((p) => [...(p?.in ?? []), ...(p?.notIn ?? [])]))
        if (!lists.has(id)) fail('conditions', `no such place list ${id}`);
    });
  });
export type PolicyBundle = z.infer<typeof policyBundleSchema>;
