import { DomainError, mostPhotoBytes, type PhotoKind } from '#contracts';

/** What a photo is of, and what the one who brings or asks for it is to it. */
export interface PhotoSubject {
  kind: 'errand' | 'hazard';
  /** Staff whose region it lies in. */
  isStaff: boolean;
  /** Holds the errand, or reported the hazard. */
  isTheirs: boolean;
  /** The resident who is served. */
  isServed: boolean;
  /** The errand was begun: checked in, or further. */
  isBegun: boolean;
}

const ofErrands: ReadonlySet<PhotoKind> = new Set(['service', 'receipt']);
const jpegStart = Buffer.from([0xff, 0xd8, 0xff]);

export function subjectOf(kind: PhotoKind): PhotoSubject['kind'] {
  return ofErrands.has(kind) ? 'errand' : 'hazard';
}

/**
 * Who serves shows the service and the receipt; who reported a hazard shows it; staff show what was done.
 * @throws DomainError `errand.notYours`, `errand.stateConflict`, `access.denied`
 */
export function admitPhoto(kind: PhotoKind, subject: PhotoSubject): void {
  if (subject.kind === 'errand') {
    if (!subject.isTheirs) throw new DomainError('errand.notYours');
    if (!subject.isBegun) throw new DomainError('errand.stateConflict', { state: 'claimed' });
  } else if (kind === 'handling' ? !subject.isStaff : !subject.isTheirs && !subject.isStaff)
    throw new DomainError('access.denied');
}

/** Whether somebody sees a photo that `takenBy` took. */
export function seesPhoto(
  viewer: { id: string },
  takenBy: string,
  subject: Omit<PhotoSubject, 'isBegun'>,
): boolean {
  if (viewer.id === takenBy || subject.isStaff) return true;
  return subject.kind === 'errand' ? subject.isServed : subject.isTheirs;
}

/** The bytes of a JPEG as the gateway makes them. @throws DomainError `photo.unreadable` */
export function jpegOf(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > mostPhotoBytes || !bytes.subarray(0, 3).equals(jpegStart))
    throw new DomainError('photo.unreadable');
  return bytes;
}
