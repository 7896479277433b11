/**
 * The one list of colours and sizes (design: look.md). The antd theme and the CSS variables are both made
 * from it; theme/contrast.test.ts holds every text pair to WCAG AA.
 */

const light = {
  ground: '#f7f8f9',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f1f3f5',
  hover: '#f3f6f8',
  selected: '#e6f1f5',
  hairline: '#e4e7eb',
  edge: '#c9ced6',
  text: '#171a1f',
  textMuted: '#545c69',
  textFaint: '#69717e',
  accent: '#0f6681',
  accentHover: '#0c5368',
  onAccent: '#ffffff',
  accentGround: '#e6f1f5',
  shadow: '0 0 0 1px rgb(20 26 36 / 7%), 0 8px 28px rgb(20 26 36 / 12%)',
  severityLow: '#556070',
  severityLowGround: '#edf0f3',
  severityMedium: '#875a00',
  severityMediumGround: '#fcf2da',
  severityHigh: '#b04408',
  severityHighGround: '#fdeadd',
  severityCritical: '#b3161d',
  severityCriticalGround: '#fde7e7',
  verdictAllow: '#1a6f3d',
  verdictAllowGround: '#e4f4ea',
  verdictAudit: '#4b5c7d',
  verdictAuditGround: '#eaeef5',
  verdictMask: '#6a4b9e',
  verdictMaskGround: '#f1ebfa',
  verdictWarn: '#875a00',
  verdictWarnGround: '#fcf2da',
  verdictRedact: '#0a655f',
  verdictRedactGround: '#e0f3f1',
  verdictApprove: '#4548ad',
  verdictApproveGround: '#ebecfa',
  verdictBlock: '#b3161d',
  verdictBlockGround: '#fde7e7',
};

/** Every colour by its role. */
export type Palette = { readonly [Role in keyof typeof light]: string };

const dark: Palette = {
  ground: '#0b0d0f',
  surface: '#121417',
  raised: '#2b3037',
  sunken: '#191c20',
  hover: '#1a1e22',
  selected: '#12303a',
  hairline: '#24282d',
  edge: '#3b4149',
  text: '#e8eaed',
  textMuted: '#a3abb6',
  textFaint: '#8a929e',
  accent: '#5fb8d3',
  accentHover: '#86cce1',
  onAccent: '#06171d',
  accentGround: '#12303a',
  shadow: '0 0 0 1px #2b3037, 0 8px 28px rgb(0 0 0 / 60%)',
  severityLow: '#a0abba',
  severityLowGround: '#22272d',
  severityMedium: '#e0b04a',
  severityMediumGround: '#2d2511',
  severityHigh: '#f2914f',
  severityHighGround: '#331f11',
  severityCritical: '#ff7b7b',
  severityCriticalGround: '#391a1a',
  verdictAllow: '#63c48a',
  verdictAllowGround: '#132a1c',
  verdictAudit: '#9fb0d0',
  verdictAuditGround: '#1c2330',
  verdictMask: '#bfa3ec',
  verdictMaskGround: '#271e36',
  verdictWarn: '#e0b04a',
  verdictWarnGround: '#2d2511',
  verdictRedact: '#55c2b8',
  verdictRedactGround: '#0f2a28',
  verdictApprove: '#a2a6f5',
  verdictApproveGround: '#1f2040',
  verdictBlock: '#ff7b7b',
  verdictBlockGround: '#391a1a',
};

export const PALETTES = { light, dark } as const;
export type ThemeName = keyof typeof PALETTES;

/** Pixels, unless the name says otherwise. */
export const SIZES = {
  fontSmall: 12,
  fontTable: 13,
  font: 14,
  fontLead: 16,
  fontTitle: 20,
  fontHero: 28,
  row: 36,
  touch: 44,
  control: 32,
  radius: 6,
} as const;

export const FONT_TEXT =
  'Inter, "PingFang SC", "HarmonyOS Sans SC", "Noto Sans SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';
export const FONT_MONO =
  '"SF Mono", "Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono CJK SC", monospace';

/** All motion stays under 150 ms. */
export const MOTION_MS = 120;
