import type { Schemas } from '../api';
import type { Terms } from '../terms';

export const revealedFields: Terms<Schemas['FoundReveal']['fields'][number]> = {
  name: ['姓名', 'Name'],
  phone: ['电话', 'Telephone'],
  door: ['门牌', 'Door'],
  stops: ['各站地址', 'Stops'],
  phoneByRelay: ['电话（仅供转接）', 'Telephone, for the relay alone'],
  position: ['求助位置', 'Position of an emergency'],
  portrait: ['小头像', 'Small portrait'],
};
