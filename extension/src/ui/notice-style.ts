import { TOKENS } from './tokens.ts';

/** Style inside the notice's closed shadow root. */
export const NOTICE_STYLE = `${TOKENS}
.board { display: grid; gap: 8px; max-height: 100vh; box-sizing: border-box; overflow-y: auto; overscroll-behavior: contain; scrollbar-width: none;
  padding: 12px 40px 48px; margin: -12px -40px -48px; pointer-events: none; font: 13px/1.5 var(--sans); color: var(--ink); text-autospace: normal;
  -webkit-font-smoothing: antialiased; }
.board:lang(zh) { line-height: 1.6; }
.board:lang(en) { font-family: var(--sans-latin); }
.card { pointer-events: auto; background: var(--surface); border-radius: 12px; box-shadow: var(--shadow); overflow: hidden; outline: none;
  animation: in 140ms cubic-bezier(.2,.8,.3,1); }
@keyframes in { from { opacity: 0; transform: translateY(-6px); } }
@media (prefers-reduced-motion: reduce) { .card { animation: none; } }
.head { display: flex; align-items: center; gap: 8px; padding: 12px 8px 0 16px; }
.head svg { flex: none; }
.sign { display: inline-flex; color: var(--tone); }
.title { flex: 1; margin: 0; font-size: 14px; font-weight: 600; }
.times { color: var(--ink-3); font-size: 12px; font-variant-numeric: tabular-nums; }
.close { all: unset; display: grid; place-items: center; width: 28px; height: 28px; border-radius: 6px; color: var(--ink-3); cursor: pointer; }
.close:hover { background: var(--soft); color: var(--ink); }
.body { padding: 4px 16px 14px; }
.why { margin: 0 0 8px; overflow-wrap: anywhere; }
.found { display: grid; gap: 1px; margin: 0 0 10px; padding: 0; list-style: none; background: var(--hairline); border: 1px solid var(--hairline);
  border-radius: 8px; overflow: hidden; }
.found li { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding: 4px 10px; background: var(--ground); }
.value { font: 12.5px/1.6 var(--mono); white-space: pre; font-variant-numeric: tabular-nums; }
.tag { flex: none; font-size: 12px; color: var(--ink-3); }
.rest { justify-content: flex-end !important; color: var(--ink-3); font-size: 12px; }
.now { margin: 0 0 10px; color: var(--ink-2); overflow-wrap: anywhere; }
label { display: block; font-size: 12px; color: var(--ink-2); margin-bottom: 4px; }
textarea { box-sizing: border-box; width: 100%; min-height: 56px; resize: vertical; padding: 7px 10px; margin: 0 0 4px; border: 1px solid var(--hairline-strong);
  border-radius: 8px; background: var(--surface); color: var(--ink); font: inherit; }
textarea::placeholder { color: var(--ink-3); }
.hint:empty { margin: 0 0 8px; }
.hint { margin: 2px 0 10px; font-size: 12px; color: var(--critical); }
.actions { display: flex; flex-wrap: wrap; gap: 8px; }
.actions button { all: unset; box-sizing: border-box; min-height: 32px; padding: 5px 14px; border-radius: 8px; font-weight: 500; text-align: center; cursor: pointer;
  box-shadow: inset 0 0 0 1px var(--hairline-strong); }
.actions button:hover { background: var(--soft); }
.actions .primary { background: var(--accent); color: var(--accent-ink); box-shadow: none; }
.actions .primary:hover { background: var(--accent-hover); }
button:focus-visible, textarea:focus-visible, .card:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.foot { display: flex; align-items: center; gap: 6px; padding: 8px 16px; border-top: 1px solid var(--hairline); background: var(--ground);
  font-size: 12px; color: var(--ink-3); }
.foot svg { color: var(--accent); }
.foot b { font: 600 11px/1.6 var(--mono); color: var(--accent); background: var(--accent-soft); border-radius: 4px; padding: 0 6px; }
.foot .no { margin-left: auto; font: 11px/1.6 var(--mono); }
/* Cards below the newest say what happened; the rest shows when one is entered. */
.card:not(:first-child, :focus-within, :hover) :is(.found, .now, .foot) { display: none; }
@media (pointer: coarse) { .actions button { min-height: 44px; padding-block: 11px; } .close { width: 44px; height: 44px; } }
@media (forced-colors: active) { .card { border: 1px solid CanvasText; } }
`;
