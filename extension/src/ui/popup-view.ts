import type { Violation } from '@kedun/shared/contracts/violation';
import { type Channel, type Language, VERDICT_ACTIONS } from '@kedun/shared/contracts/vocabulary';
import { formatMasked } from '@kedun/shared/contracts/format-masked';

import type { StatusReport, WatchedClause } from '../messages/status.ts';
import { drawIcon } from './icons.ts';
import { POPUP_WORDS } from './popup-words.ts';
import { ACTION_WORDS, CHANNEL_WORDS, TYPE_WORDS } from './words.ts';

type Child = Node | string;

/** An element with class and children; strings go in as text. */
export function h(tag: string, className: string, ...children: Child[]): HTMLElement {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

const TONES = { protected: 'good', offline: 'low', unconfigured: 'medium' } as const;

function formatTime(at: number, language: Language): string {
  const date = new Date(at);
  const today = new Date().toDateString() === date.toDateString();
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    ...(today ? {} : { month: 'short', day: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(date);
}

function stateBlock(report: StatusReport, language: Language): HTMLElement {
  const words = POPUP_WORDS[language];
  const mark = h('span', 'mark');
  mark.append(
    drawIcon(document, report.state === 'unconfigured' ? ['shield'] : ['shield', 'check'], {
      size: 24,
    }),
  );
  const block = h(
    'div',
    'state',
    mark,
    h(
      'div',
      '',
      h('b', '', words.state[report.state]),
      h('p', '', words.stateDetail[report.state]),
    ),
  );
  block.style.setProperty('--tone', `var(--${TONES[report.state]})`);
  return block;
}

function factsBlock(report: StatusReport, language: Language): HTMLElement {
  const words = POPUP_WORDS[language];
  const { policyVersion, confirmedAt, waitingEvents } = report;
  const link = words.uplink[report.uplink];
  const rows: (readonly [string, string])[] = [
    [words.organisation, report.organisation ?? words.none],
    [words.policy, policyVersion === null ? words.none : words.version(policyVersion)],
    [words.link, waitingEvents > 0 ? `${link} · ${words.waiting(waitingEvents)}` : link],
  ];
  if (confirmedAt !== null) rows.push([words.confirmed, formatTime(confirmedAt, language)]);
  return h(
    'dl',
    'facts',
    ...rows.flatMap(([name, value]) => [h('dt', '', name), h('dd', '', value)]),
  );
}

/** A rule on trial enforces nothing: below every other. */
const strictness = (rule: WatchedClause['rules'][number]): number =>
  rule.simulated ? -1 : VERDICT_ACTIONS.indexOf(rule.action);

function clauseBlock(watched: WatchedClause, language: Language): HTMLElement {
  const strictest = new Map<Channel, WatchedClause['rules'][number]>();
  for (const rule of watched.rules)
    for (const channel of rule.channels) {
      const known = strictest.get(channel);
      if (!known || strictness(rule) > strictness(known)) strictest.set(channel, rule);
    }
  const pills = [...strictest].map(([channel, rule]) => {
    const trial = rule.simulated ? ` · ${POPUP_WORDS[language].simulated}` : '';
    const text = `${CHANNEL_WORDS[channel][language]} · ${ACTION_WORDS[rule.action][language]}${trial}`;
    const pill = h('span', 'pill', text);
    pill.title = rule.title[language];
    return pill;
  });
  return h(
    'li',
    'clause',
    h('b', '', watched.clause.clause),
    h('span', '', watched.title[language]),
    h('div', 'rules', ...pills),
  );
}

function watchedSection(
  report: StatusReport,
  host: string | null,
  language: Language,
): HTMLElement {
  const words = POPUP_WORDS[language];
  const section = h('section', '', h('h2', '', words.watchedHere));
  if (host === null) section.append(h('p', 'empty', words.noPage));
  else {
    section.append(h('p', 'host', host));
    if (report.watched.length === 0) section.append(h('p', 'empty', words.nothingHere));
    else
      section.append(h('ul', '', ...report.watched.map((clause) => clauseBlock(clause, language))));
  }
  return section;
}

function actRow(violation: Violation, language: Language): HTMLElement {
  const words = POPUP_WORDS[language];
  const { act, findings, verdict, enforcement } = violation;
  const place = [act.destination, act.source].find(({ kind }) => kind === 'web');
  const host = place?.kind === 'web' ? place.host : '';
  const first = findings[0];
  const clause = verdict.reasons[0]?.clause.clause;
  const detail = h('div', 'detail');
  if (first)
    detail.append(
      h('span', '', TYPE_WORDS[first.type][language]),
      h('span', 'value', formatMasked(first.masked)),
    );
  if (violation.customerCount > 1)
    detail.append(h('span', '', words.customers(violation.customerCount)));
  if (clause !== undefined) detail.append(h('span', '', clause));
  const row = h(
    'li',
    'act',
    drawIcon(document, [verdict.severity], { filled: true, size: 12 }),
    h(
      'span',
      'what',
      `${CHANNEL_WORDS[act.channel][language]} · ${words.outcome[enforcement.outcome]}${host === '' ? '' : ` · ${host}`}`,
    ),
    h('time', '', formatTime(violation.occurredAt, language)),
    detail,
  );
  row.style.setProperty('--tone', `var(--${verdict.severity})`);
  return row;
}

function mineSection(report: StatusReport, language: Language): HTMLElement {
  const words = POPUP_WORDS[language];
  const { violations } = report;
  const content =
    violations.length === 0
      ? h('div', 'empty', h('b', '', words.nothingMine), words.nothingMineDetail)
      : h('ul', '', ...violations.map((violation) => actRow(violation, language)));
  return h('section', '', h('h2', '', words.mine), content);
}

export interface PopupModel {
  readonly report: StatusReport;
  readonly host: string | null;
  readonly language: Language;
}

/** The whole popup for a report. `sync` is what the button does. */
export function buildPopup(model: PopupModel, sync: (button: HTMLElement) => void): HTMLElement {
  const { report, host, language } = model;
  const words = POPUP_WORDS[language];
  const button = h('button', '', words.sync);
  button.addEventListener('click', () => sync(button));
  return h(
    'main',
    '',
    h(
      'header',
      'top',
      drawIcon(document, ['shield', 'check'], { size: 18 }),
      h('span', 'brand', language === 'zh' ? '客盾' : 'Kedun'),
      h('span', 'ver', report.extensionVersion),
    ),
    stateBlock(report, language),
    factsBlock(report, language),
    watchedSection(report, host, language),
    mineSection(report, language),
    h('footer', 'foot', h('span', '', words.promise), button),
  );
}
