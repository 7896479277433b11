import {
  type AddressWord,
  COUNTED_IN_HAN,
  createAddressWords,
  NO_DISTRICTS,
  NO_NUMBER_BEHIND,
  NO_ROAD_BEHIND,
  NO_ROAD_NAMES,
  PART,
} from './address-words.data.ts';
import {
  ADDRESS_LENGTH,
  HAN_NUMERALS,
  isGap,
  isHan,
  normaliseAddress,
  readNumeral,
  skipRemark,
} from './address-units.ts';
import type { Divisions } from './divisions.ts';
import { createUnitFlags, FLAG } from './unit-flags.ts';

/** An address as it stands in the text. */
export interface Address {
  readonly start: number;
  readonly end: number;
  /** Sum of `PART`s. */
  readonly parts: number;
}

export interface AddressRead {
  readonly address: Address | null;
  /** How far the text has been looked at: no other address begins before. */
  readonly seenTo: number;
}

/** Reads the address that begins at `start`, from its first division or road to its last detail, up to `limit`. */
export type AddressReader = (text: string, start: number, limit: number) => AddressRead;

/** Han characters of a name before its 路, 村, 小区 at most. */
const NAME_LENGTH = 16;
/** Never inside an address; the labels of the next field begin with the latter. */
const ENDING_CHARACTERS = new Set('的了是我你他她它们这那您请在于把被说很');
/** 那 opens the names of villages in the south (那林屯); behind these it points. */
const POINTED_AT = '个里边儿么天种些是时位家份条次';
const NEXT_FIELDS =
  /^(?:电话|手机|联系|收件|收货|收信|姓名|邮编|邮政编码|身份证|备注|订单|客户|用户|快递|户主|传真|性别|签收|开户|负责人|法定)/;
const NEXT_FIELD_HEADS = new Set('电手联收姓邮身备订客用快户传性签开负法');
const COMMAS = new Set(',\uff0c');
const DASHES = new Set('-\u2014\u2013/\u00b7>|');
const PLACE = PART.ROAD | PART.VILLAGE | PART.ESTATE;
const DETAIL = PART.NUMBER | PART.BUILDING | PART.ROOM;

interface Walk {
  readonly text: string;
  readonly limit: number;
  /** Where the name or number that is being read begins. */
  part: number;
  at: number;
  /** Behind the last complete part. */
  end: number;
  parts: number;
  /** A space or comma stands before the part. */
  apart: boolean;
  stopped: boolean;
  /** Behind a Latin word or bare number inside a name. */
  latinEnd: number;
}

function opensName(text: string, at: number): boolean {
  return text.charAt(at) === '那' && !POINTED_AT.includes(text.charAt(at + 1) || '个');
}

