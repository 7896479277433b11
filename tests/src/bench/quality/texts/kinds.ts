import { AGREEMENT_KINDS } from './agreements.ts';
import { CARE_KINDS } from './care.ts';
import { EXPORT_KINDS } from './exports.ts';
import { MESSAGE_KINDS } from './messages.ts';
import { SERVICE_KINDS } from './service.ts';
import { SYSTEM_KINDS } from './systems.ts';
import type { Kind } from './template.ts';
import { TRADE_KINDS } from './trade.ts';

/** The twenty kinds of business texts. */
export const KINDS: readonly Kind[] = [
  ...SERVICE_KINDS,
  ...MESSAGE_KINDS,
  ...AGREEMENT_KINDS,
  ...EXPORT_KINDS,
  ...CARE_KINDS,
  ...TRADE_KINDS,
  ...SYSTEM_KINDS,
];
