import type { Wording } from './language';
import type { Role } from './session';

interface Place {
  path: string;
  name: Wording;
  roles: readonly Role[];
  /** Key that leads there, where no field is being typed in. */
  key: string;
}

/** Pages, and whose they are; the API refuses the others whatever is shown. */
export const places: readonly Place[] = [
  { path: '/needs/new', name: ['代发需求', 'Post a need'], roles: ['committee', 'station'], key: 'n' },
  { path: '/needs', name: ['需求看板', 'Needs'], roles: ['committee', 'station', 'official'], key: 'b' },
  { path: '/unclaimed', name: ['无人接单', 'Unclaimed'], roles: ['committee', 'station'], key: 'u' },
  { path: '/call-backs', name: ['电话回访', 'Call-backs'], roles: ['committee', 'station'], key: 'c' },
  { path: '/records', name: ['服务记录', 'Service records'], roles: ['committee', 'station'], key: 'r' },
  { path: '/hazards', name: ['隐患', 'Hazards'], roles: ['committee', 'station', 'official'], key: 'h' },
  {
    path: '/dashboard',
    name: ['数据总览', 'Totals'],
    roles: ['committee', 'station', 'official', 'administrator'],
    key: 'd',
  },
];

export function mayOpen(role: Role, path: string): boolean {
  return places.some((place) => place.path === path && place.roles.includes(role));
}

/** Where a day begins. */
export function homeOf(role: Role): string {
  return role === 'committee' || role === 'station' ? '/needs' : '/dashboard';
}
