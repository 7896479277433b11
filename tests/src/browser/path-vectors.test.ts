import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Act } from '@kedun/shared/contracts/act';
import type { PolicyBundle, Rule } from '@kedun/shared/contracts/policy';
import type { Violation } from '@kedun/shared/contracts/violation';
import { type Channel, LIMITS } from '@kedun/shared/contracts/vocabulary';
import { ALL_VECTORS } from '@kedun/shared/detectors/all-vectors';
import { VECTOR_DATA } from '@kedun/shared/detectors/vector-data';
import { type InspectionContext, inspectText } from '@kedun/shared/inspection/inspect';
import { createTextEngine } from '@kedun/shared/inspection/text-engine';
import { createDigester } from '@kedun/shared/redaction/digest';

import { enrolEndpoint } from '../harness/endpoint-client.ts';
import { type ManagedStack, startManagedStack } from '../harness/managed-stack.ts';
import { waitFor } from '../harness/wait.ts';

/** What must be the same wherever a text is judged. The act itself differs: place, time, person. */
type Judgement = Pick<Violation, 'findings' | 'findingCount' | 'customerCount' | 'unscanned'> & {
  readonly verdict: Violation['verdict'];
};

const RECORDED: readonly Channel[] = ['clipboard.paste', 'removable.write'];

/** Records every act on the two channels, whatever was found, and stops nothing; configures what the vectors need. */
function recordEverything(bundle: PolicyBundle): PolicyBundle {
  const [first] = bundle.rules;
  if (!first) throw new Error('the demo policy has no rules');
  const rule: Rule = {
    ...first,
    id: 'record-everything',
    channels: [...RECORDED],
    conditions: {},
    action: 'audit',
    severity: 'low',
    onFailure: 'open',
  };
  return { ...bundle, rules: [rule], detection: VECTOR_DATA };
}

function judgementOf(violation: Violation): Judgement {
  const { findings, findingCount, customerCount, unscanned, verdict } = violation;
  return { findings, findingCount, customerCount, unscanned, verdict };
}

/**
 * One vector in four: each is an alert that is read back over the API, which has a rate limit. All of them are judged in
 * Node, where the engine is the same file.
 */
const VECTORS = ALL_VECTORS.filter((_vector, index) => index % 4 === 0);

/** Pasting nothing is no act: nobody judges it. */
const PASTED = VECTORS.map((vector, index) => ({ ...vector, index })).filter(
  ({ text }) => text !== '',
);

const fileNameOf = (index: number): string => `vector-${String(index).padStart(3, '0')}.txt`;

describe('one vector file, one verdict: in Node, in a page, through the agent', () => {
  let stack: ManagedStack;
  let page: Page;
  let expected: Judgement[];

  beforeAll(async () => {
    stack = await startManagedStack({ policy: recordEverything });
    page = await stack.browser.newPage(stack.sites.url('chat'));
    const context = await nodeContext();
    expected = VECTORS.map(({ text }) => judgeInNode(text, context));
  });
  afterAll(() => stack?.stop());

  /** The same policy and the same digest key as every other endpoint of the organisation. */
  async function nodeContext(): Promise<InspectionContext> {
    const token = await stack.console.enrolmentToken('agent');
    const { digestKey } = await enrolEndpoint(stack.server.url, token);
    const { bundle } = await stack.console.policy();
    return {
      engine: createTextEngine({ policy: () => bundle }),
      digester: createDigester(digestKey),
      bundle,
    };
  }

  function judgeInNode(text: string, context: InspectionContext): Judgement {
    const act: Act = {
      id: '019aa000-0000-7000-8000-000000000001',
      channel: 'clipboard.paste',
      at: 0,
      actor: { employment: 'staff', groups: [] },
      source: { kind: 'local' },
      destination: { kind: 'local' },
      content: { kind: 'text', sizeBytes: 0 },
      initiator: 'user',
    };
    const { findings, unscanned, verdict } = inspectText(act, text, context);
    return {
      findings: findings.slice(0, LIMITS.findingsPerViolation),
      findingCount: findings.length,
      customerCount: new Set(findings.map(({ record }) => record)).size,
      unscanned: [...unscanned],
      verdict,
    };
  }

  /** Every violation stored for the channel, once there are `count`. */
  async function stored(channel: Channel, count: number): Promise<Violation[]> {
    const alerts = await waitFor(
      `${count} alerts on ${channel}`,
      async () => {
        const all = (await stack.console.allAlerts()).filter((a) => a.channel === channel);
        return all.length >= count && all;
      },
      { timeoutMs: 40_000, everyMs: 250 },
    );
    const violations: Violation[] = [];
    for (const { id } of alerts) violations.push(...(await stack.console.alert(id)).violations);
    return violations;
  }

  it('the vectors are there, and many of them find something', () => {
    expect(VECTORS.length).toBeGreaterThan(60);
    expect(expected.filter(({ findingCount }) => findingCount > 0).length).toBeGreaterThan(30);
  });

  it('in a content script in Chromium, as in Node', async () => {
    await page.evaluate(
      (texts) => {
        for (const text of texts) {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          const options = { bubbles: true, cancelable: true, clipboardData };
          document.querySelector('#prompt')?.dispatchEvent(new ClipboardEvent('paste', options));
        }
      },
      PASTED.map(({ text }) => text),
    );
    // Ids are made in order of the acts.
    const violations = (await stored('clipboard.paste', PASTED.length)).toSorted((a, b) =>
      a.id < b.id ? -1 : 1,
    );
    expect(violations).toHaveLength(PASTED.length);
    for (const [place, { id, index }] of PASTED.entries()) {
      const violation = violations[place];
      expect({ id, ...(violation && judgementOf(violation)) }).toEqual({ id, ...expected[index] });
    }
  });

  it('through the agent, as in Node', async () => {
    const { mountPoint } = stack.volume;
    for (const [index, { text }] of VECTORS.entries())
      await writeFile(path.join(mountPoint, fileNameOf(index)), text);
    const violations = await stored('removable.write', VECTORS.length);
    expect(violations).toHaveLength(VECTORS.length);
    const byName = new Map(violations.map((v) => [v.act.content.fileName, judgementOf(v)]));
    for (const [index, { id }] of VECTORS.entries())
      expect({ id, ...byName.get(fileNameOf(index)) }).toEqual({ id, ...expected[index] });
  });
});
