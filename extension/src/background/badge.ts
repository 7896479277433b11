import type { ProtectionState } from '../messages/status.ts';
import type { BackgroundPlatform } from '../platform/background.ts';
import { pickLanguage } from '../ui/words.ts';

const BADGES = {
  protected: { text: '', colour: '#1b7247', zh: '客盾：已保护', en: 'Kedun: protected' },
  offline: {
    text: '',
    colour: '#5a6472',
    zh: '客盾：离线，按已有策略保护',
    en: 'Kedun: offline, last policy in force',
  },
  unconfigured: { text: '!', colour: '#946200', zh: '客盾：尚未配置', en: 'Kedun: not configured' },
} as const satisfies Record<ProtectionState, object>;

/** The toolbar button says when something is not as it should be, and nothing otherwise. */
export function showProtection(
  platform: Pick<BackgroundPlatform, 'showBadge' | 'language'>,
  state: ProtectionState,
): Promise<void> {
  const badge = BADGES[state];
  return platform.showBadge(badge.text, badge.colour, badge[pickLanguage(platform.language())]);
}
