import type { Language } from '@kedun/shared/contracts/vocabulary';

import { LANGUAGE_TAGS } from '../i18n/language-choice.ts';

interface Zone {
  /** IANA name; the browser's own where absent. */
  readonly timeZone?: string;
}

/** `14:03:27` */
export function clockTime(at: number, zone: Zone = {}): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    ...zone,
  }).format(at);
}

/** `2026-03-09`, sortable and the same in both languages. */
export function isoDay(at: number, zone: Zone = {}): string {
  return new Intl.DateTimeFormat('sv-SE', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...zone,
  }).format(at);
}

/** `2026-03-09 14:03:27` */
export function fullTime(at: number, zone: Zone = {}): string {
  return `${isoDay(at, zone)} ${clockTime(at, zone)}`;
}

/** `3月9日 星期一` / `Mon 9 Mar`, with the year where it is not this one. */
export function dayTitle(at: number, now: number, language: Language, zone: Zone = {}): string {
  const sameYear = isoDay(at, zone).slice(0, 4) === isoDay(now, zone).slice(0, 4);
  return new Intl.DateTimeFormat(LANGUAGE_TAGS[language], {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    weekday: language === 'zh' ? 'long' : 'short',
    ...zone,
  }).format(at);
}

/** Which heading a day gets: `today`, `yesterday` or its date. */
export function dayKind(at: number, now: number, zone: Zone = {}): 'today' | 'yesterday' | 'date' {
  const day = isoDay(at, zone);
  if (day === isoDay(now, zone)) return 'today';
  return day === isoDay(now - 86_400_000, zone) ? 'yesterday' : 'date';
}

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A span in its largest whole unit: `3 秒`, `2 hours`; under a second in milliseconds. */
export function spanText(spanMs: number, language: Language): string {
  const size = Math.abs(spanMs);
  const [unit, unitMs] = STEPS.find(([, stepMs]) => size >= stepMs) ?? ['millisecond', 1];
  return new Intl.NumberFormat(LANGUAGE_TAGS[language], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(Math.floor(size / unitMs));
}

const JUST_NOW: Readonly<Record<Language, string>> = { zh: '刚刚', en: 'just now' };

/** `3 分钟前`, `yesterday`; `刚刚` within the last minute. */
export function agoText(at: number, now: number, language: Language): string {
  const size = Math.max(0, now - at);
  const [unit, unitMs] = STEPS.find(([, stepMs]) => size >= stepMs) ?? ['second', 1000];
  const format = new Intl.RelativeTimeFormat(LANGUAGE_TAGS[language], { numeric: 'auto' });
  return unit === 'second' ? JUST_NOW[language] : format.format(-Math.floor(size / unitMs), unit);
}
