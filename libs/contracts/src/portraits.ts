import { forms } from './forms.js';
import { ById, Done, Nothing } from './common.js';
import { defineRpc } from './contract.js';
import { Instant, Text } from './fields.js';
import { longestPhotoUpload } from './photos.js';

/**
 * Side of a portrait, pixels. Enough to know at the door who was announced; too little to search for somebody, or to
 * print. The larger picture is kept nowhere.
 */
export const portraitPixels = 96;
/** Of the JPEG as kept. */
export const mostPortraitBytes = 12_000;

export class SetPortraitInput {
  @Text({
    max: longestPhotoUpload,
    form: forms.base64,
    description:
      'JPEG, PNG or WebP in base64, 6 MB at most. Kept as a JPEG of 96 × 96 pixels, and nothing else of it.',
  })
  image!: string;
}

/** That there is a portrait; the picture itself is asked for. */
export class PortraitSet {
  @Instant() setAt!: string;
}

/** A portrait, or that there is none. */
export class PortraitView {
  @Text({
    max: 16_000,
    optional: true,
    description: 'JPEG of 96 × 96 pixels in base64; absent: there is none.',
  })
  image?: string;
  @Instant({ optional: true }) setAt?: string;
}

export class SealedPortrait {
  @Text({ max: 30_000, optional: true, description: 'As it is kept; only whoever holds the seal opens it.' })
  imageSealed?: string;
}

/** What a portrait is sealed for; tasks opens it for who is served and for nobody else. */
export const portraitPurpose = 'volunteer.portrait';

export const portraits = {
  /** Sets one's portrait, or another one. Needs the consent `portrait`; whoever withdraws it has none any more. */
  set: defineRpc({
    subject: 'volunteers.setPortrait',
    input: SetPortraitInput,
    output: PortraitSet,
    errors: ['resource.notFound', 'photo.unreadable', 'portrait.consentMissing', 'idempotency.conflict'],
    callers: ['volunteer'],
  }),
  /** Deletes it; the consent stays. Without one nothing changes. */
  remove: defineRpc({
    subject: 'volunteers.removePortrait',
    input: Nothing,
    output: Done,
    errors: ['resource.notFound'],
    callers: ['volunteer'],
  }),
  /** One's own, as those see it to whom one comes. */
  own: defineRpc({
    subject: 'volunteers.getPortrait',
    input: Nothing,
    output: PortraitView,
    errors: [],
    callers: ['volunteer'],
  }),
  /** For `tasks`, which knows to whom somebody is coming; the picture stays sealed on the way. */
  sealed: defineRpc({
    subject: 'volunteers.getSealedPortrait',
    input: ById,
    output: SealedPortrait,
    errors: [],
    callers: ['system'],
  }),
};

export const comers = {
  /**
   * Who comes: the portrait of whoever holds the claim, for the resident who is served and the relative who posted the
   * need, from the claim to the check-out. Every look that shows one is written down.
   */
  portrait: defineRpc({
    subject: 'tasks.getComerPortrait',
    input: ById,
    output: PortraitView,
    errors: ['resource.notFound'],
    callers: ['volunteer', 'resident'],
  }),
};
