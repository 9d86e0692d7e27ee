import type { Schemas } from '../api';
import type { Wording } from '../language';

export const slipStates: Record<Schemas['SlipView']['state'], Wording> = {
  printed: ['可用', 'Counts'],
  used: ['已用', 'Used'],
  expired: ['已过期', 'Expired'],
  cancelled: ['已作废', 'Cancelled'],
};

export const slipReasons: Record<NonNullable<Schemas['SlipView']['reason']>, Wording> = {
  lost: ['丢失', 'Lost'],
  damaged: ['损坏', 'Damaged'],
  misprinted: ['打印有误', 'Misprinted'],
};
