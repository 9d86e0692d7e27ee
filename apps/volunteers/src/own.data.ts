import { type OwnDataPage, type ReadOwnDataInput, registerData } from '#contracts';
import { Answers, type Call, Database, type OwnSection, readOwnData, Seal } from '#platform';
import { Controller } from '@nestjs/common';
import { sealedColumns } from './sealed.columns.js';

/** Of every registration of the person: others may have been merged into this one. */
const ofOneself = `t.volunteer_id in (
  select $1::uuid union all select id from volunteer where merged_into = $1)`;

/** Everything this service keeps of a person; a test holds it against the tables there are. */
export const ownSections: readonly OwnSection[] = [
  {
    table: 'volunteer',
    where: 't.id = $1 or t.merged_into = $1',
    omit: ['identity_digest', 'content_digest'],
  },
  { table: 'volunteer_consent', where: ofOneself },
  { table: 'guardian_consent', where: ofOneself },
  { table: 'qualification', where: 't.volunteer_id = $1' },
  { table: 'award', where: 't.volunteer_id = $1' },
  { table: 'credited_record', where: 't.volunteer_id = $1' },
  { table: 'volunteer_move', where: ofOneself },
  { table: 'moved_registration', where: 't.volunteer_id = $1' },
  { table: 'certificate', where: 't.volunteer_id = $1' },
  { table: 'volunteer_merge', where: 't.kept_id = $1 or t.merged_id = $1' },
  { table: 'further_identity', where: 't.volunteer_id = $1', omit: ['identity_digest'] },
  { table: 'message_address', where: 't.volunteer_id = $1' },
  { table: 'message_quota', where: 't.volunteer_id = $1' },
  { table: 'message', where: 't.volunteer_id = $1' },
  { table: 'portrait', where: 't.volunteer_id = $1' },
  { table: 'resident_access', where: 't.person_id = $1' },
  { table: 'session', where: 't.actor_id = $1', omit: ['secret_hash', 'refresh_hash'] },
];

/** A person's own data out, to that person alone. */
@Controller()
export class OwnDataController {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
  ) {}

  @Answers(registerData.read)
  read(input: ReadOwnDataInput, { actor }: Call): Promise<OwnDataPage> {
    const { database, seal } = this;
    return readOwnData(database, { sections: ownSections, sealed: sealedColumns, seal }, actor.id, input);
  }
}
