import { type Detector, type Reading, refuse, type Scene } from '../../detection/detector.ts';
import { ADDRESS_LABELS, OTHER_ADDRESSES } from './address-words.data.ts';
import { skipToValue } from './address-label.ts';
import { createDivisions, type Divisions } from './divisions.ts';
import { ENGLISH_ANCHORS, readEnglishAddress } from './english-address.ts';
import { DETAIL_ANCHORS, findDetailStarts } from './detail-starts.ts';
import { isBesidePerson } from './beside-person.ts';
import { type Address, type AddressReader, createAddressReader } from './read-address.ts';
import { type AddressFound, type Evidence, weighAddress, worthOf } from './weigh-address.ts';

/** Below it a reading is noise. */
const MIN_CONFIDENCE = 0.3;
const COLUMN_LABELS = ['地址', '住址', '住所', 'address', 'addr', '居住地', '所在地', 'dizhi'];
const MUNICIPALITIES: ReadonlySet<string> = new Set(['北京', '天津', '上海', '重庆']);
/** Visible characters of a masked address at most. */
const VISIBLE = 8;

/**
 * Postal address in mainland China: GB/T 2260 divisions, then town, road or village, estate, number, building, unit and
 * room, in Chinese or English. A full one stands alone; others need a label, a column of addresses or an identifier of
 * the same record beside.
 *
 * Class and level: location, 3. GB/T 35273-2020 annex B counts the whereabouts of a person as sensitive; JR/T 0171-2020 puts the home
 * address among what can tell a person (C2).
 */
export function createPostalAddressDetector(): Detector {
  const divisions = createDivisions();
  const kinds = anchorKinds(divisions);
  /** By their last character. */
  const others = new Map<string, string[]>();
  for (const word of OTHER_ADDRESSES.split(' '))
    others.set(word.slice(-1), [...(others.get(word.slice(-1)) ?? []), word]);
  let reader: AddressReader | null = null;

  /** 内存地址, IP 地址, mailAddress: of no place. */
  function isOther(text: string, start: number): boolean {
    let end = start;
    while (end > 0 && start - end < 2 && ' _-'.includes(text.charAt(end - 1))) end--;
    const group = others.get(text.charAt(end - 1).toLowerCase());
    if (!group) return false;
    const before = text.slice(Math.max(0, end - 14), end).toLowerCase();
    return group.some((word) => before.endsWith(word));
  }

  return {
    id: 'postal-address',
    version: 1,
    dataClass: 'location',
    dataLevel: 3,
    wants: [
      {
        kind: 'soft',
        anchors: [...kinds.keys()],
        read(scene) {
          reader ??= createAddressReader(divisions);
          const found = createCollector(scene);
          readLabels(scene, kinds, divisions, isOther, reader, found);
          readColumns(scene, reader, found);
          readAlone(scene, kinds, divisions, reader, found);
          return found.result();
        },
      },
    ],
    context: { for: [] },
    validate: () => refuse('soft'),
    mask: (value) => `${value.slice(0, visibleLength(divisions, value))}***`,
  };
}

type AnchorKind = 'label' | 'division' | 'english' | 'detail';

function anchorKinds(divisions: Divisions): ReadonlyMap<string, AnchorKind> {
  const kinds = new Map<string, AnchorKind>();
  for (const anchor of DETAIL_ANCHORS) kinds.set(anchor, 'detail');
  for (const anchor of divisions.names) kinds.set(anchor, 'division');
  for (const anchor of ENGLISH_ANCHORS) kinds.set(anchor, 'english');
  for (const anchor of ADDRESS_LABELS) kinds.set(anchor, 'label');
  return kinds;
}

/** Units of province and city; without the city where both are long. */
function visibleLength(divisions: Divisions, value: string): number {
  const province = divisions.skipMain(value, 0);
  const isCity = MUNICIPALITIES.has(value.slice(0, 2));
  const city = province === 0 || isCity ? province : divisions.skipMain(value, province);
  if (city <= VISIBLE) return city;
  return province <= VISIBLE ? province : 0;
}

