import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AddPhotoInput, type PhotoImage, photos } from '#contracts';
import { newId } from '#platform';
import sharp from 'sharp';
import request from 'supertest';
import { claimsOf, type EdgeBench, sign, startEdge } from './edge.harness.js';

// Real: the gateway over HTTP and NATS; the test answers for tasks.
let edge: EdgeBench;
let token: string;
const kept = new Map<string, string>();

beforeAll(async () => {
  edge = await startEdge({ BODY_LIMIT_BYTES: '65536', FILES_PER_MINUTE: '5' });
  token = await sign(edge.key, claimsOf({ id: newId() }));
  await edge.answer(photos.add, ({ id, image, kind, subjectId }: AddPhotoInput) => {
    kept.set(id, image);
    return { id, kind, subjectId, byRole: 'volunteer', bytes: 1, at: '2026-03-02T01:00:00.000Z' };
  });
  await edge.answer(photos.read, ({ id }: { id: string }): PhotoImage => ({ image: kept.get(id) ?? '' }));
});
afterAll(() => edge.stop());

const send = (image: string, by = token) =>
  request(edge.url)
    .post('/api/v1/photos')
    .auth(by, { type: 'bearer' })
    .send({ kind: 'service', subjectId: newId(), image });
const codeOf = ({ body }: request.Response) => (body as { code: string }).code;

describe('a photo over HTTP', () => {
  it('arrives drawn anew and comes back as a picture', async () => {
    const taken = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#393' } })
      .withExif({ IFD3: { GPSLatitude: '39/1 2/1 0/1' } })
      .png()
      .toBuffer();
    const sent = await send(taken.toString('base64'));
    expect(sent.status).toBe(201);
    const { id } = sent.body as { id: string };
    const got = await request(edge.url).get(`/api/v1/photos/${id}/image`).auth(token, { type: 'bearer' });
    expect(got.headers['content-type']).toBe('image/jpeg');
    expect(got.headers['cache-control']).toBe('no-store');
    const { format, width, exif } = await sharp(got.body as Buffer).metadata();
    expect({ format, width, exif }).toEqual({ format: 'jpeg', width: 1600, exif: undefined });
  });

  it('is refused where it is none or has 20 MB, and no service hears of it', async () => {
    const before = kept.size;
    const other = await sign(edge.key, claimsOf({ id: newId() }));
    const none = await send(Buffer.from('GIF89a, or so it says').toString('base64'), other);
    expect([none.status, codeOf(none)]).toEqual([422, 'photo.unreadable']);
    const large = await send('A'.repeat(20_000_000), other);
    expect([large.status, codeOf(large)]).toEqual([413, 'request.tooLarge']);
    const words = await send('not base64!', other);
    expect([words.status, codeOf(words)]).toEqual([400, 'request.invalid']);
    expect(kept.size).toBe(before);
  });

  it('is counted against the limit of files', async () => {
    const eager = await sign(edge.key, claimsOf({ id: newId() }));
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn++) statuses.push((await send('AAAA', eager)).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });
});
