import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type CandidateList,
  confirming,
  DomainError,
  errands,
  kinship,
  matching,
  volunteerEvents,
} from '#contracts';
import { poll } from '#local';
import { newId, newTraceId } from '#platform';
import { allConsumed, startStreet, type Street, tell } from '#testing';
import { RoundsService } from './rounds.service.js';

// Real: PostgreSQL, NATS, tasks and stations. Told by event: volunteers.
let street: Street;
beforeAll(async () => {
  street = await startStreet();
});
afterAll(() => street.house.stop());
afterEach(async () => {
  await street.house.sql('delete from tasks.kinship');
  await street.house.sql('delete from tasks.declared_tie');
});

const codeOf = (answer: unknown) => (answer instanceof DomainError ? answer.code : 'won');
const claim = (errandId: string, by = street.volunteer) =>
  street.house.ask(errands.claim, { id: newId(), errandId }, by);
const conflict = 'claim.conflictOfInterest';

async function related(fromId: string, toId: string, relation: 'child' | 'friend'): Promise<string> {
  const id = newId();
  const by = fromId === street.volunteer.id ? street.volunteer : street.committee;
  const answer = await street.house.ask(kinship.declare, { id, fromId, toId, relation }, by);
  if (answer instanceof DomainError) throw answer;
  return id;
}

async function tied(otherId: string, kind: 'self' | 'family'): Promise<string> {
  const id = newId();
  const tie = { id, volunteerId: street.volunteer.id, otherId, kind };
  const answer = await street.house.ask(confirming.declareTie, tie, street.station);
  if (answer instanceof DomainError) throw answer;
  return id;
}

describe('a need is not served by whom it concerns', () => {
  it('not by a relative of the recipient, on one word and from either side; a friend may', async () => {
    const before = await street.accepted();
    await related(street.volunteer.id, street.resident.id, 'friend');
    expect(codeOf(await claim(before.errandId))).toBe('won');
    await street.house.sql('delete from tasks.kinship');
    const id = await related(street.resident.id, street.volunteer.id, 'child');
    // What was claimed before stays; asking again is answered as then.
    expect(codeOf(await claim(before.errandId))).toBe('won');
    const after = await street.accepted();
    expect(codeOf(await claim(after.errandId))).toBe(conflict);
    expect(codeOf(await claim(after.errandId, street.rival))).toBe('won');
    await street.house.ask(kinship.end, { id }, street.committee);
    expect(codeOf(await claim((await street.accepted()).errandId))).toBe('won');
  });

  it('nor after kinship that both had confirmed was ended', async () => {
    const { errandId } = await street.accepted();
    const id = await related(street.volunteer.id, street.resident.id, 'child');
    await street.house.ask(kinship.confirm, { id, method: 'callBack' }, street.station);
    await street.house.ask(kinship.end, { id }, street.committee);
    expect(codeOf(await claim(errandId))).toBe(conflict);
  });

  it('nor by the own other account, or a relative, of who posted it at the desk', async () => {
    const { errandId } = await street.accepted();
    const own = await tied(street.committee.id, 'self');
    expect(codeOf(await claim(errandId))).toBe(conflict);
    await street.house.ask(confirming.endTie, { id: own }, street.supervisor);
    await tied(street.committee.id, 'family');
    expect(codeOf(await claim(errandId))).toBe(conflict);
    expect(codeOf(await claim(errandId, street.rival))).toBe('won');
  });

  it('nor by the recipient, whose registration as a volunteer came later than the need', async () => {
    const { errandId } = await street.accepted();
    const self: Actor = { id: street.resident.id, role: 'volunteer' };
    await verified(self.id);
    expect(codeOf(await claim(errandId, self))).toBe(conflict);
  });

  it('and a fair grab passes over them as a claim does', async () => {
    const { errandId } = await street.accepted({ fairGrabSeconds: 5 });
    await related(street.volunteer.id, street.resident.id, 'child');
    expect(codeOf(await claim(errandId))).toBe(conflict);
    const answer = await claim(errandId, street.rival);
    expect(answer).toMatchObject({ state: 'gathered' });
  });

  it('is what no station can dispatch, and is said beside the candidate', async () => {
    const { errandId } = await street.accepted();
    await related(street.volunteer.id, street.resident.id, 'child');
    const dispatch = { id: newId(), errandId, volunteers: [{ volunteerId: street.volunteer.id }] };
    expect(codeOf(await street.house.ask(matching.dispatch, dispatch, street.station))).toBe(
      'dispatch.volunteerUnfit',
    );
    const { items } = (await street.house.ask(
      matching.listCandidates,
      { errandId },
      street.station,
    )) as CandidateList;
    const hindered = items
      .filter(({ hindrances }) => hindrances.some(({ reason }) => reason === 'conflictOfInterest'))
      .map(({ volunteerId }) => volunteerId);
    // The recipient is a volunteer too, since the test before.
    expect(hindered.sort()).toEqual([street.volunteer.id, street.resident.id].sort());
  });

  it('and nobody is alerted of one', async () => {
    await related(street.volunteer.id, street.resident.id, 'child');
    const { errandId } = await street.accepted();
    for (const by of [street.volunteer, street.rival])
      await street.house.ask(matching.goOnDuty, { point: { longitude: 117.71, latitude: 39.03 } }, by);
    const asked = async () => {
      street.clock.advanceMinutes(1);
      await street.house.services
        .find(({ name }) => name === 'tasks')
        ?.app.get(RoundsService)
        .run();
      const rows = await street.house.sql('select volunteer_id from tasks.alert where errand_id = $1', [
        errandId,
      ]);
      return rows.length > 0 ? rows : undefined;
    };
    const rows = await poll(asked, 10_000, () => new Error('nobody is alerted'));
    expect(rows).toEqual([{ volunteer_id: street.rival.id }]);
  });
});

async function verified(volunteerId: string): Promise<void> {
  const at = street.clock.now().toISOString();
  const data = {
    ...{ volunteerId, version: 1, communityCode: '120116014001', verification: 'verified', decidedAt: at },
    displayName: '示**奶',
  };
  await tell(await street.house.connectAs('volunteers'), [
    {
      id: newId(),
      subject: volunteerEvents.verified.subject,
      cityCode: 1201,
      occurredAt: at,
      traceId: newTraceId(),
      data,
    },
  ]);
  await allConsumed(street.house.nats, 'tasks');
}
