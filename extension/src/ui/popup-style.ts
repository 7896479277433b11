import { TOKENS } from './tokens.ts';

export const POPUP_STYLE = `${TOKENS}
* { box-sizing: border-box; }
body { margin: 0; width: 360px; max-height: 600px; background: var(--surface); color: var(--ink); font: 13px/1.5 var(--sans); text-autospace: normal;
  -webkit-font-smoothing: antialiased; }
:lang(zh) body { line-height: 1.6; }
:lang(en) body { font-family: var(--sans-latin); }
h2 { margin: 0 0 8px; font-size: 12px; font-weight: 600; color: var(--ink-3); }
p { margin: 0; }
ul { margin: 0; padding: 0; list-style: none; }
.top { display: flex; align-items: center; gap: 8px; padding: 12px 16px; border-bottom: 1px solid var(--hairline); }
.top svg { color: var(--accent); }
.brand { font-size: 14px; font-weight: 600; }
.ver { margin-left: auto; color: var(--ink-3); font: 11px/1.6 var(--mono); }
.state { display: flex; gap: 12px; padding: 16px; align-items: flex-start; }
.mark { flex: none; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 12px; color: var(--tone);
  background: color-mix(in srgb, var(--tone) 13%, transparent); }
.state b { display: block; font-size: 16px; line-height: 1.4; font-weight: 600; }
.state p { color: var(--ink-2); }
.facts { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 16px 16px; padding: 10px 12px; background: var(--ground); border-radius: 10px; }
.facts dt { color: var(--ink-3); }
.facts dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
section { padding: 14px 16px; border-top: 1px solid var(--hairline); }
.host { font: 12px/1.6 var(--mono); color: var(--ink-2); margin: -4px 0 8px; overflow-wrap: anywhere; }
.clause { display: grid; grid-template-columns: auto 1fr; gap: 2px 10px; }
.clause + .clause { margin-top: 10px; }
.clause > b { font: 600 11px/1.8 var(--mono); color: var(--accent); background: var(--accent-soft); border-radius: 4px; padding: 0 6px; height: 20px; }
.rules { grid-column: 2; display: flex; flex-wrap: wrap; gap: 4px; margin-top: 2px; }
.pill { font-size: 12px; line-height: 20px; padding: 0 8px; border-radius: 10px; background: var(--soft); color: var(--ink-2); }
.act { padding: 8px 0; border-top: 1px solid var(--hairline); display: grid; grid-template-columns: 18px 1fr auto; gap: 0 8px; align-items: baseline; }
.act:first-child { border-top: 0; padding-top: 0; }
.act svg { color: var(--tone); align-self: center; }
.act .what { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.act time, .act .detail { color: var(--ink-3); font-size: 12px; font-variant-numeric: tabular-nums; }
.act .detail { grid-column: 2 / -1; display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: baseline; }
.value { font: 12px/1.6 var(--mono); white-space: pre; background: var(--soft); border-radius: 4px; padding: 0 5px; color: var(--ink); }
.empty b { display: block; font-weight: 500; }
.empty { color: var(--ink-3); }
.empty b { color: var(--ink-2); }
.foot { display: flex; align-items: center; gap: 12px; padding: 10px 16px; border-top: 1px solid var(--hairline); background: var(--ground); color: var(--ink-3); font-size: 12px; }
button { all: unset; flex: none; margin-left: auto; padding: 4px 12px; border-radius: 8px; color: var(--ink); background: var(--surface); font-weight: 500; cursor: pointer;
  box-shadow: inset 0 0 0 1px var(--hairline-strong); }
button:hover { background: var(--soft); }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
button[disabled] { color: var(--ink-3); cursor: default; }
`;
