import { forms } from './forms.js';
import { ById, Nothing, RegionPageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';
import { Session } from './sessions.js';

/** A person with a phone and a resident whom staff registered with the same number, until one of them ends it. */
export const linkStates = ['proposed', 'confirmed', 'ended'] as const;
export type LinkState = (typeof linkStates)[number];

/**
 * What shows, besides the phone, that somebody is the resident: a slip printed for them, a call to the number staff
 * have, or a visit to the desk. Numbers are handed on, so that the phone alone shows nothing.
 */
export const linkProofs = ['paperSlip', 'callBack', 'review'] as const;
export type LinkProof = (typeof linkProofs)[number];

export class ResidentLinkView {
  @Uuid() id!: string;
  @Choice(linkStates) state!: LinkState;
  @Region() communityCode!: string;
  @Text({ max: 50, optional: true, description: 'Masked; for staff, and for the person once confirmed.' })
  residentName?: string;
  @Uuid({ optional: true, description: 'As the name.' }) residentId?: string;
  @Choice(linkProofs, { optional: true }) proof?: LinkProof;
  @Integer({ min: 0, max: 5, description: 'Wrong slips that may still be shown.' }) attemptsLeft!: number;
  @Instant() proposedAt!: string;
  @Instant({ optional: true }) confirmedAt?: string;
}

export class ResidentLinkPage {
  @ListOf(() => ResidentLinkView, { max: 100 }) items!: ResidentLinkView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListResidentLinksInput extends RegionPageQuery {
  @Choice(linkStates, { optional: true }) state?: LinkState;
}

export class ConfirmResidentLinkInput extends ById {
  @Choice(linkProofs, { description: 'paperSlip for the person, the others for staff.' }) proof!: LinkProof;
  @Text({
    min: 8,
    max: 8,
    optional: true,
    form: forms.digits,
    description: 'Of the slip, which is spent by it.',
  })
  code?: string;
}

export class ActForResidentInput {
  @Uuid() residentId!: string;
}

export class PhoneDigest {
  @Text({ min: 64, max: 64, form: forms.hash }) digest!: string;
}

export class ProvenPhones {
  @ListOf(() => PhoneDigest, { max: 10 }) items!: PhoneDigest[];
}

const people = ['resident', 'volunteer'] as const;
const staff = ['committee', 'station'] as const;

export const residentLinks = {
  /** Looks for residents registered with the caller's phone, and proposes to be each of them. */
  propose: defineRpc({
    subject: 'tasks.proposeResidentLinks',
    input: Nothing,
    output: ResidentLinkPage,
    errors: ['link.phoneNotProven'],
    callers: people,
  }),
  /** One's own, or for staff those of the region. The newest first. */
  list: defineRpc({
    subject: 'tasks.listResidentLinks',
    input: ListResidentLinksInput,
    output: ResidentLinkPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: [...people, ...staff],
  }),
  /** With a slip by the person, after a call or at the desk by staff. */
  confirm: defineRpc({
    subject: 'tasks.confirmResidentLink',
    input: ConfirmResidentLinkInput,
    output: ResidentLinkView,
    errors: [
      'resource.notFound',
      'link.proofInvalid',
      'link.ended',
      'link.taken',
      'record.codeWrong',
      'record.codeLocked',
      'record.slipUsed',
      'record.slipCancelled',
    ],
    callers: [...people, ...staff],
  }),
  /** By either side or staff, at any time; who acts as the resident is signed out. */
  end: defineRpc({
    subject: 'tasks.endResidentLink',
    input: ById,
    output: ResidentLinkView,
    errors: ['resource.notFound'],
    callers: [...people, ...staff],
  }),
};

export const residentAccess = {
  /** Numbers that a person has shown to have, by a code sent there, as keyed digests. */
  provenPhones: defineRpc({
    subject: 'volunteers.getProvenPhones',
    input: ById,
    output: ProvenPhones,
    errors: [],
    callers: ['system'],
  }),
  /** Opens a session as a resident one is linked with: from then on their needs are one's own. */
  signIn: defineRpc({
    subject: 'volunteers.signInAsResident',
    input: ActForResidentInput,
    output: Session,
    errors: ['resource.notFound'],
    callers: people,
    reach: 'own',
  }),
};

/** Told when a link is confirmed and when it ends; no name, no number. */
export class ResidentLinkMoved {
  @Uuid() linkId!: string;
  @Uuid() personId!: string;
  @Uuid() residentId!: string;
  @Region() communityCode!: string;
  @Choice(linkStates) state!: LinkState;
  @Instant() at!: string;
}

export const residentLinkEvents = {
  moved: defineEvent({ subject: 'residentLink.moved', owner: 'tasks', data: ResidentLinkMoved }),
};
