/** A finding with the place that tells whose record it belongs to. */
export interface Placed {
  readonly type: string;
  /** Normalised: equal values of a type are the same customer wherever they stand. */
  readonly value: string;
  readonly line: number;
  readonly paragraph: number;
  /** In a row of a table: the row is the record. */
  readonly inTable: boolean;
  /** Its label opens the line (`手机号: …`): lines of a form, one customer below the other. */
  readonly opensLine: boolean;
}

/** Lines of a form may lie so far apart (name, address, notes between). */
const FORM_LINE_DISTANCE = 3;

/** The record that may still grow, with its members so far. */
interface OpenRecord {
  readonly number: number;
  readonly members: Placed[];
}

function belongs(members: readonly Placed[], placed: Placed): boolean {
  const last = members.at(-1);
  if (!last) return false;
  if (placed.inTable || last.inTable)
    return placed.inTable && last.inTable && placed.line === last.line;
  // A second number of a kind starts the next customer of a list.
  if (members.some(({ type, value }) => type === placed.type && value !== placed.value))
    return false;
  if (placed.line === last.line) return true;
  return (
    placed.opensLine &&
    last.opensLine &&
    placed.paragraph === last.paragraph &&
    placed.line - last.line <= FORM_LINE_DISTANCE
  );
}

/** Members of a record that are remembered: a record has one number of each type, or is a row of a table. */
const MAX_MEMBERS = 32;

/**
 * Numbers the records of findings in order of position: one for each customer. A value that was seen before
 * brings its record along, so that a customer who is named twice counts once.
 */
export function assignRecords(findings: readonly Placed[]): number[] {
  const byType = new Map<string, Map<string, number>>();
  let count = 0;
  let open: OpenRecord | null = null;
  const numbers: number[] = [];
  for (const placed of findings) {
    const byValue = byType.get(placed.type) ?? new Map<string, number>();
    if (byValue.size === 0) byType.set(placed.type, byValue);
    const known = byValue.get(placed.value);
    if (!open || !belongs(open.members, placed)) open = { number: known ?? count++, members: [] };
    if (known === undefined) byValue.set(placed.value, open.number);
    if (open.members.length === MAX_MEMBERS) open.members.shift();
    open.members.push(placed);
    numbers.push(open.number);
  }
  return numbers;
}
