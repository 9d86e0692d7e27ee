import { creditData, type OwnDataPage, type ReadOwnDataInput } from '#contracts';
import { Answers, type Call, Database, type OwnSection, readOwnData } from '#platform';
import { Controller } from '@nestjs/common';

/** Of every registration of the person: others may have been merged into this one. */
const ofOneself = `t.owner_id in (
  select $1::uuid union all select merged_id from merged_person where kept_id = $1)`;
const ofOwnAccount = `(t.city_code, t.account_id) in (select t.city_code, t.id from account t where ${ofOneself})`;

/** Everything this service keeps of a person but the transfers, which are read as statements. */
export const ownSections: readonly OwnSection[] = [
  { table: 'account', where: ofOneself },
  { table: 'merged_person', where: 't.kept_id = $1 or t.merged_id = $1' },
  { table: 'account_change', where: ofOwnAccount },
  { table: 'holder', where: ofOneself },
  { table: 'aged_credit', where: ofOwnAccount },
  { table: 'starter_grant', where: ofOwnAccount },
  {
    table: 'earned_record',
    // The index begins with the city.
    where: `t.volunteer_id = $1 and t.city_code in (select t.city_code from account t where ${ofOneself})`,
  },
  { table: 'goods_order', where: ofOneself },
  { table: 'statement_reading', where: ofOwnAccount },
];

/** A person's own data out, to that person alone. */
@Controller()
export class OwnDataController {
  constructor(private readonly database: Database) {}

  @Answers(creditData.read)
  read(input: ReadOwnDataInput, { actor }: Call): Promise<OwnDataPage> {
    return readOwnData(this.database, { sections: ownSections }, actor.id, input);
  }
}
