import { describe, expect, it } from '@jest/globals';
import { type Actor, type Caller, DomainError, ListVolunteersInput, stations, volunteers } from '#contracts';
import { formatRegion } from '#regions';
import { keepWithinReach, listScope, scopeOf, sees } from './scope.js';

const actor = (role: Caller, region?: string): Actor => ({ id: 'x', role, region });
const teda = '120116014';
const first = 120116014001;
const next = 120116015001;

describe('what an actor sees', () => {
  it.each([
    [actor('station', teda), first, true],
    [actor('station', teda), next, false],
    [actor('committee', '120116014001'), first, true],
    [actor('committee', '120116014001'), 120116014002, false],
    [actor('official', '12'), next, true],
    [actor('official', '12'), 110101001001, false],
    [actor('administrator', '1201'), 120116014999, true],
    [actor('administrator', '1201'), 120200000000, false],
    // Deny by default: staff without a region, and those whom other rules bind.
    [actor('station'), first, false],
    [actor('administrator'), first, false],
    [actor('volunteer'), first, false],
    [actor('resident'), first, false],
    [actor('public'), first, false],
    [actor('system'), first, true],
  ])('%j, community %i: %p', (who, community, expected) => expect(sees(who, community)).toBe(expected));
});

describe('the range of a list', () => {
  const codesOf = (who: Actor, asked?: string) => {
    const { code, last } = listScope(who, asked);
    return [formatRegion(code), last];
  };

  it('is one’s own, or the part of it that was asked for', () => {
    expect(codesOf(actor('station', teda))).toEqual(['120116014000', 120116014999]);
    expect(codesOf(actor('station', teda), '120116014001')).toEqual(['120116014001', first]);
    expect(codesOf(actor('system'), '12')).toEqual(['120000000000', 129999999999]);
  });

  it.each([
    [actor('station', teda), '120116015'],
    [actor('station', teda), '120116'],
    [actor('committee', '120116014001'), teda],
    [actor('station'), teda],
    [actor('station'), undefined],
    [actor('volunteer'), teda],
    [actor('system'), undefined],
  ])('is refused for %j asking for %p', (who, asked) =>
    expect(() => listScope(who, asked)).toThrow(new DomainError('access.foreignRegion')),
  );

  it('is none for those who have no region', () => expect(scopeOf(actor('volunteer'))).toBeUndefined());
});

describe('the reach of a contract', () => {
  const asking = (who: Actor, region?: string, contract: object = volunteers.list) => {
    const input = Object.assign(new ListVolunteersInput(), { region });
    return () => keepWithinReach(contract as typeof volunteers.list, who, input);
  };

  it('is the strictest that fits the callers, unless declared', () => {
    expect([volunteers.list, volunteers.signOut, volunteers.signInByPhone].map(({ reach }) => reach)).toEqual(
      ['region', 'own', 'anywhere'],
    );
    expect(stations.listOrganisations.reach).toBe('anywhere');
  });

  it.each([
    [actor('station', teda), teda],
    [actor('station', teda), '120116014001'],
    [actor('station', teda), undefined],
    [actor('volunteer'), '44'],
    [actor('system'), '44'],
  ])('lets %j name %p', (who, region) => expect(asking(who, region)).not.toThrow());

  it.each([
    [actor('station', teda), '120116015'],
    [actor('committee', '120116014001'), teda],
    [actor('station'), teda],
  ])('keeps %j from naming %p', (who, region) =>
    expect(asking(who, region)).toThrow(new DomainError('access.foreignRegion')),
  );

  it('does not bind where it is anywhere', () =>
    expect(asking(actor('station', teda), '44', stations.listOrganisations)).not.toThrow());
});
