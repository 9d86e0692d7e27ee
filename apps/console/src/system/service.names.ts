import type { Schemas } from '../api';
import type { Terms } from '../terms';

export const serviceNames: Terms<Schemas['DeadLetterView']['consumer']> = {
  gateway: ['网关', 'Gateway'],
  volunteers: ['志愿者', 'Volunteers'],
  stations: ['机构与岗位', 'Stations'],
  tasks: ['需求与任务', 'Tasks'],
  ledger: ['时间积分账本', 'Ledger'],
  reporting: ['统计', 'Reporting'],
};
