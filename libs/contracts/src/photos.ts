import { forms } from './forms.js';
import { roles, type Role } from './actor.js';
import { ById } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Instant, Integer, ListOf, Text, Uuid } from './fields.js';

/** What a photo shows. The first two belong to an errand, the others to a hazard. */
export const photoKinds = ['service', 'receipt', 'hazard', 'handling'] as const;
export type PhotoKind = (typeof photoKinds)[number];

/** Of the file as sent: 6 MB. A phone's photo is smaller; the mini-program shrinks it first. */
export const longestPhotoUpload = 8_000_000;
/** Of the file as kept, so that it fits a message of NATS. */
export const mostPhotoBytes = 640_000;
export const photosOfOnePerson = 8;
export const photoType = 'image/jpeg';

export class AddPhotoInput {
  @Uuid({ description: 'Id of the photo, made by the caller.' }) id!: string;
  @Choice(photoKinds) kind!: PhotoKind;
  @Uuid({ description: 'The errand of `service` and `receipt`, the hazard of `hazard` and `handling`.' })
  subjectId!: string;
  @Text({
    max: longestPhotoUpload,
    form: forms.base64,
    description:
      'JPEG, PNG or WebP in base64, 6 MB at most. Kept as a JPEG of 1,600 pixels without place and device.',
  })
  image!: string;
}

/** That there is a photo; the picture itself is asked for by its id. */
export class PhotoView {
  @Uuid() id!: string;
  @Choice(photoKinds) kind!: PhotoKind;
  @Uuid() subjectId!: string;
  @Choice(roles) byRole!: Role;
  @Integer({ min: 1, max: mostPhotoBytes }) bytes!: number;
  @Instant() at!: string;
}

export class PhotosOfInput {
  @Uuid({ description: 'An errand or a hazard.' }) subjectId!: string;
}

export class PhotoList {
  @ListOf(() => PhotoView, { max: 100 }) items!: PhotoView[];
}

/** The picture as kept: JPEG in base64. */
export class PhotoImage {
  @Text({ max: 900_000 }) image!: string;
}

const everybody: Role[] = ['volunteer', 'resident', 'committee', 'station'];

export const photos = {
  /**
   * Keeps a photo, sealed at rest. Of an errand: whoever holds it, from check-in on. Of a hazard: who
   * reported it, and staff who deal with it. Eight of one person and subject. Forgotten after `PHOTO_DAYS`.
   */
  add: defineRpc({
    subject: 'tasks.addPhoto',
    input: AddPhotoInput,
    output: PhotoView,
    errors: [
      'resource.notFound',
      'errand.notYours',
      'errand.stateConflict',
      'access.denied',
      'photo.unreadable',
      'photo.tooMany',
      'idempotency.conflict',
    ],
    callers: everybody,
    deadlineMs: 15_000,
  }),
  /** Oldest first; what the caller may not see is not in it. */
  list: defineRpc({
    subject: 'tasks.listPhotos',
    input: PhotosOfInput,
    output: PhotoList,
    errors: ['resource.notFound'],
    callers: everybody,
  }),
  /**
   * The picture: for who took it, staff of the place, the resident who is served, and of a hazard its
   * reporters.
   */
  read: defineRpc({
    subject: 'tasks.readPhoto',
    input: ById,
    output: PhotoImage,
    errors: ['resource.notFound'],
    callers: everybody,
  }),
};
