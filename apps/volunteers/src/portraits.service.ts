import { Injectable } from '@nestjs/common';
import {
  type ById,
  DomainError,
  type Done,
  mostPortraitBytes,
  portraits as contracts,
  type PortraitSet,
  type PortraitView,
  type SealedPortrait,
  type SetPortraitInput,
} from '#contracts';
import { type Call, Clock, Database, once, Seal, type Tx } from '#platform';
import { readConsents } from './consents.store.js';
import { deletePortrait, findPortrait, keepPortrait } from './portraits.store.js';
import { isPresent, type PresentVolunteer } from './volunteer.entity.js';
import { purposes } from './volunteer.views.js';
import { lockVolunteer } from './volunteers.store.js';

/** What a JPEG begins with, in base64. */
const jpegStart = '/9j/';

/** The small picture by which those a volunteer comes to know who stands at the door. */
@Injectable()
export class PortraitsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly seal: Seal,
  ) {}

  /** @throws DomainError see the contract */
  set(input: SetPortraitInput, call: Call): Promise<PortraitSet> {
    // As the gateway draws it; whoever comes by another way sends no larger one.
    const { image } = input;
    if (!image.startsWith(jpegStart) || Buffer.byteLength(image, 'base64') > mostPortraitBytes)
      throw new DomainError('photo.unreadable');
    return this.database.transaction((tx) =>
      once(tx, call, contracts.set.subject, input, async () => {
        const volunteer = await present(tx, call);
        const consents = await readConsents(tx, volunteer);
        if (!consents.some(({ purpose, endedAt }) => purpose === 'portrait' && endedAt === null))
          throw new DomainError('portrait.consentMissing');
        const known = await findPortrait(tx, volunteer.id);
        if (known && this.open(known.imageSealed) === image) return { setAt: known.setAt.toISOString() };
        const setAt = this.clock.now();
        await keepPortrait(tx, volunteer, { imageSealed: this.seal.seal(image, purposes.portrait), setAt });
        return { setAt: setAt.toISOString() };
      }),
    );
  }

  /** @throws DomainError `resource.notFound` */
  remove(call: Call): Promise<Done> {
    return this.database.transaction(async (tx) => {
      const volunteer = await present(tx, call);
      deletePortrait(tx, volunteer);
      return { id: volunteer.id };
    });
  }

  async own({ actor }: Call): Promise<PortraitView> {
    const found = await findPortrait(this.database, actor.id);
    return found ? { image: this.open(found.imageSealed), setAt: found.setAt.toISOString() } : {};
  }

  async sealed({ id }: ById): Promise<SealedPortrait> {
    const found = await findPortrait(this.database, id);
    return found ? { imageSealed: found.imageSealed } : {};
  }

  private open(imageSealed: string): string {
    return this.seal.open(imageSealed, purposes.portrait);
  }
}

/** The caller's registration, locked. @throws DomainError `resource.notFound` */
async function present(tx: Tx, { actor }: Call): Promise<PresentVolunteer> {
  const volunteer = await lockVolunteer(tx, actor.id);
  if (!volunteer || !isPresent(volunteer)) throw new DomainError('resource.notFound');
  return volunteer;
}
