import { describe, expect, it } from '@jest/globals';
import type { DomainError, LeavingCause, Policy } from '#contracts';
import { outcomeOf } from './leaving.js';
import { silentPolicy } from './policy.js';

type Row = [policy: Partial<Policy>, cause: LeavingCause, isHeirNamed: boolean, expected: string];

const table: Row[] = [
  [{ death: 'donate' }, 'death', false, 'donate'],
  [{ death: 'expire', leaveRegion: 'keep' }, 'death', false, 'expire'],
  [{ death: 'expire', leaveRegion: 'keep' }, 'leftRegion', false, 'keep'],
  [{ leaveRegion: 'donate' }, 'leftRegion', false, 'donate'],
  [{ death: 'inherit' }, 'death', true, 'inherit'],
  [{ death: 'inherit' }, 'death', false, 'leaving.heirMissing'],
  [{ death: 'donate' }, 'death', true, 'leaving.heirUnwanted'],
  [{ leaveRegion: 'keep' }, 'leftRegion', true, 'leaving.heirUnwanted'],
  [{ leaveRegion: 'keep' }, 'death', false, 'leaving.undecided'],
  [{ death: 'donate' }, 'leftRegion', false, 'leaving.undecided'],
];

describe('what becomes of a balance', () => {
  it.each(table)('%j at %s, an heir named: %s → %s', (policy, cause, isHeirNamed, expected) => {
    const outcome = () => {
      try {
        return outcomeOf({ ...silentPolicy, ...policy }, cause, isHeirNamed);
      } catch (error) {
        return (error as DomainError).code;
      }
    };
    expect(outcome()).toBe(expected);
  });
});
