import { describe, expect, it } from 'vitest';

import { FINDING_TYPES, SEVERITIES } from '@kedun/shared/contracts/vocabulary';

import { TOKENS } from '../../../extension/src/ui/tokens.ts';
import { SEVERITY_WORDS, TYPE_WORDS } from '../../../extension/src/ui/words.ts';
import { en } from '../../../server/console/src/i18n/en.ts';
import { zh } from '../../../server/console/src/i18n/zh.ts';
import { PALETTES } from '../../../server/console/src/theme/tokens.ts';

/** Colours of popup and notices by the console's roles. The console's own test holds the pairs to WCAG AA. */
const ROLES = {
  surface: 'surface',
  ground: 'ground',
  soft: 'sunken',
  hairline: 'hairline',
  'hairline-strong': 'edge',
  ink: 'text',
  'ink-2': 'textMuted',
  'ink-3': 'textFaint',
  accent: 'accent',
  'accent-hover': 'accentHover',
  'accent-ink': 'onAccent',
  'accent-soft': 'accentGround',
  low: 'severityLow',
  medium: 'severityMedium',
  high: 'severityHigh',
  critical: 'severityCritical',
  good: 'verdictAllow',
} as const satisfies Record<string, keyof typeof PALETTES.light>;

describe('notices, popup and console look and speak alike', () => {
  it('every colour of the extension is one of the console', () => {
    const colours = [...TOKENS.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/gu)].map(
      ([, name, light, dark]) => [name, light, dark],
    );
    expect(colours).toEqual(
      Object.entries(ROLES).map(([name, role]) => [
        name,
        PALETTES.light[role],
        PALETTES.dark[role],
      ]),
    );
  });

  it.each(FINDING_TYPES)('%s has one name', (type) => {
    expect(TYPE_WORDS[type].zh).toBe(zh.finding[type]);
  });

  it.each(SEVERITIES)('%s has one name', (severity) => {
    expect(SEVERITY_WORDS[severity]).toEqual({
      zh: zh.severity[severity],
      en: en.severity[severity],
    });
  });
});
