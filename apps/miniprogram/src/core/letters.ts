import type { Deed } from './actions';
import type { ApiClient, Schemas } from './client';

type Post = (api: ApiClient, id: string, content: never) => Promise<unknown>;

/**
 * What may be sent later, by its name: each bears an id of its own, so that sending it twice is sending it once.
 * Checking in and out are no letters: they are signed.
 */
export const letters = {
  photo: (
    api: ApiClient,
    id: string,
    content: { kind: 'service' | 'receipt'; subjectId: string; image: string },
  ) => api.post('/api/v1/photos', { body: { id, ...content } }),
  purchase: (api: ApiClient, id: string, content: { errandId: string; amountFen: number; photoId: string }) =>
    api.post('/api/v1/purchases', { body: { id, ...content } }),
  late: (api: ApiClient, id: string, { errandId, minutes }: { errandId: string; minutes: number }) =>
    api.post('/api/v1/errands/{errandId}/delays', { path: { errandId }, body: { id, minutes } }),
  /** With a photo of it: a hazard that somebody reported before takes it too, under that hazard's id. */
  hazard: async (
    api: ApiClient,
    id: string,
    {
      photoId,
      image,
      ...content
    }: Pick<Schemas['HazardView'], 'category' | 'severity'> & {
      errandId?: string;
      communityCode?: string;
      point: Schemas['Point'];
      description: string;
      photoId?: string;
      image?: string;
    },
  ) => {
    const { hazard } = await api.post('/api/v1/hazards', { body: { id, ...content } });
    if (photoId && image)
      await api.post('/api/v1/photos', {
        body: { id: photoId, kind: 'hazard', subjectId: hazard.id, image },
      });
  },
  confirmation: (api: ApiClient, id: string, { recordId }: { recordId: string }) =>
    api.post('/api/v1/service-records/{id}/confirmations', {
      path: { id: recordId },
      body: { method: 'app' },
      idempotencyKey: id,
    }),
  dispute: (
    api: ApiClient,
    id: string,
    {
      recordId,
      ...body
    }: {
      recordId: string;
      reason: 'notServed' | 'minutesTooMany' | 'otherPerson' | 'unfinished' | 'other';
      note?: string;
    },
  ) =>
    api.post('/api/v1/service-records/{recordId}/disputes', {
      path: { recordId },
      body,
      idempotencyKey: id,
    }),
} satisfies Record<string, Post>;

export type LetterKind = keyof typeof letters;
/** What a letter of a kind says, without its id. */
export type ContentOf<K extends LetterKind> = Parameters<(typeof letters)[K]>[2];
/** A request that is kept on the phone until it is answered. */
export type Letter = {
  [K in LetterKind]: Deed & { kind: K; content: ContentOf<K> };
}[LetterKind];

/** Sends it. Throws as the client does. */
export function post(api: ApiClient, letter: Letter): Promise<unknown> {
  const send = letters[letter.kind] as (api: ApiClient, id: string, content: unknown) => Promise<unknown>;
  return send(api, letter.id, letter.content);
}

const subjectOf = ({ kind, content }: Letter): string => {
  if (kind === 'photo') return content.subjectId;
  if (kind === 'purchase' || kind === 'late') return content.errandId;
  if (kind === 'hazard') return content.description;
  return content.recordId;
};

/** Whether both are the same wish about the same thing. */
export const isSameWish = (one: Letter, other: Letter): boolean =>
  one.kind === other.kind && subjectOf(one) === subjectOf(other);
