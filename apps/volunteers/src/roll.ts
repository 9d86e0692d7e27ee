import {
  consentPurposes,
  documentKey,
  type DocumentType,
  type RegisterVolunteerInput,
  requiredConsents,
} from '#contracts';

/** A column of a roll (花名册): the heading in either language. */
const headings: Record<string, RollColumn> = {
  姓名: 'name',
  身份证号: 'idNumber',
  证件号码: 'idNumber',
  证件类型: 'documentType',
  出生日期: 'birthDay',
  手机号: 'phone',
  社区代码: 'communityCode',
  快递站点: 'courierSiteId',
  技能: 'skills',
  监护人: 'guardianName',
  同意书: 'consents',
  name: 'name',
  idnumber: 'idNumber',
  documenttype: 'documentType',
  birthday: 'birthDay',
  phone: 'phone',
  communitycode: 'communityCode',
  couriersiteid: 'courierSiteId',
  skills: 'skills',
  guardianname: 'guardianName',
  consents: 'consents',
};
const required = ['name', 'idNumber', 'phone', 'communityCode', 'consents'] as const;
/** Documents by the names people write; whatever else is written, the service refuses. */
const documents: Record<string, DocumentType> = {
  身份证: 'residentId',
  居民身份证: 'residentId',
  港澳台居民居住证: 'residentId',
  港澳居民来往内地通行证: 'hongKongMacaoPermit',
  回乡证: 'hongKongMacaoPermit',
  台湾居民来往大陆通行证: 'taiwanPermit',
  台胞证: 'taiwanPermit',
  护照: 'passport',
  外国人永久居留身份证: 'foreignPermanentResident',
};
const signed = new Set(['是', '已签', 'yes', 'signed']);
/** A sheet exported with every formatted column is a mistake, and its lines would be long. */
const mostColumns = 40;

export type RollColumn =
  | 'name'
  | 'documentType'
  | 'idNumber'
  | 'birthDay'
  | 'phone'
  | 'communityCode'
  | 'courierSiteId'
  | 'skills'
  | 'guardianName'
  | 'consents';

/** A line of the file: its cells as text, or why it cannot be read. Numbered from 1, the headings included. */
export type RollLine = { line: number } & ({ cells: string[] } | { fault: RollFault });

/** What is wrong with a line before anybody looks at the person. */
export type RollFault = 'roll.lineUnreadable' | 'roll.encoding' | 'roll.repeated';

/** The file as a whole cannot be taken; the message says what to do, in both languages. */
export class RollRefused extends Error {}

/** Reads the headings: which column stands where. Columns not named here are left alone. @throws RollRefused */
export function readHeadings(cells: readonly string[]): Map<RollColumn, number> {
  if (cells.length > mostColumns)
    throw new RollRefused(
      `表头有 ${cells.length} 列，最多 ${mostColumns} 列：请只保留需要的列 / ${cells.length} columns, at most ${mostColumns}: keep only those needed`,
    );
  const places = new Map<RollColumn, number>();
  cells.forEach((cell, place) => {
    const column = headings[cell.replaceAll(/\s/g, '').toLowerCase()];
    if (!column) return;
    if (places.has(column)) throw new RollRefused(`表头重复：${cell} / two columns are headed ${cell}`);
    places.set(column, place);
  });
  const missing = required.filter((column) => !places.has(column));
  if (missing.length > 0)
    throw new RollRefused(
      `缺少列：${missing.map(chineseOf).join('、')} / columns are missing: ${missing.join(', ')}`,
    );
  return places;
}

function chineseOf(column: RollColumn): string {
  return Object.entries(headings).find(([, named]) => named === column)?.[0] ?? column;
}

/**
 * A registration out of a line's cells. `consents` counts when the signed form is there: the law asks for
 * consent, and a roll is no consent. Everything else is judged by the service.
 * @param idOf made from the document with a secret, so that the same person of the same roll is one
 */
export function registrationOf(
  places: ReadonlyMap<RollColumn, number>,
  cells: readonly string[],
  idOf: (documentKey: string) => string,
): RegisterVolunteerInput {
  const cell = (column: RollColumn) => (cells[places.get(column) ?? -1] ?? '').trim();
  const idNumber = cell('idNumber').toUpperCase();
  const documentType = documentOf(cell('documentType'));
  const birthDay = dayOf(cell('birthDay'));
  const skills = cell('skills');
  return {
    id: idOf(documentKey({ documentType, idNumber })),
    name: cell('name'),
    ...(documentType !== 'residentId' && { documentType }),
    idNumber,
    ...(birthDay && { birthDay }),
    phone: cell('phone').replaceAll(/[ -]/g, ''),
    communityCode: cell('communityCode'),
    consents: signed.has(cell('consents').toLowerCase())
      ? consentPurposes.filter((purpose) => requiredConsents.includes(purpose))
      : [],
    ...(cell('courierSiteId') && { courierSiteId: cell('courierSiteId') }),
    ...(skills && { skills: skills.split(/[;；、]/).map((skill) => skill.trim()) }),
    ...(cell('guardianName') && { guardianName: cell('guardianName') }),
  };
}

function documentOf(text: string): DocumentType {
  return text === '' ? 'residentId' : (documents[text.replaceAll(/\s/g, '')] ?? (text as DocumentType));
}

/** 2001/2/3 and 2001.2.3 are written too. */
function dayOf(text: string): string {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
