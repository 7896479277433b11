import { describe, expect, it } from 'vitest';

import { policyBundleSchema } from '@kedun/shared/contracts/policy';
import { createStarterBundle } from '@kedun/shared/policy/starter-bundle';

const good = () =>
  createStarterBundle({
    organisation: 'demo',
    version: 1,
    issuedAt: 0,
    hosts: { businessSystems: ['crm.corp.example'], corporateSites: [] },
  });

describe('a bundle that does not hold together is refused at the field', () => {
  it.each([
    [
      'a rule for a clause no pack has',
      (b: ReturnType<typeof good>) => (b.rules[0]!.clause.clause = 'T99'),
      'rules.0.clause',
    ],
    [
      'a rule that names a list nobody wrote',
      (b: ReturnType<typeof good>) => (b.rules[0]!.conditions.source = { in: ['nowhere'] }),
      'rules.0.conditions',
    ],
    [
      'two rules of one name',
      (b: ReturnType<typeof good>) => (b.rules[1]!.id = b.rules[0]!.id),
      'rules.1.id',
    ],
    [
      'a host pattern with a scheme',
      (b: ReturnType<typeof good>) => b.placeLists[0]!.hosts.push('https://a.example'),
      'placeLists.0.hosts.1',
    ],
    [
      'a version that is not a number',
      (b: ReturnType<typeof good>) => (b.version = '2' as never),
      'version',
    ],
    [
      'a field nobody knows',
      (b: ReturnType<typeof good>) => Object.assign(b, { disable: true }),
      '',
    ],
  ])('%s', (_name, spoil, path) => {
    const bundle = good();
    spoil(bundle);
    const result = policyBundleSchema.safeParse(bundle);
    expect(result.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  it('and one that does is accepted', () => {
    expect(policyBundleSchema.safeParse(good()).success).toBe(true);
  });
});
