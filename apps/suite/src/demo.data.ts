import type { CreateOrganisationInput, HardshipCategory, Point } from '#contracts';
import { deterministicId } from '#platform';

/**
 * The demonstration: Tianjin's TEDA subdistrict. The bodies are real, the people are plainly fictional:
 * names of heavenly stems, phones with the prefix 100, which no mobile has, and ID numbers of the region
 * 129999, which never existed. Ids follow from names, so that loading twice writes the same rows.
 */
export const demoPassword = 'shunlu-demo-2026';
export const subdistrict = '120116014';

const idOf = (kind: string, name: string | number) => deterministicId('demo', kind, name);
const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/** What there is one of. Committees bear the names of the division table. */
const bureauId = idOf('body', 'bureau');
const districtBureauId = idOf('body', 'districtBureau');
export const stationId = idOf('body', 'station');
export const bodies: readonly CreateOrganisationInput[] = [
  { id: bureauId, kind: 'civilAffairsBureau', name: '天津市民政局', region: '12' },
  { id: districtBureauId, kind: 'civilAffairsBureau', name: '滨海新区民政局', region: '120116' },
  { id: stationId, kind: 'socialWorkStation', name: '泰达街道社会工作服务站', region: subdistrict },
];

/** `role` says where they sign in; committees have theirs in {@link committeeUser}. */
export const staff = [
  {
    userName: 'tianjin-admin',
    displayName: '示例管理员',
    role: 'administrator',
    organisationId: bureauId,
    who: '天津市管理员 administrator of Tianjin',
  },
  {
    userName: 'binhai-official',
    displayName: '示例官员',
    role: 'official',
    organisationId: districtBureauId,
    who: '滨海新区官员 official of Binhai',
  },
  {
    userName: 'teda-station',
    displayName: '示例社工',
    role: 'station',
    organisationId: stationId,
    who: '泰达社工站 station of TEDA',
  },
] as const;

/** The committee of a community; `code` has 12 digits. */
export const committeeId = (code: string) => idOf('committee', code);
/** The user name of its staff: `teda-c01` for `120116014001`. */
export const committeeUser = (code: string) => `teda-c${code.slice(-2)}`;
export const staffId = (userName: string) => idOf('staff', userName);

/** Four columns from west to east, five rows from south to north. */
export const courierSites: readonly CreateOrganisationInput[] = Array.from({ length: 20 }, (_, index) => ({
  id: idOf('site', index),
  kind: 'courierSite',
  name: `示例快递 ${pad(index + 1)} 号站点`,
  region: subdistrict,
  point: spot(117.703 + (index % 4) * 0.014, 39.005 + Math.floor(index / 4) * 0.012),
}));

const stems = '甲乙丙丁戊己庚辛壬癸';
const numerals = '一二三四五六七八九';

export const couriers = Array.from({ length: 84 }, (_, index) => ({
  id: idOf('courier', index),
  name: `${stems[index % 10]}骑${numerals[Math.floor(index / 10)]}`,
  phone: `100000000${pad(index + 1)}`,
  /** 17 digits; the check character is added when it is loaded. */
  idDigits: `129999${1975 + (index % 30)}${pad(1 + (index % 12))}${pad(1 + (index % 28))}${pad(index + 1, 3)}`,
  siteId: idOf('site', index % courierSites.length),
  /** Lives in the n-th community of the subdistrict. */
  community: index % 20,
  skills: ['groceries', 'medicine', 'parcels'],
}));

export const residents = [
  resident(1, '甲奶奶', 0, '1 号楼 2 门 301', spot(117.708, 39.016), ['livingAloneElderly']),
  resident(2, '乙爷爷', 1, '3 号楼 1 门 102', spot(117.716, 39.021), [
    'childlessWidowedElderly',
    'lowIncome',
  ]),
  resident(3, '丙奶奶', 2, '5 号楼 4 门 601', spot(117.722, 39.027), ['subsistenceAllowance']),
  resident(4, '丁爷爷', 4, '2 号楼 1 门 401', spot(117.731, 39.034), ['leftBehindElderly']),
  resident(5, '戊奶奶', 7, '8 号楼 3 门 201', spot(117.739, 39.041), []),
  resident(6, '己叔叔', 11, '6 号楼 2 门 101', spot(117.746, 39.048), ['severelyDisabledHardship']),
];

function resident(
  number: number,
  name: string,
  community: number,
  door: string,
  point: Point,
  hardshipCategories: HardshipCategory[],
) {
  const phone = `022-000000${pad(number)}`;
  return { id: idOf('resident', number), name, phone, community, door, point, hardshipCategories };
}

function spot(longitude: number, latitude: number): Point {
  return { longitude: Number(longitude.toFixed(4)), latitude: Number(latitude.toFixed(4)) };
}
