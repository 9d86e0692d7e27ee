import type { SealedColumn } from '#platform';
import { disagreementSealedAs } from './disputes.service.js';
import { commentSealedAs } from './feedback.service.js';
import * as noShow from './no-shows.service.js';
import { sealedAs as photoSealedAs } from './photos.service.js';
import { pointPurpose } from './notices.service.js';
import { contactSealedAs } from './referral.contacts.service.js';
import { sealedAs } from './residents.service.js';
import { sealedDoor } from './stops.service.js';
import * as suspension from './suspensions.service.js';

const { note, answer } = disagreementSealedAs;

/** Every sealed column of this service, for the rotation of keys. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'resident', column: 'name_sealed', purpose: sealedAs.name },
  { table: 'resident', column: 'phone_sealed', purpose: sealedAs.phone },
  { table: 'resident', column: 'door_sealed', purpose: sealedAs.door },
  { table: 'resident', column: 'birth_day_sealed', purpose: sealedAs.birthDay },
  { table: 'need', column: 'service_code_sealed', purpose: sealedAs.serviceCode },
  { table: 'need_series_stop', column: 'door_sealed', purpose: sealedDoor },
  { table: 'need_stop', column: 'door_sealed', purpose: sealedDoor },
  { table: 'referral', column: 'contact_name_sealed', purpose: contactSealedAs.name },
  { table: 'referral', column: 'contact_phone_sealed', purpose: contactSealedAs.phone },
  { table: 'errand_notice', column: 'point_sealed', purpose: pointPurpose },
  { table: 'feedback', column: 'comment_sealed', purpose: commentSealedAs },
  { table: 'no_show', column: 'appeal_note_sealed', purpose: noShow.noteSealedAs },
  { table: 'no_show', column: 'answer_sealed', purpose: noShow.answerSealedAs },
  { table: 'suspension', column: 'note_sealed', purpose: suspension.noteSealedAs },
  { table: 'suspension', column: 'answer_sealed', purpose: suspension.answerSealedAs },
  { table: 'correction', column: 'note_sealed', purpose: note },
  { table: 'dispute', column: 'note_sealed', purpose: note },
  { table: 'dispute', column: 'answer_sealed', purpose: answer },
  { table: 'objection', column: 'note_sealed', purpose: note },
  { table: 'objection', column: 'answer_sealed', purpose: answer },
  { table: 'photo', column: 'sealed', keyColumn: 'seal_key', purpose: photoSealedAs },
];
