/**
 * Look of popup and notices (look.md), as CSS: pages cannot link a file of ours into a closed shadow root.
 * The colours are the console's; tests/src/contract/one-look.test.ts holds the two together.
 */
export const TOKENS = `
:host, :root {
  color-scheme: light dark;
  --surface: light-dark(#ffffff, #121417);
  --ground: light-dark(#f7f8f9, #0b0d0f);
  --soft: light-dark(#f1f3f5, #191c20);
  --hairline: light-dark(#e4e7eb, #24282d);
  --hairline-strong: light-dark(#c9ced6, #3b4149);
  --ink: light-dark(#171a1f, #e8eaed);
  --ink-2: light-dark(#545c69, #a3abb6);
  --ink-3: light-dark(#69717e, #8a929e);
  --accent: light-dark(#0f6681, #5fb8d3);
  --accent-hover: light-dark(#0c5368, #86cce1);
  --accent-ink: light-dark(#ffffff, #06171d);
  --accent-soft: light-dark(#e6f1f5, #12303a);
  --low: light-dark(#556070, #a0abba);
  --medium: light-dark(#875a00, #e0b04a);
  --high: light-dark(#b04408, #f2914f);
  --critical: light-dark(#b3161d, #ff7b7b);
  --good: light-dark(#1a6f3d, #63c48a);
  --shadow: 0 0 0 1px light-dark(rgb(16 24 40 / 8%), rgb(255 255 255 / 9%)),
    0 4px 10px light-dark(rgb(16 24 40 / 6%), rgb(0 0 0 / 40%)),
    0 18px 44px light-dark(rgb(16 24 40 / 16%), rgb(0 0 0 / 55%));
  --sans: "Inter", "PingFang SC", "HarmonyOS Sans SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei",
    "Source Han Sans SC", system-ui, sans-serif;
  --sans-latin: "Inter", system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, "PingFang SC", "Noto Sans SC",
    "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", monospace;
}
`;
