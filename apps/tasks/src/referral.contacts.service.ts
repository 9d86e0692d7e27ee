import {
  type ById,
  DomainError,
  type MaskedContact,
  type ReferralContact,
  referrals as contracts,
  type SetReferralContactInput,
} from '#contracts';
import { type Call, Database, maskName, maskPhone, once, Seal, sees } from '#platform';
import { Injectable } from '@nestjs/common';
import { ReferralEntity } from './referral.entity.js';
import { lockReferral } from './referrals.store.js';
import { RevealsService } from './reveals.service.js';

/** What the contact at the other body is sealed for. */
export const contactSealedAs = { name: 'referral.contactName', phone: 'referral.contactPhone' } as const;

type Sealed = Pick<ReferralEntity, 'contactNameSealed' | 'contactPhoneSealed'>;

/** Who at the other body is in charge: sealed at rest, masked in lists, shown in full to who works on it. */
@Injectable()
export class ReferralContacts {
  constructor(
    private readonly database: Database,
    private readonly seal: Seal,
    private readonly reveals: RevealsService,
  ) {}

  sealed(contact: ReferralContact | undefined): Sealed {
    if (!contact) return { contactNameSealed: null, contactPhoneSealed: null };
    return {
      contactNameSealed: this.seal.seal(contact.name, contactSealedAs.name),
      contactPhoneSealed: this.seal.seal(contact.phone, contactSealedAs.phone),
    };
  }

  open({ contactNameSealed, contactPhoneSealed }: Sealed): ReferralContact | undefined {
    if (contactNameSealed === null || contactPhoneSealed === null) return undefined;
    return {
      name: this.seal.open(contactNameSealed, contactSealedAs.name),
      phone: this.seal.open(contactPhoneSealed, contactSealedAs.phone),
    };
  }

  masked(row: Sealed): MaskedContact | undefined {
    const contact = this.open(row);
    return contact && { name: maskName(contact.name), phone: maskPhone(contact.phone) };
  }

  /** Until it is closed: people change. @throws DomainError `resource.notFound`, `referral.stateConflict` */
  async set({ id, contact }: SetReferralContactInput, call: Call): Promise<void> {
    await this.database.transaction((tx) =>
      once(tx, call, contracts.setContact.subject, { id, contact }, async () => {
        const referral = await lockReferral(tx, id);
        if (!referral || !sees(call.actor, referral.communityCode))
          throw new DomainError('resource.notFound');
        if (referral.state === 'closed')
          throw new DomainError('referral.stateConflict', { state: referral.state });
        const { cityCode } = referral;
        await tx.orm.update(ReferralEntity, { cityCode, id }, this.sealed(contact));
        return {};
      }),
    );
  }

  /**
   * The contact in full, to the sender and the body; the look is written down first, under the referral: who is
   * shown has no account here. @throws DomainError `resource.notFound`
   */
  async reveal({ id }: ById, { actor }: Call): Promise<ReferralContact> {
    return this.database.transaction(async (tx) => {
      const referral = await lockReferral(tx, id);
      const isTheBody =
        typeof referral?.organisationId === 'string' && referral.organisationId === actor.organisationId;
      const maySee =
        referral && (isTheBody || (actor.role !== 'official' && sees(actor, referral.communityCode)));
      const contact = maySee && this.open(referral);
      if (!contact) throw new DomainError('resource.notFound');
      await this.reveals.note(tx.orm, actor, [
        { cityCode: referral.cityCode, subjectId: id, errandId: null, fields: ['name', 'phone'] },
      ]);
      return contact;
    });
  }
}
