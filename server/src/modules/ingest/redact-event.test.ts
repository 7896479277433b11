import type { EndpointEvent } from '@kedun/shared/contracts/endpoint-event';
import { createEngine } from '@kedun/shared/detection/engine';
import { createDetectors } from '@kedun/shared/detectors/registry';
import { describe, expect, it } from 'vitest';

import { makeStarted, makeViolation } from '../../testing/events.ts';
import { redactEvent } from './redact-event.ts';

const engine = createEngine({ detectors: createDetectors() });
/** Synthetic. */
const MOBILE = '13912345678';
const RESIDENT_ID = '11010519491231002X';
const CARD = '6222021234567890128';

const { act, findings, enforcement } = makeViolation();
const [finding] = findings;
if (!finding) throw new Error('no finding');

describe('an event with a raw identifier in a free field', () => {
  it.each<[string, string, Partial<Parameters<typeof makeViolation>[0] & object>]>([
    [
      'file name',
      MOBILE,
      { act: { ...act, content: { ...act.content, fileName: `客户${MOBILE}.csv` } } },
    ],
    [
      'mount point',
      RESIDENT_ID,
      {
        act: {
          ...act,
          destination: {
            kind: 'volume',
            mountPoint: `/media/身份证${RESIDENT_ID}`,
            fileSystem: 'vfat',
            removable: true,
          },
        },
      },
    ],
    [
      'host',
      MOBILE,
      { act: { ...act, destination: { kind: 'web', host: `${MOBILE}.crm.example` } } },
    ],
    ['mask that masks nothing', RESIDENT_ID, { findings: [{ ...finding, masked: RESIDENT_ID }] }],
    [
      'justification',
      '１３９ １２３４ ５６７８',
      { enforcement: { ...enforcement, justification: '客户手机１３９ １２３４ ５６７８要求' } },
    ],
    [
      'part of an archive',
      CARD,
      { unscanned: [{ reason: 'too-large', part: `银行卡${CARD}.xlsx` }] },
    ],
  ])('is kept without it: %s', (_name, raw, overrides) => {
    const violation = makeViolation(overrides);
    expect(JSON.stringify(violation)).toContain(raw);
    const { isChanged, event } = redactEvent(violation, engine);
    expect(isChanged).toBe(true);
    expect(event?.id).toBe(violation.id);
    expect(JSON.stringify(event)).not.toContain(raw);
  });

  it.each<[string, EndpointEvent]>([
    ['a sound violation', makeViolation()],
    [
      'a staff number that looks like a mobile number',
      makeViolation({ act: { ...act, actor: { ...act.actor, employeeId: MOBILE } } }),
    ],
    ['a start', makeStarted()],
  ])('leaves %s as it is', (_name, event) => {
    expect(redactEvent(event, engine)).toEqual({ isChanged: false, event });
  });
});
