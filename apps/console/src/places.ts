import type { Wording } from './language';
import type { Role } from './session';

/** A page in the bar, or one reached from another. */
export interface Place {
  path: string;
  name: Wording;
  roles: readonly Role[];
  /** Key that leads there, where no field is being typed in; what has none is reached from another page. */
  key?: string;
}

const desks: readonly Role[] = ['committee', 'station'];
const staff: readonly Role[] = ['committee', 'station', 'official'];
const everybody: readonly Role[] = ['committee', 'station', 'official', 'administrator'];

/** Pages, and whose they are; the API refuses the others whatever is shown. */
export const places: readonly Place[] = [
  { path: '/needs/new', name: ['代发需求', 'Post a need'], roles: desks, key: 'n' },
  { path: '/needs', name: ['需求看板', 'Needs'], roles: staff, key: 'b' },
  { path: '/needs/series', name: ['定期需求', 'Recurring'], roles: desks, key: 'w' },
  { path: '/needs/slip', name: ['给居民的纸条', 'A slip for the resident'], roles: desks },
  { path: '/unclaimed', name: ['无人接单', 'Unclaimed'], roles: desks, key: 'u' },
  { path: '/errand-map', name: ['任务地图', 'Errand map'], roles: ['station'], key: 'i' },
  { path: '/call-backs', name: ['电话回访', 'Call-backs'], roles: desks, key: 'c' },
  { path: '/slips', name: ['确认纸条', 'Paper slips'], roles: desks, key: 'p' },
  { path: '/records', name: ['服务记录', 'Records'], roles: desks, key: 'r' },
  { path: '/disputes', name: ['争议与异议', 'Disputes'], roles: desks, key: 'o' },
  { path: '/referrals', name: ['转介', 'Referrals'], roles: staff, key: 'f' },
  { path: '/referrals/new', name: ['转介需求', 'Refer a need'], roles: desks },
  { path: '/hazards', name: ['隐患', 'Hazards'], roles: staff, key: 'h' },
  {
    path: '/volunteers',
    name: ['志愿者', 'Volunteers'],
    roles: ['committee', 'station', 'administrator'],
    key: 'v',
  },
  { path: '/volunteers/new', name: ['登记志愿者', 'Register'], roles: desks, key: 'g' },
  {
    path: '/merges',
    name: ['重复登记', 'Registered twice'],
    roles: ['committee', 'station', 'administrator'],
  },
  { path: '/qualifications', name: ['保险与证件', 'Qualifications'], roles: desks, key: 'q' },
  { path: '/certificates', name: ['服务证明', 'Certificates'], roles: desks, key: 'm' },
  { path: '/sites', name: ['快递站点', 'Courier sites'], roles: ['station', 'administrator'], key: 's' },
  { path: '/shifts', name: ['值班', 'Shifts'], roles: ['station'], key: 'a' },
  { path: '/conduct', name: ['爽约与暂停', 'No-shows'], roles: ['station'], key: 'x' },
  {
    path: '/statistics',
    name: ['站点统计', 'Statistics'],
    roles: ['station', 'official', 'administrator'],
    key: '1',
  },
  { path: '/dashboard', name: ['数据总览', 'Totals'], roles: everybody, key: 'd' },
  { path: '/reports', name: ['报告', 'Reports'], roles: everybody, key: 'e' },
  { path: '/policies', name: ['积分政策', 'Policies'], roles: ['official', 'administrator'], key: 'y' },
  { path: '/stars', name: ['星级', 'Stars'], roles: ['official', 'administrator'], key: 'k' },
  { path: '/staff', name: ['岗位', 'Staff'], roles: ['administrator'], key: 'a' },
  {
    path: '/templates',
    name: ['需求模板', 'Templates'],
    roles: ['station', 'official', 'administrator'],
    key: 't',
  },
  { path: '/divisions', name: ['区划与机构', 'Divisions'], roles: ['administrator'], key: 'j' },
  { path: '/audit', name: ['查阅审计', 'Audit'], roles: ['administrator'], key: 'l' },
  { path: '/system', name: ['系统', 'System'], roles: ['administrator'], key: 'z' },
  { path: '/own', name: ['我的账号', 'My account'], roles: everybody },
];

export function mayOpen(role: Role, path: string): boolean {
  return places.some((place) => place.path === path && place.roles.includes(role));
}

/** Where a day begins. */
export function homeOf(role: Role): string {
  return role === 'committee' || role === 'station' ? '/needs' : '/dashboard';
}
