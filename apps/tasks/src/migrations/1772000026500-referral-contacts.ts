import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who at the other body is in charge of a referral, and the number. */
export class ReferralContacts1772000026500 implements MigrationInterface {
  readonly name = 'ReferralContacts1772000026500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table referral
        add column contact_name_sealed text,
        add column contact_phone_sealed text,
        -- A name without a number reaches nobody, a number without a name asks for nobody.
        add constraint referral_contact_whole check ((contact_name_sealed is null) = (contact_phone_sealed is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table referral drop column contact_name_sealed, drop column contact_phone_sealed',
    );
  }
}
