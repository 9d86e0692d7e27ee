import type { SealedColumn } from '#platform';
import { certificatePurpose } from './certificate.content.js';
import { purposes } from './volunteer.views.js';

/** Every sealed column of this service, for the rotation of keys and for a person's own data. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'volunteer', column: 'name_sealed', purpose: purposes.name },
  { table: 'volunteer', column: 'id_number_sealed', purpose: purposes.idNumber },
  { table: 'volunteer', column: 'birth_day_sealed', purpose: purposes.birthDay },
  { table: 'volunteer', column: 'phone_sealed', purpose: purposes.phone },
  { table: 'volunteer', column: 'guardian_name_sealed', purpose: purposes.guardianName },
  { table: 'volunteer', column: 'decision_reason_sealed', purpose: purposes.decisionReason },
  { table: 'guardian_consent', column: 'guardian_name_sealed', purpose: purposes.guardianName },
  { table: 'qualification', column: 'number_sealed', purpose: purposes.qualificationNumber },
  { table: 'qualification', column: 'reason_sealed', purpose: purposes.qualificationReason },
  { table: 'award', column: 'reason_sealed', purpose: purposes.awardReason },
  { table: 'award', column: 'revocation_reason_sealed', purpose: purposes.awardReason },
  { table: 'message_address', column: 'openid_sealed', purpose: purposes.openid },
  { table: 'portrait', column: 'image_sealed', purpose: purposes.portrait },
  { table: 'certificate', column: 'content_sealed', purpose: certificatePurpose },
];
