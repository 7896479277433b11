import { theme as antd, type ThemeConfig } from 'antd';

import { FONT_MONO, FONT_TEXT, MOTION_MS, PALETTES, SIZES, type ThemeName } from './tokens.ts';

/** Our tokens in antd's terms, so that its components are of one piece with ours. */
export function antdTheme(name: ThemeName, reducedMotion: boolean): ThemeConfig {
  const palette = PALETTES[name];
  const seconds = `${MOTION_MS / 1000}s`;
  return {
    algorithm: name === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    hashed: false,
    cssVar: { key: 'kd-antd' },
    token: {
      colorPrimary: palette.accent,
      colorPrimaryHover: palette.accentHover,
      colorLink: palette.accent,
      colorLinkHover: palette.accentHover,
      colorTextLightSolid: palette.onAccent,
      colorError: palette.severityCritical,
      colorWarning: palette.severityMedium,
      colorSuccess: palette.verdictAllow,
      colorText: palette.text,
      colorTextSecondary: palette.textMuted,
      colorTextTertiary: palette.textFaint,
      colorTextPlaceholder: palette.textFaint,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.hairline,
      boxShadow: palette.shadow,
      boxShadowSecondary: palette.shadow,
      fontFamily: FONT_TEXT,
      fontFamilyCode: FONT_MONO,
      fontSize: SIZES.font,
      fontSizeSM: SIZES.fontSmall,
      borderRadius: SIZES.radius,
      controlHeight: SIZES.control,
      motion: !reducedMotion,
      motionDurationFast: seconds,
      motionDurationMid: seconds,
      motionDurationSlow: seconds,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Segmented: { trackBg: palette.sunken, itemSelectedBg: palette.raised },
      Tooltip: { colorBgSpotlight: palette.text, colorTextLightSolid: palette.surface },
    },
  };
}
