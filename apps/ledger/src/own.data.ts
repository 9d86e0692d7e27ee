import { creditData, type OwnDataPage, type ReadOwnDataInput } from '#contracts';
import { Answers, type Call, Database, type OwnSection, readOwnData } from '#platform';
import { Controller } from '@nestjs/common';

const ofOwnAccount = '(t.city_code, t.account_id) in (select city_code, id from account where owner_id = $1)';

/** Everything this service keeps of a person but the transfers, which are read as statements. */
export const ownSections: readonly OwnSection[] = [
  { table: 'account', where: 't.owner_id = $1' },
  { table: 'account_change', where: ofOwnAccount },
  { table: 'holder', where: 't.owner_id = $1' },
  { table: 'aged_credit', where: ofOwnAccount },
  { table: 'starter_grant', where: ofOwnAccount },
  {
    table: 'earned_record',
    // The index begins with the city.
    where: 't.volunteer_id = $1 and t.city_code in (select city_code from account where owner_id = $1)',
  },
  { table: 'goods_order', where: 't.owner_id = $1' },
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
