import type { PolicyBundle, Rule } from '@kedun/shared/contracts/policy';
import type { Channel } from '@kedun/shared/contracts/vocabulary';
import { placeMatches } from '@kedun/shared/policy/place';

import type { WatchedClause } from '../messages/status.ts';

/** Channels the extension has sensors for. */
const WATCHED_CHANNELS: ReadonlySet<Channel> = new Set([
  'clipboard.copy',
  'clipboard.paste',
  'upload.file',
  'network.request',
]);

function channelsHere(rule: Rule, host: string, bundle: PolicyBundle): Channel[] {
  const page = { kind: 'web', host } as const;
  const local = { kind: 'local' } as const;
  const { source, destination } = rule.conditions;
  const fits = (condition: typeof source, place: typeof page | typeof local) =>
    condition === undefined || placeMatches(condition, place, bundle.placeLists);
  return rule.channels.filter((channel) => {
    if (!WATCHED_CHANNELS.has(channel)) return false;
    if (channel === 'clipboard.copy') return fits(source, page) && fits(destination, local);
    // Where a page sends to is not known beforehand; its own host is the usual case.
    if (channel === 'network.request') return fits(source, page) && fits(destination, page);
    return fits(source, local) && fits(destination, page);
  });
}

/** What the policy watches on pages of `host`, per clause, in the bundle's order. */
export function listWatchedClauses(bundle: PolicyBundle, host: string): WatchedClause[] {
  const clauses = new Map<string, WatchedClause & { rules: WatchedClause['rules'][number][] }>();
  for (const rule of bundle.rules) {
    const channels = channelsHere(rule, host, bundle);
    if (channels.length === 0 || rule.action === 'allow') continue;
    const pack = bundle.packs.find(({ id }) => id === rule.clause.pack);
    const clause = pack?.clauses.find(({ id }) => id === rule.clause.clause);
    const key = `${rule.clause.pack}/${rule.clause.clause}`;
    const entry = clauses.get(key) ?? {
      clause: rule.clause,
      title: clause?.title ?? rule.title,
      rules: [],
    };
    const simulated = rule.mode === 'simulate';
    entry.rules.push({ title: rule.title, channels, action: rule.action, simulated });
    clauses.set(key, entry);
  }
  return [...clauses.values()];
}
