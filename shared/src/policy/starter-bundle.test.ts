import { describe, expect, it } from 'vitest';

import type { Act } from '../contracts/act.ts';
import type { Channel } from '../contracts/vocabulary.ts';
import { evaluate } from './evaluate.ts';
import { createStarterBundle } from './starter-bundle.ts';

const bundle = createStarterBundle({
  organisation: 'demo',
  version: 1,
  issuedAt: 0,
  hosts: {
    businessSystems: ['crm.corp.example'],
    corporateSites: ['*.corp.example'],
    webmail: ['mail.foreign.example'],
  },
});

const web = (host: string) => ({ kind: 'web', host }) as const;
const local = { kind: 'local' } as const;
const stick = {
  kind: 'volume',
  mountPoint: '/media/x',
  fileSystem: 'vfat',
  removable: true,
} as const;

function judge(channel: Channel, source: Act['source'], destination: Act['destination']) {
  const act: Act = {
    id: '019aa000-0000-7000-8000-000000000001',
    channel,
    at: 1,
    actor: { employment: 'staff', groups: [] },
    source,
    destination,
    content: { kind: 'text', sizeBytes: 1 },
    initiator: 'user',
  };
  const finding = {
    type: 'cn-mobile',
    confidence: 0.65,
    digest: 'd',
    evasions: [] as never[],
  } as const;
  const verdict = evaluate({ act, findings: [finding], unscanned: [] }, bundle);
  return [verdict.action, verdict.reasons[0]?.clause.clause];
}

describe('the telecom pledge as the starter bundle applies it', () => {
  it.each([
    ['copying out of the CRM', 'clipboard.copy', web('crm.corp.example'), local, ['block', 'T1']],
    [
      'copying from any other site',
      'clipboard.copy',
      web('news.example'),
      local,
      ['allow', undefined],
    ],
    [
      'pasting into an AI chat',
      'clipboard.paste',
      local,
      web('chat.foreign.example'),
      ['block', 'T1'],
    ],
    [
      'pasting into the CRM',
      'clipboard.paste',
      local,
      web('crm.corp.example'),
      ['allow', undefined],
    ],
    ['uploading to a net disk', 'upload.file', local, web('disk.foreign.example'), ['block', 'T1']],
    [
      'a fetch to an own site',
      'network.request',
      web('crm.corp.example'),
      web('api.corp.example'),
      ['allow', undefined],
    ],
    [
      'pasting into public webmail',
      'clipboard.paste',
      local,
      web('mail.foreign.example'),
      ['block', 'T2'],
    ],
    [
      'attaching to a well-known webmail',
      'upload.file',
      local,
      web('mail.qq.com'),
      ['block', 'T2'],
    ],
    ['writing to a stick', 'removable.write', local, stick, ['block', 'T12']],
  ] as const)('%s', (_name, channel, source, destination, expected) => {
    expect(judge(channel, source, destination)).toEqual(expected);
  });

  it('marks only the clauses as watched for which it holds a rule', () => {
    const watched = bundle.packs[0]?.clauses.filter((clause) => clause.coverage === 'watched');
    expect(new Set(watched?.map((clause) => clause.id))).toEqual(
      new Set(bundle.rules.map((rule) => rule.clause.clause)),
    );
  });
});
