import { describe, expect, it } from '@jest/globals';
import type { OrganisationKind, StaffRole } from '#contracts';
import { employs, isOperated, responsibleFor, supervises } from './organisation.js';

const body = (kind: OrganisationKind, regionCode: number) => ({ kind, regionCode });

describe('who answers for a community', () => {
  const community = 120116014001;
  const committee = body('residentsCommittee', community);
  const station = body('socialWorkStation', 120116014000);
  const hub = body('countyHubStation', 120116000000);

  it('is its committee and the narrowest station', () => {
    expect(responsibleFor(community, [hub, committee, station])).toEqual({ committee, station });
    expect(responsibleFor(community, [station, hub])).toEqual({ committee: undefined, station });
    expect(responsibleFor(community, [hub])).toEqual({ committee: undefined, station: hub });
    expect(responsibleFor(community, [])).toEqual({ committee: undefined, station: undefined });
  });

  it('is never a social work room, a site or a bureau', () => {
    const others = (['socialWorkRoom', 'courierSite', 'operatingOrganization'] as const).map((kind) =>
      body(kind, community),
    );
    expect(responsibleFor(community, [...others, body('civilAffairsBureau', 120000000000)])).toEqual({});
  });

  it('is a committee of that community only', () => {
    expect(responsibleFor(120116014000, [committee, station])).toEqual({ committee: undefined, station });
  });
});

describe('who may work where', () => {
  it.each<[OrganisationKind, StaffRole, boolean]>([
    ['residentsCommittee', 'committee', true],
    ['villagersCommittee', 'committee', true],
    ['socialWorkStation', 'committee', false],
    ['socialWorkStation', 'station', true],
    ['socialWorkRoom', 'station', true],
    ['guidanceCentre', 'station', true],
    ['residentsCommittee', 'station', false],
    ['courierSite', 'station', false],
    ['civilAffairsBureau', 'official', true],
    ['civilAffairsBureau', 'administrator', true],
    ['residentsCommittee', 'administrator', false],
  ])('%s employs %s: %p', (kind, role, expected) => expect(employs(kind, role)).toBe(expected));
});

describe('who supervises whom', () => {
  const station = body('socialWorkStation', 120116014000);
  const hub = body('countyHubStation', 120116000000);
  const bureau = body('civilAffairsBureau', 120116000000);
  const cityBureau = body('civilAffairsBureau', 120100000000);
  const committee = body('residentsCommittee', 120116014001);

  it.each<[string, typeof hub, typeof hub, boolean]>([
    ['a wider division', hub, station, true],
    ['a higher kind in the same division', bureau, hub, true],
    ['a wider one of the same kind', cityBureau, bureau, true],
    ['a station its committees', station, committee, true],
    ['never upwards', station, hub, false],
    ['never a lower kind in the same division', hub, bureau, false],
    ['never itself', hub, hub, false],
    ['never another division', body('countyHubStation', 120101000000), station, false],
    ['never a committee', committee, body('courierSite', 120116014001), false],
  ])('%s: %p', (_, above, below, expected) => expect(supervises(above, below)).toBe(expected));

  it('stations and rooms are run by others, committees are not', () => {
    expect([isOperated('socialWorkRoom'), isOperated('residentsCommittee')]).toEqual([true, false]);
  });
});
