import { deterministicId, Seal, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { readRecipients, type RecipientRow } from './recipients.store.js';
import { sealedAs } from './residents.service.js';

/** Whom a service was given to, as others may know it. */
export interface RecipientKeys {
  recipientKey: string;
  householdKey: string;
}

/**
 * Tells people served apart without telling who they are: digests under the index key, which nobody else has. A
 * household is a door of a community as it was registered, however it is spaced.
 */
@Injectable()
export class Recipients {
  constructor(private readonly seal: Seal) {}

  /** By errand. */
  async keysOf(
    reader: Pick<Tx, 'query'>,
    cityCode: number,
    errandIds: readonly string[],
  ): Promise<Map<string, RecipientKeys>> {
    const rows = await readRecipients(reader, cityCode, errandIds);
    return new Map(rows.map((row) => [row.errandId, this.keys(row)]));
  }

  private keys({ residentId, communityCode, doorSealed }: RecipientRow): RecipientKeys {
    const door = this.seal
      .open(doorSealed, sealedAs.door)
      .normalize('NFKC')
      .replaceAll(/\s/g, '')
      .toLowerCase();
    return {
      recipientKey: this.keyOf('recipient.person', residentId),
      householdKey: this.keyOf('recipient.household', `${communityCode}\n${door}`),
    };
  }

  private keyOf(purpose: string, value: string): string {
    return deterministicId(purpose, this.seal.blindIndex(value, purpose).toString('hex'));
  }
}
