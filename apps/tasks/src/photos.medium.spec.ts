import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type AddPhotoInput,
  DomainError,
  errands,
  hazards,
  mostPhotoBytes,
  type PhotoImage,
  type PhotoList,
  photos,
  photosOfOnePerson,
} from '#contracts';
import { newId } from '#platform';
import { startStreet, type Street } from '#testing';
import { RetentionJob } from './retention.job.js';

// Real: PostgreSQL, NATS, the services tasks and stations.
let street: Street;
beforeAll(async () => void (street = await startStreet({ PHOTO_DAYS: '30', ACTIVE_CLAIM_LIMIT: '100' })));
afterAll(() => street.house.stop());

const jpeg = (text: string) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(text)]);
const photoOf = (subjectId: string, changes: Partial<AddPhotoInput> = {}): AddPhotoInput => ({
  id: newId(),
  kind: 'service',
  subjectId,
  image: jpeg('a clean stove').toString('base64'),
  ...changes,
});
const add = (input: AddPhotoInput, actor: Actor) => street.house.ask(photos.add, input, actor);
const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'ok');
const idsFor = async (subjectId: string, actor: Actor) => {
  const list = (await street.house.ask(photos.list, { subjectId }, actor)) as PhotoList;
  return list.items.map(({ id }) => id);
};

/** An errand the volunteer has checked in to. */
async function begun() {
  const { errandId, serviceCode } = await street.claimed();
  await street.house.ask(errands.checkIn, { errandId, code: serviceCode }, street.volunteer);
  return errandId;
}

async function reportedHazard(by: Actor) {
  const id = newId();
  const point = { longitude: 117.71, latitude: 39.03 };
  const input = { id, communityCode: '120116014001', point, category: 'waterLeak', severity: 'low' } as const;
  await street.house.ask(hazards.report, { ...input, description: '水管漏水' }, by);
  return id;
}

describe('a photo of an errand', () => {
  it('comes from whoever serves, once checked in, and is seen by the people it concerns', async () => {
    const { errandId, serviceCode } = await street.claimed();
    expect(code(await add(photoOf(errandId), street.volunteer))).toBe('errand.stateConflict');
    expect(code(await add(photoOf(errandId), street.rival))).toBe('errand.notYours');
    expect(code(await add(photoOf(errandId), street.committee))).toBe('errand.notYours');
    await street.house.ask(errands.checkIn, { errandId, code: serviceCode }, street.volunteer);
    const photo = photoOf(errandId);
    expect(await add(photo, street.volunteer)).toMatchObject({ id: photo.id, byRole: 'volunteer' });
    for (const actor of [street.volunteer, street.committee, street.station, street.resident]) {
      expect(await idsFor(errandId, actor)).toEqual([photo.id]);
      const read = (await street.house.ask(photos.read, { id: photo.id }, actor)) as PhotoImage;
      expect(read.image).toBe(photo.image);
    }
    for (const actor of [street.rival, street.elsewhere, { id: newId(), role: 'resident' as const }]) {
      expect(await idsFor(errandId, actor)).toEqual([]);
      expect(code(await street.house.ask(photos.read, { id: photo.id }, actor))).toBe('resource.notFound');
    }
  });

  it('is sealed at rest', async () => {
    const photo = photoOf(await begun());
    await add(photo, street.volunteer);
    const [row] = await street.house.sql<{ sealed: Buffer }>('select sealed from tasks.photo where id = $1', [
      photo.id,
    ]);
    expect(row?.sealed.includes('stove')).toBe(false);
    expect(row?.sealed.length).toBe(Buffer.from(photo.image, 'base64').length + 28);
  });

  it('is kept once, however often it is sent', async () => {
    const photo = photoOf(await begun());
    const first = await add(photo, street.volunteer);
    expect(await add(photo, street.volunteer)).toEqual(first);
    const other = { ...photo, image: jpeg('another').toString('base64') };
    expect(code(await add(other, street.volunteer))).toBe('idempotency.conflict');
    expect(await idsFor(photo.subjectId, street.volunteer)).toEqual([photo.id]);
  });

  it('is one of eight at most, also when all are sent at once', async () => {
    const errandId = await begun();
    const sent = Array.from({ length: photosOfOnePerson + 3 }, () =>
      add(photoOf(errandId), street.volunteer),
    );
    const codes = (await Promise.all(sent)).map(code);
    expect(codes.filter((each) => each === 'ok')).toHaveLength(photosOfOnePerson);
    expect(codes.filter((each) => each === 'photo.tooMany')).toHaveLength(3);
  });

  it('is refused where it is no JPEG or too large, and nothing is kept', async () => {
    const errandId = await begun();
    for (const bytes of [Buffer.from('<svg onload=…>'), Buffer.alloc(mostPhotoBytes + 1, 0xff)]) {
      const photo = photoOf(errandId, { image: bytes.toString('base64') });
      expect(code(await add(photo, street.volunteer))).toBe('photo.unreadable');
    }
    expect(await idsFor(errandId, street.volunteer)).toEqual([]);
    expect(code(await add(photoOf(newId()), street.volunteer))).toBe('resource.notFound');
  });

  it('is deleted when its days are over', async () => {
    const errandId = await begun();
    await add(photoOf(errandId), street.volunteer);
    const [, tasks] = street.house.services;
    street.clock.advanceMinutes(29 * 24 * 60);
    await tasks?.app.get(RetentionJob).forget();
    expect(await idsFor(errandId, street.volunteer)).toHaveLength(1);
    street.clock.advanceMinutes(2 * 24 * 60);
    await tasks?.app.get(RetentionJob).forget();
    expect(await idsFor(errandId, street.volunteer)).toEqual([]);
  });
});

describe('a photo of a hazard', () => {
  it('shows what was found and what was done, to its reporters and the staff of the place', async () => {
    const hazardId = await reportedHazard(street.rival);
    const found = photoOf(hazardId, { kind: 'hazard' });
    expect(code(await add(found, street.volunteer))).toBe('access.denied');
    expect(code(await add(found, street.rival))).toBe('ok');
    const done = photoOf(hazardId, { kind: 'handling' });
    expect(code(await add(done, street.rival))).toBe('access.denied');
    expect(code(await add(done, street.elsewhere))).toBe('access.denied');
    expect(code(await add(done, street.committee))).toBe('ok');
    for (const actor of [street.rival, street.station])
      expect(await idsFor(hazardId, actor)).toEqual([found.id, done.id]);
    expect(await idsFor(hazardId, street.volunteer)).toEqual([]);
    expect(code(await add(photoOf(hazardId), street.committee))).toBe('resource.notFound');
  });
});
