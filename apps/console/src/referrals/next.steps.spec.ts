import { describe, expect, it } from '@jest/globals';
import { nextSteps } from './next.steps';

const station = { role: 'station', region: '120116014000', organisationId: 'station' } as const;
const bureau = { role: 'official', region: '120116000000', organisationId: 'bureau' } as const;
const here = { communityCode: '120116014001' };

describe('nextSteps', () => {
  it('lets the sender speak for a body without an account', () => {
    expect(nextSteps({ ...here, state: 'created' }, station)).toEqual(['send']);
    expect(nextSteps({ ...here, state: 'received' }, station)).toEqual(['accept', 'decline']);
    expect(nextSteps({ ...here, state: 'received' }, bureau)).toEqual([]);
  });

  it('leaves the answers to a body that has one, and the rest to the sender', () => {
    const referred = { ...here, organisationId: 'bureau' };
    expect(nextSteps({ ...referred, state: 'accepted' }, station)).toEqual([]);
    expect(nextSteps({ ...referred, state: 'accepted' }, bureau)).toEqual(['resolve']);
    expect(nextSteps({ ...referred, state: 'resolved' }, bureau)).toEqual([]);
    expect(nextSteps({ ...referred, state: 'resolved' }, station)).toEqual(['close']);
    expect(nextSteps({ ...referred, state: 'closed' }, station)).toEqual([]);
  });

  it('gives a neighbour nothing', () => {
    const neighbour = { ...station, region: '120116015000', organisationId: 'other' };
    expect(nextSteps({ ...here, state: 'created' }, neighbour)).toEqual([]);
  });
});
