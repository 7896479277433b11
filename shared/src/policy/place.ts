import type { Place } from '../contracts/act.ts';
import type { PlaceCondition, PlaceList } from '../contracts/policy.ts';

/** `*.corp.example` fits every host below corp.example, not corp.example itself. */
export function hostMatches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  return host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1;
}

function isOnAny(place: Place, ids: readonly string[], lists: readonly PlaceList[]): boolean {
  if (place.kind !== 'web') return false;
  return lists.some(
    (list) =>
      ids.includes(list.id) && list.hosts.some((pattern) => hostMatches(pattern, place.host)),
  );
}

/** All given parts must hold; see `placeConditionSchema`. */
export function placeMatches(
  condition: PlaceCondition,
  place: Place,
  lists: readonly PlaceList[],
): boolean {
  const removable = place.kind === 'volume' && place.removable;
  if (condition.removable !== undefined && condition.removable !== removable) return false;
  if (condition.in && !isOnAny(place, condition.in, lists)) return false;
  return !condition.notIn || !isOnAny(place, condition.notIn, lists);
}
