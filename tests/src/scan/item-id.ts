/** An id as it is to be given back. */
export interface ItemId {
  readonly json: string;
}

/**
 * The `id` of a parsed line, a string or a number, as JSON. A number that JavaScript cannot hold exactly is given back as
 * it stood in `source`: 19-digit row ids are common. Null when there is none.
 */
export function readId(item: object, source: string): ItemId | null {
  const id: unknown = 'id' in item ? item.id : undefined;
  if (typeof id === 'string' || Number.isSafeInteger(id)) return { json: JSON.stringify(id) };
  if (typeof id !== 'number') return null;
  const sources = new Map<unknown, string | undefined>();
  let own: string | undefined;
  JSON.parse(
    source,
    function keepSource(
      this: unknown,
      key: string,
      value: unknown,
      context?: {
        source?: string;
      },
    ) {
      if (key === 'id') sources.set(this, context?.source);
      // The outermost value comes last.
      if (key === '') own = sources.get(value);
      return value;
    },
  );
  return { json: own ?? JSON.stringify(id) };
}
