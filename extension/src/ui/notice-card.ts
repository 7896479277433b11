import type { Language } from '@kedun/shared/contracts/vocabulary';
import { formatMasked } from '@kedun/shared/contracts/format-masked';

import type { NoticeChoices } from '../enforcement/enforcer.ts';
import type { NoticeContent } from '../messages/background-message.ts';
import { drawIcon } from './icons.ts';
import { composeNotice, maskLabel, NOTICE_LABELS } from './notice-words.ts';
import { SEVERITY_WORDS, TYPE_WORDS } from './words.ts';

export interface CardModel {
  readonly content: NoticeContent;
  readonly choices: NoticeChoices;
  /** How often the same thing happened while the card was up. */
  readonly count: number;
  readonly interrupts: boolean;
}

export interface Card {
  readonly element: HTMLElement;
  /** What pressing a control does. The board finds the control; see there why no listener sits here. */
  readonly actions: ReadonlyMap<Element, () => void>;
  /** Where focus goes in. */
  readonly entry: HTMLElement;
}

function child(
  parent: Element,
  tag: string,
  options: { className?: string; text?: string } = {},
): HTMLElement {
  const element = parent.ownerDocument.createElement(tag);
  if (options.className !== undefined) element.className = options.className;
  if (options.text !== undefined) element.textContent = options.text;
  parent.append(element);
  return element;
}

function addFindings(body: HTMLElement, content: NoticeContent, language: Language): void {
  if (content.masked.length === 0) return;
  const list = child(body, 'ul', { className: 'found' });
  for (const { type, text } of content.masked) {
    const row = child(list, 'li');
    child(row, 'span', { className: 'value', text: formatMasked(text) });
    child(row, 'span', { className: 'tag', text: TYPE_WORDS[type][language] });
  }
  const rest = content.findingCount - content.masked.length;
  if (rest > 0) child(list, 'li', { className: 'rest', text: NOTICE_LABELS[language].more(rest) });
}

function addReason(body: HTMLElement, language: Language, id: string) {
  const label = child(body, 'label', { text: NOTICE_LABELS[language].reason });
  label.setAttribute('for', id);
  const field = body.ownerDocument.createElement('textarea');
  field.id = id;
  field.maxLength = 500;
  field.placeholder = NOTICE_LABELS[language].reasonHint;
  body.append(field);
  const hint = child(body, 'p', { className: 'hint' });
  hint.setAttribute('role', 'status');
  return { field, hint };
}

/** Builds one card. Every text goes in as text, never as markup. `close` takes the card off the board. */
export function buildCard(
  document: Document,
  model: CardModel,
  language: Language,
  close: () => void,
): Card {
  const { content, choices } = model;
  const labels = NOTICE_LABELS[language];
  const words = composeNotice(content, language);
  const actions = new Map<Element, () => void>();
  const leave = () => {
    choices.leave?.();
    close();
  };

  const element = document.createElement('section');
  element.className = 'card';
  element.tabIndex = -1;
  element.lang = language === 'zh' ? 'zh-CN' : 'en';
  element.style.setProperty('--tone', `var(--${content.severity})`);
  element.setAttribute('role', model.interrupts ? 'alertdialog' : 'status');
  element.setAttribute('aria-label', words.title);

  const head = child(element, 'div', { className: 'head' });
  const sign = child(head, 'span', { className: 'sign' });
  sign.title = SEVERITY_WORDS[content.severity][language];
  sign.append(drawIcon(document, [content.severity], { filled: true }));
  child(head, 'h2', { className: 'title', text: words.title });
  if (model.count > 1) child(head, 'span', { className: 'times', text: labels.times(model.count) });
  const cross = child(head, 'button', { className: 'close' });
  cross.setAttribute('aria-label', labels.close);
  cross.append(drawIcon(document, ['close']));
  actions.set(cross, leave);

  const body = child(element, 'div', { className: 'body' });
  child(body, 'p', { className: 'why', text: words.why });
  addFindings(body, content, language);
  if (words.now !== '') child(body, 'p', { className: 'now', text: words.now });

  const { goOn, mask } = choices;
  const reason = goOn ? addReason(body, language, `reason-${content.id}`) : null;
  const row = child(body, 'div', { className: 'actions' });
  if (mask) {
    const button = child(row, 'button', {
      className: goOn ? '' : 'primary',
      text: maskLabel(content.channel, language),
    });
    actions.set(button, () => {
      leave();
      mask();
    });
  }
  if (goOn && reason) {
    const text = choices.goOnLater === true ? labels.goOnLater : labels.goOn;
    const button = child(row, 'button', { className: 'primary', text });
    actions.set(button, () => {
      const given = reason.field.value.trim();
      if (given === '') {
        reason.hint.textContent = labels.reasonMissing;
        reason.field.focus();
        return;
      }
      close();
      goOn(given);
    });
  }
  const shut = child(row, 'button', { text: labels.close });
  actions.set(shut, leave);

  const foot = child(element, 'div', { className: 'foot' });
  foot.append(drawIcon(document, ['shield', 'check'], { size: 14 }));
  child(foot, 'span', { text: language === 'zh' ? '客盾' : 'Kedun' });
  if (content.clause) {
    const clause = child(foot, 'b', { text: content.clause.id });
    clause.title = content.clause.title[language];
  }
  child(foot, 'span', { className: 'no', text: `${labels.number} ${content.id.slice(-8)}` });

  const firstButton = row.firstElementChild;
  const entry = reason?.field ?? (firstButton instanceof HTMLElement ? firstButton : element);
  return { element, actions, entry };
}
