/** A finding with the place that tells whose record it belongs to. */
export interface Placed {
  /** Type and value: equal keys are the same customer wherever they stand. */
  readonly key: string;
  readonly type: string;
  readonly line: number;
  readonly paragraph: number;
  /** In a row of a table: the row is the record. */
  readonly inTable: boolean;
  /** Its label opens the line (`手机号: …`): lines of a form, one customer below the other. */
  readonly opensLine: boolean;
}

/** Lines of a form may lie so far apart (name, address, notes between). */
const FORM_LINE_DISTANCE = 3;

interface OpenRecord {
  readonly number: number;
  readonly types: Map<string, string>;
  last: Placed;
}

function belongs(record: OpenRecord, placed: Placed): boolean {
  const { last } = record;
  if (placed.inTable || last.inTable)
    return placed.inTable && last.inTable && placed.line === last.line;
  const known = record.types.get(placed.type);
  // A second number of a kind starts the next customer of a list.
  if (known !== undefined && known !== placed.key) return false;
  if (placed.line === last.line) return true;
  return (
    placed.opensLine &&
    last.opensLine &&
    placed.paragraph === last.paragraph &&
    placed.line - last.line <= FORM_LINE_DISTANCE
  );
}

/**
 * Numbers the records of findings in order of position: one for each customer. A value that was seen before
 * brings its record along, so that a customer who is named twice counts once.
 */
export function assignRecords(findings: readonly Placed[]): number[] {
  const byKey = new Map<string, number>();
  let count = 0;
  let open: OpenRecord | null = null;
  return findings.map((placed) => {
    if (!open || !belongs(open, placed)) {
      const number = byKey.get(placed.key) ?? count++;
      open = { number, types: new Map(), last: placed };
    }
    open.types.set(placed.type, placed.key);
    open.last = placed;
    if (!byKey.has(placed.key)) byKey.set(placed.key, open.number);
    return open.number;
  });
}
