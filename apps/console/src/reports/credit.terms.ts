import type { Schemas } from '../api';
import type { Wording } from '../language';

type Solvency = Schemas['Solvency'];

/** Why credits moved; statements say the same. */
export const transferNames: Record<Solvency['flows'][number]['code'], Wording> = {
  earn: ['服务所得', 'Earned by service'],
  redeem: ['兑换服务', 'Redeemed'],
  exchange: ['服务所得（居民以积分支付）', 'Earned by service that credits pay for'],
  gift: ['转赠', 'Gift'],
  donate: ['捐赠', 'Donation'],
  grant: ['发放', 'Grant'],
  expire: ['过期', 'Expired'],
  reverse: ['冲正', 'Reversal'],
  writeOff: ['核销', 'Write-off'],
  correct: ['更正', 'Correction'],
  merge: ['合并重复注册', 'Merged registration'],
};

export const accountNames: Record<Solvency['kinds'][number]['kind'], Wording> = {
  issuance: ['发行', 'Issuance'],
  personal: ['个人', 'People'],
  group: ['团体', 'Groups'],
  publicPool: ['公共时间池', 'Public pool'],
  escrow: ['待付', 'Escrow'],
  expired: ['过期', 'Expired'],
  writeoff: ['核销', 'Written off'],
  clearing: ['清算', 'Clearing'],
};
