import { deterministicId } from '#platform';
import type { NewAccount } from './posting.store.js';
import type { Cover } from './transfer.js';

/** Where a city's credits come from; how far it stands below zero is what the city has issued. */
export function issuanceAccount(cityCode: number): NewAccount {
  return cityAccount(cityCode, 'issuance', null);
}

/** What is donated, and what accounts leave behind when they close. */
export function publicPoolAccount(cityCode: number): NewAccount {
  return cityAccount(cityCode, 'publicPool', 0);
}

/** What reversals took back after it was spent; how far it stands below zero is what the city has lost. */
export function writeoffAccount(cityCode: number): NewAccount {
  return cityAccount(cityCode, 'writeoff', null);
}

/** Where credits go that nobody spent in time. */
export function expiredAccount(cityCode: number): NewAccount {
  return cityAccount(cityCode, 'expired', 0);
}

/** Through it credits pass from who pays for a service to who gave it; empty after every transaction. */
export function clearingAccount(cityCode: number): NewAccount {
  return cityAccount(cityCode, 'clearing', null);
}

export function personalAccount(cityCode: number, ownerId: string): NewAccount {
  return { id: deterministicId('account', cityCode, ownerId), kind: 'personal', ownerId, floorMinutes: 0 };
}

/** What a reversal of this id needs where the minutes are spent. */
export function coverOf(cityCode: number, reversalId: string): Cover {
  return { id: deterministicId('shortfall', reversalId), accountId: writeoffAccount(cityCode).id };
}

function cityAccount(cityCode: number, kind: NewAccount['kind'], floorMinutes: number | null): NewAccount {
  return { id: deterministicId('account', cityCode, kind), kind, ownerId: null, floorMinutes };
}