interface Collector {
  add(address: Address, evidence: Evidence, term?: string): void;
  result(): readonly Reading[];
}

/** Keeps the strongest of those that share characters. */
function createCollector(scene: Scene): Collector {
  const all: AddressFound[] = [];
  return {
    add(address, evidence, term) {
      const worth = worthOf(address.parts);
      const besides = evidence === 'none' && worth >= 0.3 && isBesidePerson(scene, address);
      const found = weighAddress(scene.text, address, besides ? 'beside' : evidence, term);
      if (found.confidence >= MIN_CONFIDENCE) all.push(found);
    },
    result() {
      all.sort((a, b) => a.reading.start - b.reading.start || b.confidence - a.confidence);
      const kept: AddressFound[] = [];
      for (const found of all) {
        const last = kept.at(-1);
        if (!last || last.reading.end <= found.reading.start) kept.push(found);
        else if (found.confidence > last.confidence) kept[kept.length - 1] = found;
      }
      return kept.map(({ reading }) => reading);
    },
  };
}

function isLatin(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit > 0x22 && unit < 0x7b;
}

function readLabels(
  { text, anchors }: Scene,
  kinds: ReadonlyMap<string, AnchorKind>,
  divisions: Divisions,
  isOther: (text: string, start: number) => boolean,
  reader: AddressReader,
  found: Collector,
): void {
  let seenTo = 0;
  for (const { anchor, start, end } of anchors) {
    if (start < seenTo || kinds.get(anchor) !== 'label') continue;
    const at = skipToValue(text, anchor, start, end);
    if (at < 0) continue;
    // 地址杭州…: without a sign only what begins like an address.
    if (at === end && divisions.skipMain(text, at) === at) continue;
    if (isOther(text, start)) continue;
    const { address } = reader(text, at, text.length);
    const read = address ?? (isLatin(text, at) ? readEnglishAddress(text, at, at) : null);
    if (!read) continue;
    found.add(read, 'label', anchor);
    seenTo = read.end;
  }
}

function readColumns({ text, tables }: Scene, reader: AddressReader, found: Collector): void {
  for (const table of tables) {
    const wanted = new Map<number, string>();
    for (const [index, header] of table.headers.entries()) {
      const label = COLUMN_LABELS.find((word) => header.includes(word));
      if (label === undefined) continue;
      const isOther = OTHER_ADDRESSES.split(' ').some((word) => header.startsWith(word));
      if (!isOther) wanted.set(index, label);
    }
    if (wanted.size === 0) continue;
    for (const row of table.rows())
      for (const { column, start, end } of row) {
        const label = wanted.get(column);
        if (label === undefined || end === start) continue;
        const { address } = reader(text, start, end);
        if (address) found.add(address, 'column', label);
      }
  }
}

/** Addresses that begin with a division, hold a house number, or are written in English. */
function readAlone(
  { text, anchors }: Scene,
  kinds: ReadonlyMap<string, AnchorKind>,
  divisions: Divisions,
  reader: AddressReader,
  found: Collector,
): void {
  const starts: number[] = [];
  const details: number[] = [];
  let englishTo = 0;
  for (const { anchor, start } of anchors) {
    const kind = kinds.get(anchor);
    if (kind === 'division') starts.push(start);
    else if (kind === 'detail') details.push(start + 1);
    else if (kind === 'english' && start >= englishTo) {
      const address = readEnglishAddress(text, start, englishTo);
      if (address) found.add(address, 'none');
      englishTo = Math.max(start + 1, address?.end ?? 0);
    }
  }
  let seenTo = 0;
  const read = (start: number): number => {
    if (start < seenTo) return 0;
    const { address, seenTo: reached } = reader(text, start, text.length);
    if (address) found.add(address, 'none');
    seenTo = address?.end ?? start + 1;
    return reached;
  };
  let at = 0;
  findDetailStarts(text, details, divisions, (start) => {
    while ((starts[at] ?? Infinity) <= start) read(starts[at++] ?? 0);
    return Math.max(read(start), seenTo);
  });
  while (at < starts.length) read(starts[at++] ?? 0);
}
