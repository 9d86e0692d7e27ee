import { describe, expect, it } from '@jest/globals';
import type { OrganisationKind, StaffRole } from '#contracts';
import { employs, responsibleFor } from './organisation.js';

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
