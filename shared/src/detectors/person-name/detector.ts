import { type Detector, refuse, type Scene } from '../../detection/detector.ts';
import { type BesideReader, createBesideReader } from './beside.ts';
import { skipConnector, skipOrdinal } from './connector.ts';
import { createHanNameReader, isHan } from './han-name.ts';
import { createTitles, LATIN_TITLE_ANCHORS, NAME_TAILS, type TitleKind } from './labels.data.ts';
import { createLatinNameReader, isLetter, isUpper, type LatinNameReader } from './latin-name.ts';
import { createNameBounds, type NameBounds } from './name-bounds.ts';
import { createNameLabels, type NameLabel } from './name-labels.ts';
import { readColumns } from './name-columns.ts';
import { builtInSurnames } from './surnames.data.ts';
import { type NameFound, weighName } from './weigh-name.ts';

/** Names behind one label at most: 参会人员：张三、李四、…. */
const LIST_LENGTH = 40;
const LIST_SIGNS = '\u3001,\uff0c/;\uff1b\u548c\u4e0e\u53ca ';
/** Units before a title that its name lies in. */
const TITLE_REACH = 26;

type Emit = (found: NameFound) => void;

/** What reads names, made at the first text: most frames of a page never see one. */
interface NameTools {
  readonly bounds: NameBounds;
  readonly readLatin: LatinNameReader;
  readonly beside: BesideReader;
}

/**
 * Name of a person. Chinese names of a known surname and one or two characters, with spaces or a dot inside, and in
 * pinyin; only with a label, a title behind, a column of names or an identifier of the same record beside. `张先生` is no full
 * name, masked names (张*, 张某) are none.
 *
 * Class and level: GB/T 35273-2020 annex A counts the name among the basic personal information; JR/T 0171-2020 puts it below
 * what identifies alone (C2: documents, accounts, telephone), for thousands share it. Hence identity, level 2.
 *
 * @param surnames one or two characters each, the most frequent first.
 */
export function createPersonNameDetector(
  surnames: readonly string[] = builtInSurnames(),
): Detector {
  const labels = createNameLabels();
  const titles = createTitles();
  const roles = createRoles(labels.anchors, titles);
  let tools: NameTools | null = null;

  function createTools(): NameTools {
    const reader = createHanNameReader(surnames, new Set(titles.keys()));
    const bounds = createNameBounds(reader, labels.anchors, titles.keys());
    return { bounds, readLatin: createLatinNameReader(), beside: createBesideReader(bounds) };
  }

  return {
    id: 'person-name',
    version: 1,
    dataClass: 'identity',
    dataLevel: 2,
    wants: [
      {
        kind: 'soft',
        anchors: [...roles.keys()],
        read(scene) {
          tools ??= createTools();
          const { bounds, readLatin, beside } = tools;
          const best = new Map<number, NameFound>();
          const emit: Emit = (found) => {
            const known = best.get(found.reading.start);
            if (!known || found.confidence > known.confidence) best.set(found.reading.start, found);
          };
          const { text } = scene;
          for (const { anchor, start, end } of scene.anchors) {
            const role = roles.get(anchor);
            if (!role) continue;
            if (role.title && bounds.mayEnd(text, start))
              readBeforeTitle(text, start, anchor, role.title === 'plain', bounds, emit);
            if (role.isTail) readBeforeTail(text, start, end, bounds, emit);
            if (role.isLatinTitle) readBehindLatinTitle(text, start, end, readLatin, emit);
            if (!role.isLabel || !bounds.mayFollow(text, skipOrdinal(text, end))) continue;
            const label = labels.label(text, anchor, start, end);
            if (label) readBehindLabel(text, end, label, tools, emit);
          }
          readColumns(scene.tables, scene.text, labels, bounds, readLatin, emit);
          beside.read(scene, emit);
          return withoutOverlaps(best, scene);
        },
      },
    ],
    context: { for: [] },
    validate: () => refuse('soft'),
    mask: (value) =>
      value.charAt(0) + '*'.repeat(Math.min(value.replaceAll(' ', '').length, 32) - 1),
  };
}

/** What an anchor is; some are several things. */
interface Role {
  readonly isLabel: boolean;
  readonly title: TitleKind | null;
  readonly isLatinTitle: boolean;
  /** What stands behind a name as a title does. */
  readonly isTail: boolean;
}

function createRoles(
  labels: readonly string[],
  titles: ReadonlyMap<string, TitleKind>,
): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>();
  for (const anchor of [...labels, ...titles.keys(), ...LATIN_TITLE_ANCHORS, ...NAME_TAILS])
    roles.set(anchor, {
      isLabel: labels.includes(anchor),
      title: titles.get(anchor) ?? null,
      isLatinTitle: LATIN_TITLE_ANCHORS.includes(anchor),
      isTail: NAME_TAILS.includes(anchor),
    });
  return roles;
}

