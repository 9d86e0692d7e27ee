import type { Seal } from '#platform';
import { closingCodeOf } from './confirming.js';
import type { NeedEntity } from './need.entity.js';
import { sealedAs } from './residents.service.js';

/**
 * The four digits a resident says at the beginning, and those at the end, which are kept nowhere. Both are others
 * in each round: who was at the door in the last one may know those.
 */
export function codesOf(
  seal: Seal,
  { id, round, serviceCodeSealed }: Pick<NeedEntity, 'id' | 'round' | 'serviceCodeSealed'>,
): { serviceCode: string; closingCode: string } {
  const serviceCode = seal.open(serviceCodeSealed, sealedAs.serviceCode);
  const digest = seal.blindIndex(round === 0 ? id : `${id}\n${round}`, sealedAs.closingCode);
  return { serviceCode, closingCode: closingCodeOf(digest, serviceCode) };
}