export function createAddressReader(divisions: Divisions): AddressReader {
  const words = createAddressWords();
  const inHan = new Set(COUNTED_IN_HAN.split(' ').map((word) => word.charAt(0)));
  const noNumber = NO_NUMBER_BEHIND.split(' ');
  const noNumberHeads = new Set(noNumber.map((word) => word.charAt(0)));
  const noRoad = new Set(NO_ROAD_BEHIND.split(' '));
  const noRoadNames = new Set(NO_ROAD_NAMES.split(' '));
  const noDistricts = new Set(NO_DISTRICTS.split(' '));

  const flags = createUnitFlags([
    [FLAG.NUMERAL, HAN_NUMERALS],
    [FLAG.ENDING, ENDING_CHARACTERS],
    [FLAG.FIELD, NEXT_FIELD_HEADS],
    [FLAG.MAIN, divisions.names.map((name) => name.charAt(0))],
    [FLAG.DISTRICT, '区县旗市'],
    [FLAG.NAMED, [...words.named.keys(), ...words.namedIfNumbered.keys()]],
  ]);

  function accept(walk: Walk, end: number, part: number): void {
    walk.parts |= part;
    walk.at = end;
    walk.end = end;
    walk.part = end;
    walk.apart = false;
  }

  function takeMain(walk: Walk): boolean {
    if (walk.at !== walk.part || (walk.parts & ~(PART.MAIN | PART.DISTRICT)) !== 0) return false;
    const end = divisions.skipMain(walk.text, walk.at);
    if (end === walk.at || end > walk.limit) return false;
    accept(walk, end, PART.MAIN);
    return true;
  }

  /** 478号, 3栋, 501室; a bare number behind a building, an estate or a road. */
  function takeNumber(walk: Walk): boolean {
    const { text } = walk;
    const end = readNumeral(text, walk.at, walk.limit);
    if (end === walk.at) return false;
    const isInHan = isHan(text.charCodeAt(walk.at));
    if ('第月年〔['.includes(text.charAt(walk.at - 1) || ' ')) return !isInHan && stop(walk);
    const wordAt = !isInHan && isGap(text.charCodeAt(end)) ? end + 1 : end;
    const word = words.numbered
      .get(text.charAt(wordAt))
      ?.find((each) => text.startsWith(each.word, wordAt));
    const counts = word && (!isInHan || inHan.has(word.word.charAt(0)));
    if (counts && takeNumbered(walk, wordAt, word)) return true;
    return !isInHan && takeBareNumber(walk, end);
  }

  function takeBareNumber(walk: Walk, end: number): boolean {
    const { text, at, parts } = walk;
    const number = normaliseAddress(text.slice(at, end));
    if (/[0-9]{6}|^(?:19|20)[0-9]{2}-/.test(number)) return stop(walk);
    const follows = at === walk.part && !walk.apart;
    const behind = text.charCodeAt(end);
    const mayEnd =
      /^[A-Za-z]?[0-9]/.test(number) &&
      (!isHan(behind) || text.charAt(end) === '的') &&
      !':.@%'.includes(text.charAt(end) || ' ');
    const isHouse = number.includes('#') && (parts & (PLACE | DETAIL)) !== 0;
    const isInside = (parts & (PART.BUILDING | PART.ESTATE | PART.ROOM)) !== 0;
    const isRoom = isInside && (follows || ((parts & DETAIL) !== PART.ROOM && number.length <= 4));
    const mayRoom =
      (parts & PART.ROOM) === 0 || (follows && '元门层楼梯'.includes(text.charAt(at - 1)));
    if (mayEnd && (isHouse || (isRoom && mayRoom))) {
      const isSplit = (parts & PART.BUILDING) === 0 && /[-#]/.test(number);
      accept(walk, end, isSplit ? PART.BUILDING | PART.ROOM : PART.ROOM);
      return true;
    }
    const isOnRoad = (parts & (PART.ROAD | DETAIL)) === PART.ROAD;
    if (isOnRoad && follows && mayEnd && number.length <= 5) {
      accept(walk, end, PART.NUMBER);
      return true;
    }
    // `1,文三路478号`: a row's number.
    if (parts === 0 && walk.end === at && !isHan(behind)) return stop(walk);
    // A name may hold a number or Latin word: 华星3期公寓, B2B广场, 三里屯SOHO 5号楼.
    walk.at = end;
    walk.latinEnd = end;
    return true;
  }

  function takeNumbered(walk: Walk, numberEnd: number, { word, part }: AddressWord): boolean {
    const { text } = walk;
    const end = numberEnd + word.length;
    if (end > walk.limit) return false;
    const isDoubtful = (part & PART.NUMBER) !== 0 && noNumberHeads.has(text.charAt(end));
    if (isDoubtful && noNumber.some((each) => text.startsWith(each, end))) return stop(walk);
    // 文三路478号 3号下单: behind a gap only what is smaller than a house.
    const isDetailed = (walk.parts & DETAIL) !== 0;
    if (walk.apart && isDetailed && part === PART.NUMBER) return stop(walk);
    accept(walk, end, part);
    return true;
  }

  function stop(walk: Walk): boolean {
    walk.stopped = true;
    return true;
  }

  function takeDistrict(walk: Walk, at: number): boolean {
    const { text } = walk;
    const sign = text.charAt(at);
    const nameLength = at - walk.part;
    const known = divisions.districtEnding(text, at + 1);
    const isKnown = known > 0 && at + 1 - known >= walk.part;
    if (!isKnown) {
      if (nameLength < 1 || nameLength > 9) return false;
      if (sign === '区' && noDistricts.has(text.charAt(at - 1))) return false;
      if (sign === '市' && text.charAt(at + 1) === '场') return false;
      if ((walk.parts & (PART.ROAD | DETAIL)) !== 0) return false;
    }
    accept(walk, at + 1, PART.DISTRICT);
    return true;
  }

  /** A word that ends at `at`: 文三路, 阳光花园. */
  function takeNamed(walk: Walk, at: number): boolean {
    const { text, part: start } = walk;
    const fits = ({ word }: AddressWord): boolean =>
      text.endsWith(word, at + 1) &&
      (at + 1 - word.length > start || word.length > 2 || word === '套房' || word === '公寓');
    const sign = text.charAt(at);
    const word = words.named.get(sign)?.find(fits);
    const behind = text.charAt(at + 1);
    if (word) {
      const isRoad = word.word === '路' || word.word === '街';
      if (isRoad && (noRoad.has(behind) || noRoadNames.has(text.slice(start, at)))) return false;
      // 文三街道, 香港中路街道: the longer word comes with its last character.
      if (sign === '街' && behind === '道') return false;
      if (isRoad && text.startsWith('街道', at + 1)) return false;
      // 工业园区, 西溪花园小区.
      if (sign === '园' && behind === '区') return false;
      accept(walk, at + 1, word.part);
      return true;
    }
    const soft = words.namedIfNumbered.get(sign)?.find(fits);
    if (!soft || readNumeral(text, at + 1, walk.limit) === at + 1) return false;
    if (sign === '道' && '知报渠频通味难管隧轨街'.includes(text.charAt(at - 1))) return false;
    if (sign === '里' && '公英这那哪家心'.includes(text.charAt(at - 1))) return false;
    accept(walk, at + 1, soft.part);
    return true;
  }

  function takeHan(walk: Walk, flag: number): boolean {
    const { text, at } = walk;
    if (at - walk.part >= NAME_LENGTH) return false;
    if ((flag & FLAG.ENDING) !== 0 && !opensName(text, at)) return false;
    if ((flag & FLAG.FIELD) !== 0 && NEXT_FIELDS.test(text.slice(at, at + 6))) return false;
    if ((flag & FLAG.MAIN) !== 0 && takeMain(walk)) return true;
    if ((flag & FLAG.DISTRICT) !== 0 && takeDistrict(walk, at)) return true;
    if ((flag & FLAG.NAMED) !== 0 && takeNamed(walk, at)) return true;
    walk.at = at + 1;
    return true;
  }

  function takeGap(walk: Walk): boolean {
    const { text, at } = walk;
    const sign = text.charAt(at);
    let next = at + 1;
    if (COMMAS.has(sign)) {
      while (isGap(text.charCodeAt(next)) && next - at < 3) next++;
      const isDetailed = (walk.parts & DETAIL) !== 0;
      if (isDetailed && readNumeral(text, next, walk.limit) === next) return false;
    } else if (isGap(text.charCodeAt(at))) {
      while (isGap(text.charCodeAt(next)) && next - at < 3) next++;
    } else if (!DASHES.has(sign)) return false;
    const isFirst = walk.end === at || walk.latinEnd === at;
    if (!isFirst && (walk.part !== at || next - walk.end > 4)) return false;
    walk.at = next;
    walk.part = next;
    walk.apart = true;
    return true;
  }

  return (text, start, hardLimit) => {
    const limit = Math.min(hardLimit, text.length, start + ADDRESS_LENGTH);
    const walk: Walk = {
      text,
      limit,
      part: start,
      at: start,
      end: start,
      parts: 0,
      apart: false,
      stopped: false,
      latinEnd: -1,
    };
    while (walk.at < limit && !walk.stopped) {
      const flag = flags[text.charCodeAt(walk.at)] ?? 0;
      if ((flag & FLAG.NUMERAL) !== 0 && takeNumber(walk)) continue;
      if ((flag & FLAG.HAN) !== 0) {
        if (!takeHan(walk, flag)) break;
        continue;
      }
      const isOpen = walk.at === walk.end && walk.end > start;
      const remark = isOpen ? skipRemark(text, walk.at, limit) : walk.at;
      if (remark > walk.at) accept(walk, remark, 0);
      else if (!takeGap(walk)) break;
    }
    const address = walk.end > start ? { start, end: walk.end, parts: walk.parts } : null;
    return { address, seenTo: Math.min(walk.at, limit) };
  };
}
