import { createHash } from 'node:crypto';
import {
  type AddPhotoInput,
  type ById,
  DomainError,
  type PhotoImage,
  type PhotoList,
  photos as contracts,
  photosOfOnePerson,
  type PhotosOfInput,
  type PhotoView,
} from '#contracts';
import { type Call, Clock, type Config, Database, once, Seal, sees, tokens, type Tx } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { admitPhoto, jpegOf, type PhotoSubject, seesPhoto, subjectOf } from './photo.js';
import * as store from './photos.store.js';

/** What photos are bound to. */
export const sealedAs = 'photo';
const dayMs = 86_400_000;

/** Photos of what was served, bought, found and done. They show people's homes: sealed, and forgotten in time. */
@Injectable()
export class PhotosService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
    @Inject(tokens.config) private readonly config: Config<'tasks'>,
  ) {}

  async add(input: AddPhotoInput, call: Call): Promise<PhotoView> {
    const jpeg = jpegOf(input.image);
    return this.database.transaction((tx) =>
      once(tx, call, contracts.add.subject, input, () => this.keep(tx, input, jpeg, call)),
    );
  }

  async list({ subjectId }: PhotosOfInput, call: Call): Promise<PhotoList> {
    for (const kind of ['errand', 'hazard'] as const) {
      const row = await store.findSubject(this.database, kind, subjectId, call.actor.id);
      if (!row) continue;
      const subject = subjectFor(kind, row, call);
      const rows = await store.findPhotosOf(this.database, row);
      return { items: rows.filter(({ byId }) => seesPhoto(call.actor, byId, subject)).map(view) };
    }
    throw new DomainError('resource.notFound');
  }

  async read({ id }: ById, call: Call): Promise<PhotoImage> {
    const photo = await store.findPhoto(this.database, id);
    const kind = photo && subjectOf(photo.kind);
    const row = kind && (await store.findSubject(this.database, kind, photo.subjectId, call.actor.id));
    if (!photo || !row || !seesPhoto(call.actor, photo.byId, subjectFor(kind, row, call)))
      throw new DomainError('resource.notFound');
    const jpeg = this.seal.openBytes({ keyId: photo.sealKey, bytes: photo.sealed }, sealedAs);
    return { image: jpeg.toString('base64') };
  }

  /** Deletes what is older than the configured days. */
  prune(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.config.photoDays * dayMs);
    return store.deletePhotosBefore(this.database, before);
  }

  private async keep(tx: Tx, input: AddPhotoInput, jpeg: Buffer, call: Call): Promise<PhotoView> {
    const { id: byId, role } = call.actor;
    const digest = createHash('sha256').update(jpeg).digest();
    const kind = subjectOf(input.kind);
    const row = await store.findSubject(tx, kind, input.subjectId, byId);
    if (!row) throw new DomainError('resource.notFound');
    await store.lockSubject(tx, kind, row);
    const known = await store.findPhoto(tx, input.id);
    const isSame =
      known?.byId === byId &&
      known.kind === input.kind &&
      known.subjectId === row.id &&
      known.digest.equals(digest);
    if (known && !isSame) throw new DomainError('idempotency.conflict');
    if (known) return view(known);
    admitPhoto(input.kind, subjectFor(kind, row, call));
    if ((await store.countPhotos(tx, row, byId)) >= photosOfOnePerson)
      throw new DomainError('photo.tooMany', { most: photosOfOnePerson });
    const { keyId: sealKey, bytes: sealed } = this.seal.sealBytes(jpeg, sealedAs);
    const photo: store.SealedPhoto = {
      ...{ cityCode: row.cityCode, id: input.id, kind: input.kind, subjectId: row.id },
      ...{ communityCode: row.communityCode, byId, byRole: role as store.PhotoRow['byRole'] },
      ...{ bytes: jpeg.length, digest, sealKey, sealed, at: this.clock.now() },
    };
    await store.insertPhoto(tx, photo, kind);
    return view(photo);
  }
}

function subjectFor(kind: PhotoSubject['kind'], row: store.SubjectRow, { actor }: Call): PhotoSubject {
  return {
    kind,
    isStaff: (actor.role === 'committee' || actor.role === 'station') && sees(actor, row.communityCode),
    isTheirs: row.claimState !== null || row.reported,
    isServed: actor.id === row.residentId,
    isBegun: row.claimState !== null && row.claimState !== 'claimed',
  };
}

function view({ id, kind, subjectId, byRole, bytes, at }: store.PhotoRow): PhotoView {
  return { id, kind, subjectId, byRole, bytes, at: at.toISOString() };
}
