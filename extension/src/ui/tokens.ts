/** Shared look of popup and notices (look.md), as CSS: pages cannot link a file of ours into a closed shadow root. */
export const TOKENS = `
:host, :root {
  color-scheme: light dark;
  --surface: light-dark(#ffffff, #16181d);
  --ground: light-dark(#f5f6f8, #0e1013);
  --soft: light-dark(#f0f2f5, #22262d);
  --hairline: light-dark(#e2e5ea, #2c3139);
  --hairline-strong: light-dark(#c9ced6, #444b57);
  --ink: light-dark(#15181d, #eceff3);
  --ink-2: light-dark(#474e5a, #b3bac6);
  --ink-3: light-dark(#656d7b, #8e97a5);
  --accent: light-dark(#1d5f86, #7cbfe6);
  --accent-hover: light-dark(#174d6d, #9ad0ef);
  --accent-ink: light-dark(#ffffff, #0b1a23);
  --accent-soft: light-dark(#e6f0f6, #15303f);
  --low: light-dark(#5a6472, #a3adbb);
  --medium: light-dark(#946200, #e5b647);
  --high: light-dark(#b8480a, #f79a55);
  --critical: light-dark(#b3261e, #f68078);
  --good: light-dark(#1b7247, #62c793);
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
