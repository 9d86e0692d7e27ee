import { maxTransferMinutes, type Wording } from '#contracts';
import { longestLine } from './import.lines.js';
import { contains, parseRegion, regionOf } from '#regions';

/** `opening` is a balance brought along, `earned` one service with its day. */
export type ImportKind = 'opening' | 'earned';

/** A line of another time bank's books. */
export interface ImportLine {
  /** The other bank's own id of the line: what makes a second import of it no second transfer. */
  id: string;
  ownerId: string;
  kind: ImportKind;
  minutes: number;
  /** When it was earned; undefined is the day of the import. */
  day: string | undefined;
  /** 12-digit code of where it counts. */
  communityCode: number;
}

/** Why a line is left out; `field` is the column it is about. */
export interface ImportFault {
  field: string;
  reason: Wording;
}

const required = ['id', 'ownerId', 'kind', 'minutes'] as const;
const optional = ['day', 'communityCode'] as const;
type ColumnName = (typeof required)[number] | (typeof optional)[number];

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const undecodable = '\u{fffd}';

/** Reads lines by the header of their file. */
export class LineReader {
  private constructor(
    private readonly places: Map<ColumnName, number>,
    private readonly width: number,
    private readonly cityCode: number,
    private readonly today: string,
  ) {}

  /** @returns what is wrong with the header, if anything */
  static of(header: string, cityCode: number, today: string): LineReader | ImportFault {
    const names = fieldsOf(header.replace(/^\u{feff}/u, '')) ?? [];
    const known: readonly string[] = [...required, ...optional];
    const strange = names.find((name, place) => !known.includes(name) || names.indexOf(name) !== place);
    const missing = required.find((name) => !names.includes(name));
    if (missing || strange !== undefined)
      return fault(
        missing ?? strange ?? '',
        `首行须为列名 ${required.join()}，可加 ${optional.join()}`,
        `the first line must name the columns ${required.join()}, and may name ${optional.join()}`,
      );
    const places = new Map(names.map((name, place) => [name as ColumnName, place]));
    return new LineReader(places, names.length, cityCode, today);
  }

  read(text: string): ImportLine | ImportFault {
    if (text.length > longestLine)
      return fault('', `超过 ${longestLine} 个字符`, `is longer than ${longestLine} characters`);
    if (text.includes(undecodable))
      return fault('', '不是 UTF-8；请另存为“CSV UTF-8”', 'this is not UTF-8: save the sheet as “CSV UTF-8”');
    const fields = fieldsOf(text);
    if (fields?.length !== this.width)
      return fault('', `须有 ${this.width} 列`, `must have ${this.width} columns`);
    const field = (name: ColumnName) => fields[this.places.get(name) ?? -1]?.trim() ?? '';
    const community = field('communityCode');
    const line = {
      id: field('id'),
      ownerId: field('ownerId').toLowerCase(),
      kind: field('kind') as ImportKind,
      minutes: /^\d{1,9}$/.test(field('minutes')) ? Number(field('minutes')) : Number.NaN,
      day: field('day') || undefined,
    };
    return this.faultOf(line, community) ?? { ...line, communityCode: this.placeOf(community) };
  }

  private faultOf(line: Omit<ImportLine, 'communityCode'>, community: string): ImportFault | undefined {
    const { id, ownerId, kind, minutes, day } = line;
    if (!/^[\w.-]{1,30}$/.test(id))
      return fault(
        'id',
        '须为 1 至 30 个字母、数字、点、横线',
        'must be 1 to 30 letters, digits, dots or dashes',
      );
    if (!uuid.test(ownerId)) return fault('ownerId', '须为 UUID', 'must be a UUID');
    if (kind !== 'opening' && kind !== 'earned')
      return fault('kind', '须为 opening 或 earned', 'must be opening or earned');
    if (!(minutes >= 1 && minutes <= maxTransferMinutes))
      return fault(
        'minutes',
        `须为 1 至 ${maxTransferMinutes} 的整数`,
        `must be a whole number from 1 to ${maxTransferMinutes}`,
      );
    if (day === undefined ? kind === 'earned' : !isDay(day) || day > this.today)
      return fault(
        'day',
        '须为不晚于今天的日期，例如 2024-03-02',
        'must be a day up to today, such as 2024-03-02',
      );
    if (community !== '' && !this.isInCity(community))
      return fault('communityCode', '须为本市区划代码', 'must be a division of the city');
    return undefined;
  }

  private isInCity(code: string): boolean {
    return /^[1-9]\d{11}$/.test(code) && contains(regionOf(this.placeOf('')), parseRegion(code));
  }

  private placeOf(community: string): number {
    return community === '' ? this.cityCode * 1e8 : Number(community);
  }
}

function fault(field: string, zh: string, en: string): ImportFault {
  return { field, reason: { zh, en } };
}

function isDay(day: string): boolean {
  const instant = new Date(`${day}T00:00:00Z`);
  return day >= '1950' && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${day}T`);
}

/** Fields of a line of CSV (RFC 4180); undefined where its quotes do not close. */
export function fieldsOf(line: string): string[] | undefined {
  const fields: string[] = [];
  for (let place = 0; place <= line.length;) {
    const [whole, quoted, plain = ''] = /^(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/.exec(line.slice(place)) ?? [];
    if (whole === undefined) return undefined;
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    place += whole.length + 1;
  }
  return fields;
}