function readBehindLabel(
  text: string,
  labelEnd: number,
  label: NameLabel,
  { bounds, readLatin }: NameTools,
  emit: Emit,
): void {
  const { at, kind } = skipConnector(text, labelEnd);
  const evidence = label.kind === 'sure' ? 'label' : 'weak-label';
  if (isLetter(text.charCodeAt(at))) {
    const latin =
      kind === 'touching' ? null : readLatin(text, at, label.takesForeign && kind === 'sign');
    if (latin) emit(weighName(latin, evidence, {}, label.term));
    return;
  }
  const isHeading = label.kind === 'sure' && text.slice(labelEnd, at).includes('\n');
  let next = at;
  for (let count = 0; count < LIST_LENGTH; count++) {
    const name = bounds.forward(text, next, text.length);
    if (!name) return;
    const isFirst = count === 0;
    // Colours, planes and towns have a `name` too.
    const isAnyName = label.term === 'name' && !label.takesForeign;
    if (
      isAnyName &&
      (/^bare$|-unusual$/.test(name.shape) || (name.shape === 'rare-usual' && !name.exact))
    )
      return;
    const loose = kind !== 'sign' || !isFirst || label.kind === 'weak';
    const isBound = kind === 'sign' && isFirst && name.exact && name.shape === 'common-unusual';
    if (loose && !isBound && name.shape !== 'common-usual' && name.shape !== 'dotted') {
      if (!isFirst || name.shape !== 'rare-usual' || kind === 'touching') return;
    }
    if (name.shape === 'bare' && !name.exact) return;
    const touching = kind === 'touching' || (kind === 'space' && label.kind === 'weak');
    emit(
      weighName(name, evidence, { touching, inexact: !name.exact, listed: !isFirst }, label.term),
    );
    next = name.end;
    const below = isHeading ? lineBelow(text, next) : 0;
    if (below > 0) {
      next = below;
      continue;
    }
    if (!LIST_SIGNS.includes(text.charAt(next) || 'x')) return;
    next++;
    if (text.charAt(next) === ' ') next++;
  }
}

/** Where the line below begins when the name ends its own; 0 = it does not. */
function lineBelow(text: string, end: number): number {
  const at = text.charAt(end) === '\r' ? end + 1 : end;
  return text.charAt(at) === '\n' ? at + 1 : 0;
}

function readBeforeTitle(
  text: string,
  titleStart: number,
  term: string,
  isPlain: boolean,
  bounds: NameBounds,
  emit: Emit,
): void {
  const end = text.charAt(titleStart - 1) === ' ' ? titleStart - 1 : titleStart;
  const name = bounds.backward(text, end, Math.max(0, end - TITLE_REACH));
  if (!name || name.shape === 'rare-unusual' || name.shape === 'bare') return;
  if (!isPlain && name.shape === 'common-unusual') return;
  emit(weighName(name, isPlain ? 'title' : 'office-title', { inexact: !name.exact }, term));
}

/** 张三，男，汉族; 张三您好. Only a name that nothing else touches: 欢迎光临您好, 李宁,男装. */
function readBeforeTail(
  text: string,
  start: number,
  end: number,
  bounds: NameBounds,
  emit: Emit,
): void {
  const isSex = '男女'.includes(text.charAt(end - 1));
  if (isSex && isHan(text.charCodeAt(end))) return;
  const at = isSex && text.charAt(start - 1) === ' ' ? start - 1 : start;
  const name = bounds.backward(text, at, Math.max(0, at - TITLE_REACH));
  if (!name?.exact || (name.shape !== 'common-usual' && name.shape !== 'dotted')) return;
  if (!isSex && name.value.length < 3) return;
  emit(weighName(name, 'office-title', {}, text.slice(start, end)));
}

function readBehindLatinTitle(
  text: string,
  start: number,
  end: number,
  readLatin: LatinNameReader,
  emit: Emit,
): void {
  const at = text.charCodeAt(end) === 0x20 ? end + 1 : end;
  // `took 900 ms id`: a name is capitalised.
  if (!isUpper(text.charCodeAt(at)) || isLetter(text.charCodeAt(start - 1))) return;
  // MS SQL Server: in capitals only pinyin counts.
  const isCapitals = text.charCodeAt(start + 1) < 0x60;
  const name = readLatin(text, at, !isCapitals);
  if (name) emit(weighName(name, 'title', {}, text.slice(start, end).toLowerCase().trim()));
}

/** The stronger of two that share characters; in order of `start`. Names inside other findings are a part of those. */
function withoutOverlaps(best: ReadonlyMap<number, NameFound>, { findings }: Scene) {
  const ordered = [...best.values()].sort((a, b) => a.reading.start - b.reading.start);
  const kept: NameFound[] = [];
  let at = 0;
  for (const found of ordered) {
    const { start, end } = found.reading;
    while ((findings[at]?.end ?? Infinity) <= start) at++;
    if ((findings[at]?.start ?? Infinity) < end) continue;
    const last = kept.at(-1);
    if (last && last.reading.end > start) {
      if (found.confidence > last.confidence) kept[kept.length - 1] = found;
    } else kept.push(found);
  }
  return kept.map(({ reading }) => reading);
}
