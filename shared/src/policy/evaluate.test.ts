import { describe, expect, it } from 'vitest';

import type { Act } from '../contracts/act.ts';
import type { PolicyBundle, Rule } from '../contracts/policy.ts';
import { evaluate, evaluateFailure, type JudgedFinding } from './evaluate.ts';

const text = { zh: '文', en: 'text' };
const everyone: Rule['scope'] = { units: [], groups: [], employment: [] };

const rule = (over: Partial<Rule>): Rule => ({
  id: 'r1',
  clause: { pack: 'p', clause: 'T1' },
  title: text,
  scope: everyone,
  channels: ['clipboard.paste'],
  conditions: { findings: { minConfidence: 0.6, minDistinct: 1 } },
  action: 'block',
  severity: 'high',
  evidence: 'none',
  message: text,
  alternative: text,
  exceptions: [],
  mode: 'enforce',
  onFailure: 'closed',
  ...over,
});

const bundle = (...rules: Rule[]): PolicyBundle => ({
  format: 1,
  organisation: 'demo',
  version: 7,
  issuedAt: 0,
  packs: [
    {
      id: 'p',
      version: 1,
      title: text,
      clauses: [
        {
          id: 'T1',
          title: { zh: '条款', en: 'clause' },
          severity: 'high',
          penaltyTier: 'P1',
          control: 'extension',
          coverage: 'watched',
        },
      ],
    },
  ],
  placeLists: [{ id: 'own', title: text, hosts: ['crm.corp.example', '*.intra.example'] }],
  rules,
  detection: {},
  agent: { watchedVolumes: { removable: true, mountPointPrefixes: [] }, outboxMaxEvents: 1000 },
});

const act = (over: Partial<Act> = {}): Act => ({
  id: '019aa000-0000-7000-8000-000000000001',
  channel: 'clipboard.paste',
  at: 1000,
  actor: { employment: 'staff', groups: [] },
  source: { kind: 'local' },
  destination: { kind: 'web', host: 'chat.foreign.example' },
  content: { kind: 'text', sizeBytes: 10 },
  initiator: 'user',
  ...over,
});

const finding = (over: Partial<JudgedFinding> = {}): JudgedFinding => ({
  type: 'cn-mobile',
  confidence: 0.9,
  digest: 'a',
  evasions: [],
  ...over,
});

const judged = (over: { act?: Act; findings?: JudgedFinding[] } = {}) => ({
  act: act(),
  findings: [finding()],
  unscanned: [],
  ...over,
});

describe('evaluate', () => {
  it('lets the strictest matching action win and tells all matches, strictest first', () => {
    const verdict = evaluate(
      judged(),
      bundle(rule({ id: 'warns', action: 'warn', severity: 'critical' }), rule({ id: 'blocks' })),
    );
    expect(verdict.action).toBe('block');
    expect(verdict.severity).toBe('high');
    expect(verdict.reasons.map((reason) => reason.rule)).toEqual(['blocks', 'warns']);
    expect(verdict.reasons[0]?.clauseTitle).toEqual({ zh: '条款', en: 'clause' });
    expect(verdict.policyVersion).toBe(7);
  });

  it.each([
    [
      'one step up where somebody tried to hide it',
      'medium',
      ['chinese-numerals'],
      'high',
      'evasion',
    ],
    ['no further than the top', 'critical', ['zero-width'], 'critical', 'evasion'],
    [
      'not for what an input method writes',
      'medium',
      ['full-width', 'separated'],
      'medium',
      undefined,
    ],
  ] as const)('raises the severity %s', (_name, severity, evasions, expected, raisedBy) => {
    const hidden = judged({ findings: [finding({ evasions: [...evasions] })] });
    const [reason] = evaluate(hidden, bundle(rule({ severity }))).reasons;
    expect(reason).toMatchObject({ severity: expected });
    expect(reason?.raisedBy).toBe(raisedBy);
  });

  it.each([
    ['another channel', judged({ act: act({ channel: 'upload.file' }) }), {}],
    ['too little confidence', judged({ findings: [finding({ confidence: 0.59 })] }), {}],
    [
      'a type the rule does not name',
      judged(),
      {
        conditions: {
          findings: { types: ['bank-card' as const], minConfidence: 0, minDistinct: 1 },
        },
      },
    ],
    [
      'one customer repeated where two are asked for',
      judged({ findings: [finding(), finding()] }),
      { conditions: { findings: { minConfidence: 0, minDistinct: 2 } } },
    ],
    [
      'staff where the rule is for outsourced',
      judged(),
      { scope: { ...everyone, employment: ['outsourced' as const] } },
    ],
    [
      'a destination on the list that is left out',
      judged({ act: act({ destination: { kind: 'web', host: 'hr.intra.example' } }) }),
      { conditions: { destination: { notIn: ['own'] } } },
    ],
  ])('does not match %s', (_name, input, over) => {
    expect(evaluate(input, bundle(rule(over)))).toMatchObject({ action: 'allow', reasons: [] });
  });

  it('records a simulated match as audit and never enforces it', () => {
    expect(evaluate(judged(), bundle(rule({ mode: 'simulate' }))).action).toBe('audit');
  });

  it('lifts a match by an exception until its end, and still tells it', () => {
    const exception = { id: 'ex', owner: 'li', reason: 'x', endsAt: 2000, scope: everyone };
    const policy = bundle(rule({ exceptions: [exception] }));
    expect(evaluate(judged(), policy)).toMatchObject({
      action: 'allow',
      reasons: [{ rule: 'r1', exception: 'ex' }],
    });
    expect(evaluate(judged({ act: act({ at: 2000 }) }), policy).action).toBe('block');
  });
});

describe('evaluateFailure', () => {
  it('fails closed where one rule in reach says closed', () => {
    expect(evaluateFailure(judged(), bundle(rule({})), 'engine-fault').action).toBe('block');
  });

  it('fails open where every rule in reach says open', () => {
    const policy = bundle(rule({ onFailure: 'open' }));
    expect(evaluateFailure(judged(), policy, 'engine-fault').action).toBe('allow');
  });

  it('leaves places alone that no rule watches, whatever fails', () => {
    const policy = bundle(rule({ conditions: { destination: { notIn: ['own'] } } }));
    const inside = act({ destination: { kind: 'web', host: 'crm.corp.example' } });
    expect(evaluateFailure(judged({ act: inside }), policy, 'engine-fault').action).toBe('allow');
  });

  it('fails closed before the first policy only for content in which something was found', () => {
    expect(evaluateFailure(judged(), null, 'no-policy').action).toBe('block');
    expect(evaluateFailure(judged({ findings: [] }), null, 'no-policy').action).toBe('allow');
  });
});
